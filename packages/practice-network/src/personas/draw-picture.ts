import { crc32, deflateSync } from 'node:zlib';
import { seededFraction } from '../seeded-random.ts';

export interface DrawnPicture {
  bytes: Buffer;
  widthPx: number;
  heightPx: number;
}

type Colour = readonly [red: number, green: number, blue: number];
/** Everything is told in shares of the picture's width and height. */
interface Leaf {
  x: number;
  y: number;
  long: number;
  wide: number;
  sin: number;
  cos: number;
  colour: Colour;
}

const walls: readonly Colour[] = [
  [226, 214, 198],
  [203, 214, 209],
  [232, 205, 190],
];
const pots: readonly Colour[] = [
  [184, 92, 56],
  [70, 96, 112],
  [214, 205, 190],
];

/** A plant in a pot on a table, as somebody photographs it at home: upright or lying, PNG. */
export function drawPicture(seed: number): DrawnPicture {
  const isUpright = seededFraction(seed, 'shape') < 0.5;
  const [widthPx, heightPx] = isUpright ? [720, 960] : [960, 720];
  const scene = planScene(seed);
  const rows = Buffer.alloc((widthPx * 3 + 1) * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    const start = y * (widthPx * 3 + 1) + 1;
    for (let x = 0; x < widthPx; x += 1) {
      const colour = colourAt(scene, (x - widthPx / 2) / heightPx, y / heightPx);
      for (let part = 0; part < 3; part += 1) rows[start + x * 3 + part] = colour[part] ?? 0;
    }
  }
  return { bytes: writePng(rows, widthPx, heightPx), widthPx, heightPx };
}

function planScene(seed: number) {
  const pick = (list: readonly Colour[], name: string): Colour =>
    list[Math.floor(seededFraction(seed, name) * list.length)] ?? [128, 128, 128];
  const leaves = Array.from({ length: 11 }, (_, index): Leaf => {
    const turn = (index / 10 - 0.5) * 2.6;
    const long = 0.16 + 0.1 * seededFraction(seed, 'long', index);
    const light = 90 + Math.round(60 * seededFraction(seed, 'light', index));
    return {
      x: Math.sin(turn) * long * 0.9,
      y: 0.58 - Math.cos(turn) * long * 0.9,
      ...{ long, wide: 0.045, sin: Math.sin(turn), cos: Math.cos(turn) },
      colour: [light - 60, light + 20, light - 50],
    };
  });
  return { wall: pick(walls, 'wall'), pot: pick(pots, 'pot'), leaves };
}

/** `x` from the middle, both in shares of the height. */
function colourAt(scene: ReturnType<typeof planScene>, x: number, y: number): Colour {
  const leaf = scene.leaves.findLast((one) => isIn(one, x, y));
  if (leaf !== undefined) return lit(leaf.colour, 1 - Math.abs(x) * 0.5);
  const half = 0.17 - (y - 0.58) * 0.18;
  if (y > 0.58 && y < 0.86 && Math.abs(x) < half) return lit(scene.pot, 1.05 - (x + half) * 1.1);
  if (y > 0.78) return lit([150, 116, 84], 1.1 - (y - 0.78));
  return lit(scene.wall, 1.05 - y * 0.25 - Math.abs(x) * 0.12);
}

function isIn({ x, y, long, wide, sin, cos }: Leaf, atX: number, atY: number): boolean {
  const dx = atX - x;
  const dy = atY - y;
  if (dx * dx + dy * dy > long * long) return false;
  const along = dx * sin - dy * cos;
  const across = dx * cos + dy * sin;
  return (along / long) ** 2 + (across / wide) ** 2 < 1;
}

function lit(colour: Colour, light: number): Colour {
  const part = (value: number): number => Math.max(0, Math.min(255, Math.round(value * light)));
  return [part(colour[0]), part(colour[1]), part(colour[2])];
}

/** Rows of three bytes a pixel, each behind a byte that says that nothing is predicted. */
function writePng(rows: Buffer, widthPx: number, heightPx: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthPx, 0);
  head.writeUInt32BE(heightPx, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    writeChunk('IHDR', head),
    writeChunk('IDAT', deflateSync(rows, { level: 6 })),
    writeChunk('IEND', Buffer.alloc(0)),
  ]);
}

function writeChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
