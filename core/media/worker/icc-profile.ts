/** Where a colour space puts its primaries and its white, in CIE xy, and how it spaces its values. */
export type ColourSpace = {
  name: string;
  red: Chromaticity;
  green: Chromaticity;
  blue: Chromaticity;
  white: Chromaticity;
  /** A plain exponent, or the sRGB curve. */
  curve: number | 'srgb';
};
type Chromaticity = readonly [x: number, y: number];
type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];

const d65: Chromaticity = [0.3127, 0.329];
/** The white of the connection space, as ICC writes it. */
const d50: Triple = [0.9642, 1, 0.8249];

export const displayP3: ColourSpace = {
  name: 'Display P3',
  red: [0.68, 0.32],
  green: [0.265, 0.69],
  blue: [0.15, 0.06],
  white: d65,
  curve: 'srgb',
};
export const rec2020: ColourSpace = {
  name: 'Rec. 2020',
  red: [0.708, 0.292],
  green: [0.17, 0.797],
  blue: [0.131, 0.046],
  white: d65,
  curve: 'srgb',
};

/** Writes an ICC profile (version 2, matrix and curves) of a colour space, for pictures that name theirs
 *  by a number only. */
export function writeIccProfile(space: ColourSpace): Buffer {
  const columns = toConnectionSpace(space);
  const curve = curveTag(space.curve);
  const tags: [string, Buffer][] = [
    ['desc', descriptionTag(space.name)],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyzTag(d50)],
    ['rXYZ', xyzTag(columns[0])],
    ['gXYZ', xyzTag(columns[1])],
    ['bXYZ', xyzTag(columns[2])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const tableBytes = 4 + tags.length * 12;
  let at = 128 + tableBytes;
  const table = Buffer.alloc(tableBytes);
  table.writeUInt32BE(tags.length, 0);
  tags.forEach(([signature, body], index) => {
    table.write(signature, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(body.length, 12 + index * 12);
    at += body.length;
  });
  return Buffer.concat([header(at), table, ...tags.map(([, body]) => body)]);
}

function header(sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(sizeBytes, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  bytes.writeUInt16BE(2026, 24);
  bytes.writeUInt16BE(1, 26);
  bytes.writeUInt16BE(1, 28);
  bytes.write('acsp', 36, 'latin1');
  d50.forEach((part, index) => bytes.writeInt32BE(fixed(part), 68 + index * 4));
  return bytes;
}

/** The columns of the matrix from the space's linear values to XYZ under D50. */
export function toConnectionSpace({ red, green, blue, white }: ColourSpace): Matrix {
  const primaries = transpose([xyz(red), xyz(green), xyz(blue)]);
  const [r, g, b] = times(invert(primaries), xyz(white));
  const scaled = primaries.map(([x, y, z]): Triple => [x * r, y * g, z * b]) as Matrix;
  return transpose(multiply(bradford(xyz(white), d50), scaled));
}

/** Moves colours seen under one white to another, by the cone responses of Bradford. */
function bradford(from: Triple, to: Triple): Matrix {
  const cones: Matrix = [
    [0.8951, 0.2664, -0.1614],
    [-0.7502, 1.7135, 0.0367],
    [0.0389, -0.0685, 1.0296],
  ];
  const [a, b] = [times(cones, from), times(cones, to)];
  const gains: Matrix = [
    [b[0] / a[0], 0, 0],
    [0, b[1] / a[1], 0],
    [0, 0, b[2] / a[2]],
  ];
  return multiply(invert(cones), multiply(gains, cones));
}

function xyz([x, y]: Chromaticity): Triple {
  return [x / y, 1, (1 - x - y) / y];
}
function times(matrix: Matrix, [x, y, z]: Triple): Triple {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as Triple;
}
function transpose([a, b, c]: Matrix): Matrix {
  return [
    [a[0], b[0], c[0]],
    [a[1], b[1], c[1]],
    [a[2], b[2], c[2]],
  ];
}
function multiply(left: Matrix, right: Matrix): Matrix {
  return transpose(transpose(right).map((column) => times(left, column)) as Matrix);
}
function invert([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const [A, B, C] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const size = a * A + b * B + c * C;
  const rows: Matrix = [
    [A, c * h - b * i, b * f - c * e],
    [B, a * i - c * g, c * d - a * f],
    [C, b * g - a * h, a * e - b * d],
  ];
  return rows.map((row) => row.map((part) => part / size)) as Matrix;
}

const fixed = (value: number): number => Math.round(value * 65_536);

function tag(signature: string, body: Buffer): Buffer {
  const head = Buffer.concat([Buffer.from(`${signature}\0\0\0\0`, 'latin1'), body]);
  return Buffer.concat([head, Buffer.alloc((4 - (head.length % 4)) % 4)]);
}
function xyzTag(value: Triple): Buffer {
  const body = Buffer.alloc(12);
  value.forEach((part, index) => body.writeInt32BE(fixed(part), index * 4));
  return tag('XYZ ', body);
}
function textTag(text: string): Buffer {
  return tag('text', Buffer.from(`${text}\0`, 'latin1'));
}
function descriptionTag(text: string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length + 1);
  return tag('desc', Buffer.concat([size, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(78)]));
}
function curveTag(curve: ColourSpace['curve']): Buffer {
  const points = curve === 'srgb' ? 1024 : 1;
  const body = Buffer.alloc(4 + points * 2);
  body.writeUInt32BE(points);
  if (curve === 'srgb')
    for (let at = 0; at < points; at++)
      body.writeUInt16BE(Math.round(srgbToLinear(at / (points - 1)) * 65_535), 4 + at * 2);
  else body.writeUInt16BE(Math.round(curve * 256), 4);
  return tag('curv', body);
}
function srgbToLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
