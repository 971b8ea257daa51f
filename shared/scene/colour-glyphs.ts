/** One part of a coloured glyph: a glyph of the same font, filled in its own colour or, without one, in
 *  that of the text. */
export type ColourPart = { glyphId: number; colour: string | undefined };

/** Reads which glyphs of a font have colours (OpenType tables COLR version 0 and CPAL). Nothing when
 *  it has none, or when the tables lead out of the file. */
export function readColourGlyphs(
  bytes: Uint8Array,
): ReadonlyMap<number, readonly ColourPart[]> | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const colr = tableAt(view, 'COLR');
    const cpal = tableAt(view, 'CPAL');
    return colr === undefined || cpal === undefined
      ? undefined
      : readParts(view, colr, readPalette(view, cpal));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tableAt(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index;
    const letters = [0, 1, 2, 3].map((step) => view.getUint8(at + step));
    if (String.fromCharCode(...letters) === tag) return view.getUint32(at + 8);
  }
  return undefined;
}

/** The colours of the first palette. */
function readPalette(view: DataView, at: number): string[] {
  const entries = view.getUint16(at + 2);
  const colours = at + view.getUint32(at + 8);
  const first = view.getUint16(at + 12);
  return Array.from({ length: entries }, (_, index) => {
    const entry = colours + 4 * (first + index);
    const bgra = [2, 1, 0, 3].map((step) => view.getUint8(entry + step));
    return `#${bgra.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  });
}

function readParts(view: DataView, at: number, palette: readonly string[]) {
  const glyphs = new Map<number, ColourPart[]>();
  const bases = at + view.getUint32(at + 4);
  const layers = at + view.getUint32(at + 8);
  const count = view.getUint16(at + 2);
  for (let index = 0; index < count; index += 1) {
    const base = bases + 6 * index;
    const first = view.getUint16(base + 2);
    const parts = Array.from({ length: view.getUint16(base + 4) }, (_, step) => {
      const layer = layers + 4 * (first + step);
      return { glyphId: view.getUint16(layer), colour: palette[view.getUint16(layer + 2)] };
    });
    glyphs.set(view.getUint16(base), parts);
  }
  return glyphs;
}
