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
}

const kMargin = 4;
const kEdges = [0.46, 0.74, 1] as const; // of the outer circle
const kRings = [0.29, 0.6, 0.86] as const; // where the contacts of each circle stand
const kStagger = 0.055; // every second contact of a full ring stands so much further out, and the others further in
const kTurns = [-0.15, 0.2, 0] as const; // of a step: contacts of different rings do not line up
const kLargest = 22; // a target of 44 px
const kLeast = 13; // and of 26

export function makeFrame(size: number): Frame {
  const outer = size / 2 - kMargin;
  return { size, middle: size / 2, edges: [kEdges[0] * outer, kEdges[1] * outer, outer] };
}

function pointAt(frame: Frame, distance: number, angle: number): Point {
  return { x: frame.middle + distance * Math.cos(angle), y: frame.middle + distance * Math.sin(angle) };
}

/** Where a ring of `count` begins: beside the top, where the circle's name stands. */
function firstAngle(circle: Circle, count: number): number {
  return -Math.PI / 2 + (0.5 + kTurns[circle - 1]!) * 2 * Math.PI / Math.max(count, 1);
}

function placeRing(frame: Frame, circle: Circle, contacts: readonly Contact[]): Spot[] {
  const outer = frame.edges[2];
  const distance = kRings[circle - 1]! * outer;
  const step = 2 * Math.PI / Math.max(contacts.length, 1);
  const room = distance * step; // along the ring, for each
  const radius = Math.max(kLeast, Math.min(kLargest, outer * 0.09, room * 0.45));
  const stagger = room < 4 * kLargest && contacts.length > 2 ? kStagger * outer : 0;
  return contacts.map((contact, place) => ({
    contact, radius,
    at: pointAt(frame, distance + (place % 2 === 0 ? -stagger : stagger), firstAngle(circle, contacts.length) + place * step),
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

/** Which of `count` places along the ring of `circle` is nearest to `point`, from 0. */
export function placeAt(frame: Frame, point: Point, circle: Circle, count: number): number {
  const angle = Math.atan2(point.y - frame.middle, point.x - frame.middle) - firstAngle(circle, count);
  const turn = 2 * Math.PI;
  return Math.round(((angle % turn) + turn) % turn / turn * count) % Math.max(count, 1);
}
