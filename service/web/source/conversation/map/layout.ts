// Where does each contact stand in the circles?
import { circleOf, kCircles, type Circle, type Contact } from "./contacts";

export interface Point {
  x: number; // CSS pixels, as all lengths here
  y: number;
}

/** A square picture of `size` with the person in its middle. */
export interface Frame {
  size: number;
  middle: number;
  edges: readonly [number, number, number]; // radii of the circles, inner first
}

/** What stands somewhere. */
export interface Disc {
  at: Point;
  radius: number;
}

export interface Spot extends Disc {
  contact: Contact;
}

export const kPersonRadius = 20; // of the disc in the middle
const kMargin = 4;
const kEdges = [0.46, 0.74, 1] as const; // of the outer circle
const kRings = [0.29, 0.6, 0.86] as const; // where the contacts of each circle stand
const kTurns = [0.35, 0.7, 0.5, 0.2, 0.85, 0.6, 0.1, 0] as const; // of a step from the top, which a ring may be turned by
const kNameBelow = 9; // from a contact's edge to the middle of its name
const kNameSide = 0.4; // names are wide: what is beside one counts as nearer than what is above or below
const kCircleName = 11; // from the edge of a circle to the middle of its own name, at the top
const kLargest = 22; // a target of 44 px
const kLeast = 13; // and of 26
const kRoomy = 54; // along the ring, for each contact; with less they stand in two rows

export function makeFrame(size: number): Frame {
  const outer = size / 2 - kMargin;
  return { size, middle: size / 2, edges: [kEdges[0] * outer, kEdges[1] * outer, outer] };
}

function pointAt(frame: Frame, distance: number, angle: number): Point {
  return { x: frame.middle + distance * Math.cos(angle), y: frame.middle + distance * Math.sin(angle) };
}

/** How the contacts of one circle stand: in `slots` evenly around, and every second one further out by `apart`. */
interface Ring {
  slots: number;
  step: number; // radians
  first: number; // radians
  near: number;
  apart: number;
  radius: number;
}

function makeRing(frame: Frame, circle: Circle, count: number, within: readonly Disc[]): Ring {
  const outer = frame.edges[2];
  const middle = kRings[circle - 1]! * outer;
  const largest = Math.min(kLargest, outer * 0.11);
  const isRoomy = 2 * Math.PI * middle / Math.max(count, 1) >= kRoomy;
  const slots = Math.max(1, isRoomy ? count : count + count % 2);
  const step = 2 * Math.PI / slots;
  if (isRoomy) return turnRing(frame, { slots, step, near: middle, apart: 0, radius: largest }, count, within);
  const inside = circle === 1 ? kPersonRadius : frame.edges[circle - 2]!;
  const radius = Math.max(kLeast, Math.min(largest, (frame.edges[circle - 1]! - inside) / 4));
  const near = inside + radius + 2;
  return turnRing(frame, { slots, step, near, apart: frame.edges[circle - 1]! - radius - 1 - near, radius }, count, within);
}

/** Turns the ring so that its contacts, and the names under them, stay furthest from what stands `within`. */
function turnRing(frame: Frame, ring: Omit<Ring, "first">, count: number, within: readonly Disc[]): Ring {
  const turned = kTurns.map((turn) => ({ ...ring, first: -Math.PI / 2 + turn * ring.step }));
  const rooms = turned.map((one) => {
    const places = Array.from({ length: count }, (_, place) => ({ at: placeOn(frame, one, place), radius: one.radius }));
    return Math.min(...places.flatMap((place) => within.map((other) => roomBetween(place, other))), frame.size);
  });
  return turned[rooms.indexOf(Math.max(...rooms))]!;
}

function placeOn(frame: Frame, ring: Ring, place: number): Point {
  return pointAt(frame, ring.near + (place % 2) * ring.apart, ring.first + place * ring.step);
}

/** The least of what is between two contacts, between their names, and between each and the other's name. */
function roomBetween(one: Disc, other: Disc): number {
  const across = other.at.x - one.at.x;
  const down = other.at.y - one.at.y;
  const besideName = across * kNameSide;
  return Math.min(Math.hypot(across, down), Math.hypot(besideName, down + other.radius - one.radius),
    Math.hypot(besideName, down - one.radius - kNameBelow), Math.hypot(besideName, down + other.radius + kNameBelow));
}

/** Each contact of the circles up to `last`, evenly around its ring in the order of the map. */
function placeWithin(frame: Frame, contacts: readonly Contact[], last: Circle | 0): Spot[] {
  const spots: Spot[] = [];
  for (const circle of kCircles.filter((entry) => entry <= last)) {
    const here = contacts.filter((contact) => circleOf(contact) === circle);
    const ring = makeRing(frame, circle, here.length, [...listFixed(frame), ...spots]);
    spots.push(...here.map((contact, place) => ({ contact, at: placeOn(frame, ring, place), radius: ring.radius })));
  }
  return spots;
}

/** What no contact should cover: the person, and the names of the circles. */
function listFixed(frame: Frame): Disc[] {
  const names = frame.edges.map((edge) => ({ at: { x: frame.middle, y: frame.middle - edge + kCircleName }, radius: 0 }));
  return [{ at: { x: frame.middle, y: frame.middle }, radius: kPersonRadius }, ...names];
}

/** All contacts, evenly around the ring of their circle in the order of the map. */
export function placeContacts(frame: Frame, contacts: readonly Contact[]): Spot[] {
  return placeWithin(frame, contacts, 3);
}

/** The circle that `point` lies in; the outer one beyond all. */
export function circleAt(frame: Frame, point: Point): Circle {
  const distance = Math.hypot(point.x - frame.middle, point.y - frame.middle);
  return kCircles.find((circle) => distance <= frame.edges[circle - 1]!) ?? 3;
}

/** At which place of `circle`, from 0, a contact beside the `others` is nearest to `point` along the ring. */
export function placeAt(frame: Frame, point: Point, circle: Circle, others: readonly Contact[]): number {
  const count = others.filter((contact) => circleOf(contact) === circle).length + 1;
  const within = placeWithin(frame, others, kCircles.find((entry) => entry === circle - 1) ?? 0);
  const { slots, first } = makeRing(frame, circle, count, [...listFixed(frame), ...within]);
  const turn = 2 * Math.PI;
  const angle = Math.atan2(point.y - frame.middle, point.x - frame.middle) - first;
  return Math.min(Math.round((angle % turn + turn) % turn / turn * slots) % slots, count - 1);
}
