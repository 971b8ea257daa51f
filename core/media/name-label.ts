import { basename } from 'node:path';

/** A file's name as it is shown: never used to find or write a file. */
export function nameLabel(nameOrPath: string): string {
  const name = basename(nameOrPath.replaceAll('\\', '/')).normalize('NFC');
  // Control and direction characters would let a name pose as another.
  // eslint-disable-next-line no-control-regex
  const clean = name
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  return clean.slice(0, 200) || 'sans-nom';
}
