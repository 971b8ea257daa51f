/** Longest name of a file with its ending: what Windows, macOS, Linux and old ZIP tools all take. */
export const mostLetters = 120;
/** Names that Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(\.|$)/i;
/** What some system refuses in names, what steers a terminal, and what turns the writing around. */
const forbidden = /[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]+/gu;

/** A part of a file name that every system takes, from any text: never empty, never a device, without
 *  leading dots or dashes (hidden files, options of programs) and trailing dots or blanks. */
export function cleanFilePart(text: string, mostOf = mostLetters): string {
  const clean = text
    .normalize('NFC')
    .replace(forbidden, '-')
    .replace(/\s+/gu, ' ')
    .replace(/-{2,}/g, '-');
  const cut = cutToBytes(trimEdges(clean), mostOf);
  const kept = trimEdges(cut);
  if (kept === '') return 'vitrine';
  return reserved.test(kept) ? `_${kept}` : kept;
}

function trimEdges(text: string): string {
  return text.replace(/^[\s.~-]+|[\s.~-]+$/gu, '');
}

/** By letters and by the 255 bytes that Linux counts, never through the middle of a letter. */
function cutToBytes(text: string, mostOf: number): string {
  let bytes = 0;
  let kept = '';
  for (const letter of Array.from(text).slice(0, mostOf)) {
    bytes += utf8Length(letter);
    if (bytes > 200) break;
    kept += letter;
  }
  return kept;
}

function utf8Length(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Words joined by dashes, in letters and digits alone: `Arum d’Éthiopie` is `Arum-d-Éthiopie`. */
export function fileLabel(text: string, mostOf = 80): string {
  return cleanFilePart(text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'), mostOf);
}

/** Small letters without accents: `arum-d-ethiopie`. Letters without a plain form stay. */
export function fileSlug(text: string, mostOf = 60): string {
  const plain = text
    .normalize('NFKD')
    .replace(/([A-Za-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/ß/g, 'ss');
  return fileLabel(plain.toLowerCase(), mostOf);
}

/** What two file systems that know no case or no composed letters take for the same name. */
export function nameKey(name: string): string {
  return name.normalize('NFKD').toLowerCase();
}

/** The name itself, or with ` (2)`, ` (3)` … the first that is not taken; `taken` holds keys. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(nameKey(name))) return name;
  const dot = name.lastIndexOf('.');
  const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 2; ; number += 1) {
    const mark = ` (${number})`;
    const room = mostLetters - mark.length - ending.length;
    const tried = `${cleanFilePart(base, room)}${mark}${ending}`;
    if (!taken.has(nameKey(tried))) return tried;
  }
}
