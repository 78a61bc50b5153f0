// What lies under the places where the service has a map of its own?
import { makeSvg } from "../../shared/dom";
import { kNorthKm, kSide, standOf, type MapLayout, type Point } from "./map_layout";

const kFull = 360; // degrees
const kTileSide = 256; // pixels; none is drawn larger, in the picture's own units
const kMostZoom = 14; // at which a tile is some 1.5 km wide

/** Who made the service's map; null where it has none. */
export function findTileCredit(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="kring-tiles"]')?.content ?? null;
}

/** The column and the row at `place`, in tiles from the north-west of Web Mercator; whole numbers are the edges of tiles. */
function toTiles(count: number, { longitude, latitude }: Point): { column: number; row: number } {
  const radians = latitude * 2 * Math.PI / kFull;
  return { column: (longitude / kFull + 0.5) * count, row: (0.5 - Math.asinh(Math.tan(radians)) / (2 * Math.PI)) * count };
}

function toPlace(count: number, column: number, row: number): Point {
  const radians = Math.atan(Math.sinh((0.5 - row / count) * 2 * Math.PI));
  return { longitude: (column / count - 0.5) * kFull, latitude: radians / (2 * Math.PI) * kFull };
}

/** The north-west and the south-east of the picture. */
function cornersOf({ home, scale }: MapLayout): [Point, Point] {
  const north = kSide / 2 / scale / kNorthKm;
  const east = north / Math.cos(home.latitude * 2 * Math.PI / kFull);
  return [{ longitude: home.longitude - east, latitude: home.latitude + north }, { longitude: home.longitude + east, latitude: home.latitude - north }];
}

/** Each tile by its own corners, so that it lies right however the picture flattens the earth; one that lacks leaves its place empty. */
function makeTile(layout: MapLayout, zoom: number, column: number, row: number): SVGElement {
  const from = standOf(layout, toPlace(2 ** zoom, column, row));
  const to = standOf(layout, toPlace(2 ** zoom, column + 1, row + 1));
  const tile = makeSvg("image", {
    href: `/tiles/${zoom}/${column}/${row}.png`, x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y, preserveAspectRatio: "none",
  });
  tile.addEventListener("error", () => tile.remove());
  return tile;
}

/** The tiles that the picture needs, which the browser asks the service for at once. */
export function makeTiles(layout: MapLayout): SVGElement {
  const around = kFull * kNorthKm * Math.cos(layout.home.latitude * 2 * Math.PI / kFull); // km, along the parallel of home
  const zoom = Math.min(kMostZoom, Math.max(0, Math.ceil(Math.log2(around * layout.scale / kTileSide))));
  const [northWest, southEast] = cornersOf(layout);
  const first = toTiles(2 ** zoom, northWest);
  const last = toTiles(2 ** zoom, southEast);
  const tiles: SVGElement[] = [];
  for (let row = Math.floor(first.row); row < last.row; ++row) {
    for (let column = Math.floor(first.column); column < last.column; ++column) tiles.push(makeTile(layout, zoom, column, row));
  }
  return makeSvg("g", { class: "tiles" }, ...tiles);
}
