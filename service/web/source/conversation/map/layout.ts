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

export interface Spot {
  contact: Contact;
  at: Point;
  radius: number;
  isCrowded: boolean; // no room for names
}

const kMargin = 4;
const kEdges = [0.46, 0.74, 1] as const; // of the outer circle
const kRings = [0.29, 0.6, 0.86] as const; // where the contacts of each circle stand
const kTurns = [-0.15, 0.2, 0] as const; // of a step: contacts of different rings do not line up
const kMiddle = 20; // the radius of the person
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
  first: number; // radians: beside the top, where the circle's name stands
  near: number;
  apart: number;
  radius: number;
}

function makeRing(frame: Frame, circle: Circle, count: number): Ring {
  const outer = frame.edges[2];
  const middle = kRings[circle - 1]! * outer;
  const largest = Math.min(kLargest, outer * 0.11);
  const isRoomy = 2 * Math.PI * middle / Math.max(count, 1) >= kRoomy;
  const slots = Math.max(1, isRoomy ? count : count + count % 2);
  const step = 2 * Math.PI / slots;
  const first = -Math.PI / 2 + (0.5 + kTurns[circle - 1]!) * step;
  if (isRoomy) return { slots, step, first, near: middle, apart: 0, radius: largest };
  const inside = circle === 1 ? kMiddle : frame.edges[circle - 2]!;
  const radius = Math.max(kLeast, Math.min(largest, (frame.edges[circle - 1]! - inside) / 4));
  const near = inside + radius + 2;
  return { slots, step, first, near, apart: frame.edges[circle - 1]! - radius - 1 - near, radius };
}

function placeRing(frame: Frame, circle: Circle, contacts: readonly Contact[]): Spot[] {
  const ring = makeRing(frame, circle, contacts.length);
  return contacts.map((contact, place) => ({
    contact, radius: ring.radius, isCrowded: ring.apart > 0,
    at: pointAt(frame, ring.near + (place % 2) * ring.apart, ring.first + place * ring.step),
  }));
}

/** All contacts, evenly around the ring of their circle in the order of the map. */
export function placeContacts(frame: Frame, contacts: readonly Contact[]): Spot[] {
  return kCircles.flatMap((circle) => placeRing(frame, circle, contacts.filter((contact) => circleOf(contact) === circle)));
}

/** The circle that `point` lies in; the outer one beyond all. */
export function circleAt(frame: Frame, point: Point): Circle {
  const distance = Math.hypot(point.x - frame.middle, point.y - frame.middle);
  return kCircles.find((circle) => distance <= frame.edges[circle - 1]!) ?? 3;
}

/** Which of `count` places in `circle` is nearest to `point` along the ring, from 0. */
export function placeAt(frame: Frame, point: Point, circle: Circle, count: number): number {
  const { slots, first } = makeRing(frame, circle, count);
  const turn = 2 * Math.PI;
  const angle = Math.atan2(point.y - frame.middle, point.x - frame.middle) - first;
  return Math.min(Math.round((angle % turn + turn) % turn / turn * slots) % slots, count - 1);
}
