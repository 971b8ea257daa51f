// A JPEG is a row of segments; what a file says of itself stands before its pixels.

const startOfScan = 0xda;
const application0 = 0xe0;
const application1 = 0xe1;
const application2 = 0xe2;

type Segment = { marker: number; start: number; end: number };

/** The segments before the pixels, each from its marker to its end. */
function segmentsOf(jpeg: Buffer): Segment[] {
  const found: Segment[] = [];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === startOfScan) break;
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    found.push({ marker, start: at, end });
    at = end;
  }
  return found;
}

/** What a JPEG says of its owner and its colours: Exif, XMP and the colour profile. */
export function tagsOf(jpeg: Buffer): Buffer {
  const tags = segmentsOf(jpeg).filter(
    ({ marker }) => marker === application1 || marker === application2,
  );
  return Buffer.concat(tags.map(({ start, end }) => jpeg.subarray(start, end)));
}

/** The same picture, to the pixel, with these tags instead of any it had. */
export function withTags(jpeg: Buffer, tags: Buffer): Buffer {
  const segments = segmentsOf(jpeg);
  const first = segments.filter(({ marker }) => marker === application0);
  const rest = segments.filter(
    ({ marker }) => ![application0, application1, application2].includes(marker),
  );
  const bytes = (some: readonly Segment[]) =>
    some.map(({ start, end }) => jpeg.subarray(start, end));
  const scan = jpeg.subarray(segments.at(-1)?.end ?? 2);
  return Buffer.concat([jpeg.subarray(0, 2), ...bytes(first), tags, ...bytes(rest), scan]);
}
