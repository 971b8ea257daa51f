export type SfntFacts = {
  family: string;
  weight: number;
  style: 'normal' | 'italic';
  /** What its maker allows (OS/2 fsType): pictures are always allowed, files only where it says so. */
  embedding: 'free' | 'preview' | 'restricted';
  /** Holds many weights, of which its usual one is drawn. */
  isVariable: boolean;
};

type Tables = ReadonlyMap<string, { at: number; length: number }>;

const needed = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name'];

/** Reads what a TrueType or OpenType file says of itself. Nothing when it is none, when a table leads
 *  out of the file or one that drawing needs is missing. */
export function readSfnt(bytes: Uint8Array): SfntFacts | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tables = tablesOf(view);
    if (!tables || !isDrawable(view, tables)) return undefined;
    const family = familyName(view, tables);
    return family === undefined ? undefined : { family, ...facesOf(view, tables) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tablesOf(view: DataView): Tables | undefined {
  const kind = view.getUint32(0);
  // 1.0, `true` and `OTTO`: neither collections nor packed web fonts.
  if (kind !== 0x00010000 && kind !== 0x74727565 && kind !== 0x4f54544f) return undefined;
  const count = view.getUint16(4);
  if (count === 0 || count > 200) return undefined;
  const tables = new Map<string, { at: number; length: number }>();
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index;
    const letters = [0, 1, 2, 3].map((step) => view.getUint8(entry + step));
    const at = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    if (at + length > view.byteLength) return undefined;
    tables.set(String.fromCharCode(...letters), { at, length });
  }
  return tables;
}

function isDrawable(view: DataView, tables: Tables): boolean {
  const hasOutlines =
    tables.has('CFF ') || tables.has('CFF2') || (tables.has('glyf') && tables.has('loca'));
  const head = tables.get('head');
  if (!hasOutlines || !head || needed.some((tag) => !tables.has(tag))) return false;
  const unitsPerEm = view.getUint16(head.at + 18);
  return unitsPerEm >= 16 && unitsPerEm <= 16_384;
}

function facesOf(view: DataView, tables: Tables): Omit<SfntFacts, 'family'> {
  const os2 = tables.get('OS/2');
  const head = tables.get('head');
  const isItalic = head !== undefined && (view.getUint16(head.at + 44) & 2) !== 0;
  const fsType = os2 && os2.length >= 10 ? view.getUint16(os2.at + 8) : 0;
  const weight = os2 && os2.length >= 6 ? view.getUint16(os2.at + 4) : 400;
  return {
    weight: Math.min(Math.max(weight, 100), 900),
    style: isItalic ? 'italic' : 'normal',
    embedding: (fsType & 2) !== 0 ? 'restricted' : (fsType & 4) !== 0 ? 'preview' : 'free',
    isVariable: tables.has('fvar'),
  };
}

/** The family as the file names it in Unicode (its typographic name before the old one). */
function familyName(view: DataView, tables: Tables): string | undefined {
  const table = tables.get('name');
  if (!table) return undefined;
  const count = Math.min(view.getUint16(table.at + 2), 500);
  const strings = table.at + view.getUint16(table.at + 4);
  const names = new Map<number, string>();
  for (let index = 0; index < count; index += 1) {
    const entry = table.at + 6 + 12 * index;
    const platform = view.getUint16(entry);
    const nameId = view.getUint16(entry + 6);
    if ((platform !== 0 && platform !== 3) || (nameId !== 1 && nameId !== 16)) continue;
    const at = strings + view.getUint16(entry + 10);
    const text = utf16(view, at, view.getUint16(entry + 8));
    if (text && !names.has(nameId)) names.set(nameId, text);
  }
  return names.get(16) ?? names.get(1);
}

function utf16(view: DataView, at: number, bytes: number): string {
  const units = Array.from({ length: Math.min(bytes, 400) >> 1 }, (_, index) =>
    view.getUint16(at + 2 * index),
  );
  return String.fromCharCode(...units)
    .replace(/[\p{C}]/gu, '')
    .trim()
    .slice(0, 80);
}
