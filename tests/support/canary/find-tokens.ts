import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every token of the practice network begins so, and nothing else may: what a person can read in a
 *  token, a search can find. */
const prefix = 'EAAPRACTICE';

/** The network keeps its own tokens, as a network does. */
const ownStore = /^world\.db(-wal|-shm|-journal)?$/;

/** The spellings, beside the plain one, in which a token could lie in a file. In base64 a text looks different at each of three
 *  offsets; the letters that depend on its neighbours are left out. */
function spellings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((offset) => {
    const coded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const wholeLetters = Math.floor(((offset + bytes.length) * 4) / 3);
    return coded.slice(Math.ceil((offset * 4) / 3), wholeLetters);
  });
  return [
    Buffer.from(text, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('hex').toUpperCase()),
    ...base64.map((coded) => Buffer.from(coded)),
  ];
}

const searched = spellings(prefix);

export function holdsToken(bytes: Buffer): boolean {
  return holdsPlainToken(bytes) || searched.some((spelling) => bytes.includes(spelling));
}

/** The beginning alone stands in the program that makes tokens: one goes on. */
function holdsPlainToken(bytes: Buffer): boolean {
  let at = bytes.indexOf(prefix);
  for (; at >= 0; at = bytes.indexOf(prefix, at + 1))
    if (
      /^[A-Za-z0-9]{8}/.test(bytes.toString('latin1', at + prefix.length, at + prefix.length + 8))
    )
      return true;
  return false;
}

/** The files below a folder (or the file itself) that hold a token in any spelling. */
export function filesWithTokens(path: string): string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isDirectory())
    return readdirSync(path).flatMap((name) =>
      ownStore.test(name) ? [] : filesWithTokens(join(path, name)),
    );
  return found.isFile() && holdsToken(readFileSync(path)) ? [path] : [];
}
