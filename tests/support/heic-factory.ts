import { execFileSync } from 'node:child_process';

type Plain = { widthPx: number; heightPx: number };
export type HeicOptions = Plain & {
  /** RGB, three bytes a pixel. */
  pixels: Buffer;
  bits?: 8 | 10;
  /** Quarter turns against the clock, as the file's `irot` says. */
  turns?: 0 | 1 | 2 | 3;
  mirror?: 'vertical' | 'horizontal';
  /** Tiles of this side under a grid, as phones write them; else one picture. */
  tilePx?: number;
  icc?: Buffer;
  /** Primaries by number, where there is no profile: 12 is P3. */
  primaries?: number;
  /** Tells another size than the coded one. */
  claimed?: Plain;
  /** Grey pictures of half the size beside the main one, as phones keep how far things are and how
   *  bright a screen may show them. */
  beside?: readonly (keyof typeof purposes)[];
  /** The first tile stands for all: pictures of many millions of pixels in little time. */
  oneTile?: boolean;
};

const purposes = {
  depth: 'urn:mpeg:hevc:2015:auxid:2',
  gain: 'urn:com:apple:photo:2020:aux:hdrgainmap',
} as const;

type Item = { type: 'grid' | 'hvc1'; bytes: Buffer; properties: readonly number[] };

/** Writes a HEIC picture from frames that ffmpeg's HEVC encoder makes; the boxes around them are ours,
 *  after ISO/IEC 23008-12. */
export function writeHeic(ffmpegPath: string, options: HeicOptions): Buffer {
  const tiles = options.tilePx ? cutTiles(options, options.tilePx) : [options];
  const [tile] = tiles;
  if (!tile) throw new Error('a picture has at least one tile');
  const encode = (part: Plain & { pixels: Buffer }) =>
    encodeFrame(ffmpegPath, { ...options, ...part });
  const first = encode(tile);
  const rest = tiles.slice(1).map((part) => (options.oneTile ? first : encode(part)));
  const grey = options.beside?.length ? encodeGrey(ffmpegPath, options) : undefined;
  const properties = propertiesOf(options, tile, first.config, grey);
  const items: Item[] = [first, ...rest].map(({ frame }) => ({
    ...{ type: 'hvc1', bytes: frame },
    properties: options.tilePx ? properties.ofTile : properties.ofMain,
  }));
  if (options.tilePx)
    items.unshift({
      ...{ type: 'grid', bytes: gridItem(options, options.tilePx) },
      properties: properties.ofMain,
    });
  const pictures = items.length;
  if (grey)
    for (const which of properties.ofBeside)
      items.push({ type: 'hvc1', bytes: grey.frame, properties: which });
  const build = (dataAt: number) => [
    box('ftyp', ascii('heic'), u32(0), ascii('mif1heic')),
    fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, u32(0), ascii('pict'), Buffer.alloc(12), ascii('\0')),
      fullBox('pitm', 0, u16(1)),
      locations(items, dataAt),
      fullBox('iinf', 0, u16(items.length), ...items.map(({ type }, at) => entry(at, type))),
      ...references(pictures - 1, items.length - pictures),
      box('iprp', box('ipco', ...properties.boxes), associations(items)),
    ),
  ];
  const before = Buffer.concat(build(0)).length + 8;
  const data = [...new Set(items.map(({ bytes }) => bytes))];
  return Buffer.concat([...build(before), box('mdat', ...data)]);
}

type Properties = {
  boxes: Buffer[];
  ofMain: number[];
  ofTile: number[];
  ofBeside: number[][];
};

/** Shared descriptions; items name them by their place from 1. */
function propertiesOf(
  options: HeicOptions,
  tile: Plain,
  config: Buffer,
  grey: Grey | undefined,
): Properties {
  const { turns = 0, mirror, icc, primaries = 1, tilePx } = options;
  const claimed = options.claimed ?? options;
  const colour = icc
    ? box('colr', ascii('prof'), icc)
    : box('colr', ascii('nclx'), u16(primaries), u16(13), u16(6), Buffer.from([0x80]));
  const size = ({ widthPx, heightPx }: Plain) => fullBox('ispe', 0, u32(widthPx), u32(heightPx));
  const boxes = [
    box('hvcC', config),
    colour,
    size(claimed),
    ...(turns ? [box('irot', Buffer.from([turns]))] : []),
    ...(mirror ? [box('imir', Buffer.from([mirror === 'vertical' ? 0 : 1]))] : []),
  ];
  const shape = boxes.map((_, at) => at + 1).filter((at) => at > 2);
  const ofMain = tilePx ? [2, ...shape] : [1, 2, ...shape];
  const ofTile = tilePx ? [1, boxes.push(size(tile))] : [];
  const ofBeside = (grey ? (options.beside ?? []) : []).map((purpose) => {
    const named = fullBox('auxC', 0, ascii(`${purposes[purpose]}\0`));
    const own = grey ? [box('hvcC', grey.config), size(grey), named] : [];
    return own.map((property) => boxes.push(property));
  });
  return { boxes, ofMain, ofTile, ofBeside };
}

type Grey = Plain & { frame: Buffer; config: Buffer };

/** A grey picture of half the size: every second pixel's green. */
function encodeGrey(ffmpegPath: string, { pixels, widthPx, heightPx }: HeicOptions): Grey {
  const half = { widthPx: Math.floor(widthPx / 2), heightPx: Math.floor(heightPx / 2) };
  const grey = Buffer.alloc(half.widthPx * half.heightPx * 3);
  for (let y = 0, at = 0; y < half.heightPx; y++)
    for (let x = 0; x < half.widthPx; x++, at += 3)
      grey.fill(pixels[(y * 2 * widthPx + x * 2) * 3 + 1] ?? 0, at, at + 3);
  return { ...half, ...encodeFrame(ffmpegPath, { ...half, pixels: grey, isGrey: true }) };
}

function cutTiles({ pixels, widthPx, heightPx, oneTile }: HeicOptions, side: number) {
  const tiles: (Plain & { pixels: Buffer })[] = [];
  for (let top = 0; top < heightPx; top += side)
    for (let left = 0; left < widthPx; left += side) {
      const [first] = tiles;
      if (oneTile && first) {
        tiles.push(first);
        continue;
      }
      const tile = Buffer.alloc(side * side * 3);
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++) {
          const row = Math.min(heightPx - 1, top + y);
          const from = (row * widthPx + Math.min(widthPx - 1, left + x)) * 3;
          pixels.copy(tile, (y * side + x) * 3, from, from + 3);
        }
      tiles.push({ pixels: tile, widthPx: side, heightPx: side });
    }
  return tiles;
}

function gridItem({ widthPx, heightPx }: Plain, side: number): Buffer {
  const [rows, columns] = [Math.ceil(heightPx / side), Math.ceil(widthPx / side)];
  return Buffer.concat([Buffer.from([0, 0, rows - 1, columns - 1]), u16(widthPx), u16(heightPx)]);
}

/** One frame with its length before each unit, and the description that the decoder wants. */
function encodeFrame(
  ffmpegPath: string,
  { pixels, widthPx, heightPx, bits = 8, isGrey = false }: HeicOptions & { isGrey?: boolean },
): { frame: Buffer; config: Buffer } {
  const stream = execFileSync(
    ffmpegPath,
    [
      ...['-nostdin', '-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24'],
      ...['-s', `${widthPx}x${heightPx}`, '-i', 'pipe:0'],
      ...['-vf', 'scale=out_color_matrix=bt601:out_range=full', '-frames:v', '1'],
      ...[
        '-pix_fmt',
        isGrey ? 'gray' : bits === 10 ? 'yuv444p10le' : 'yuv420p',
        '-c:v',
        'libx265',
        '-preset',
        'ultrafast',
      ],
      ...['-x265-params', 'log-level=error:keyint=1:info=0:crf=6:range=full:pools=1'],
      ...['-f', 'hevc', 'pipe:1'],
    ],
    { input: pixels, maxBuffer: 1 << 28 },
  );
  const units = splitUnits(stream);
  const kind = (unit: Buffer) => ((unit[0] ?? 0) >> 1) & 63;
  const frame = units.filter((unit) => kind(unit) < 32).flatMap((unit) => [u32(unit.length), unit]);
  return { frame: Buffer.concat(frame), config: configOf(units, kind, bits, isGrey) };
}

function configOf(
  units: Buffer[],
  kind: (unit: Buffer) => number,
  bits: number,
  isGrey: boolean,
): Buffer {
  const sets = [32, 33, 34].map((wanted) => units.filter((unit) => kind(unit) === wanted));
  const chroma = isGrey ? 0 : bits === 10 ? 3 : 1;
  const profile = isGrey || bits === 10 ? 4 : 1;
  return Buffer.concat([
    Buffer.from([1, profile, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93, 0xf0, 0, 0xfc]),
    Buffer.from([0xfc | chroma, 0xf8 | (bits - 8), 0xf8 | (bits - 8), 0, 0, 0x0f, sets.length]),
    ...sets.flatMap((set, at) => [
      Buffer.from([0x80 | (32 + at)]),
      u16(set.length),
      ...set.flatMap((unit) => [u16(unit.length), unit]),
    ]),
  ]);
}

/** The units between start codes. */
function splitUnits(stream: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = 0; at + 3 <= stream.length; at++)
    if (stream[at] === 0 && stream[at + 1] === 0 && stream[at + 2] === 1) starts.push(at + 3);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    let end = next === undefined ? stream.length : next - 3;
    while (end > start && stream[end - 1] === 0) end--;
    return stream.subarray(start, end);
  });
}

/** Where each item's bytes stand; items that share them share the place. */
function locations(items: readonly Item[], dataAt: number): Buffer {
  const places = new Map<Buffer, number>();
  let at = dataAt;
  const rows = items.map(({ bytes }, index) => {
    const place = places.get(bytes) ?? at;
    if (!places.has(bytes)) at += bytes.length;
    places.set(bytes, place);
    return Buffer.concat([u16(index + 1), u16(0), u16(1), u32(place), u32(bytes.length)]);
  });
  return fullBox('iloc', 0, Buffer.from([0x44, 0]), u16(items.length), ...rows);
}

function entry(index: number, type: Item['type']): Buffer {
  return fullBox('infe', 2, u16(index + 1), u16(0), ascii(`${type}\0`));
}

/** The main picture is made of its tiles; what stands beside it says that it belongs to it. */
function references(tiles: number, beside: number): Buffer[] {
  const to = Array.from({ length: tiles }, (_, index) => u16(index + 2));
  const made = tiles > 0 ? [box('dimg', u16(1), u16(tiles), ...to)] : [];
  const belongs = Array.from({ length: beside }, (_, index) =>
    box('auxl', u16(tiles + 2 + index), u16(1), u16(1)),
  );
  return made.length + belongs.length > 0 ? [fullBox('iref', 0, ...made, ...belongs)] : [];
}

function associations(items: readonly Item[]): Buffer {
  const rows = items.map(({ properties }, index) =>
    Buffer.concat([u16(index + 1), Buffer.from([properties.length, ...properties])]),
  );
  return fullBox('ipma', 0, u32(items.length), ...rows);
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), ascii(type), body]);
}
function fullBox(type: string, version: number, ...parts: Buffer[]): Buffer {
  return box(type, Buffer.from([version, 0, 0, 0]), ...parts);
}
function ascii(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
