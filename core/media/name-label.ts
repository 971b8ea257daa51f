import { basename } from 'node:path';

/** A file's name as it is shown: never used to find or write a file. */
export function nameLabel(nameOrPath: string): string {
  const name = basename(nameOrPath.replaceAll('\\', '/')).normalize('NFC');
  // Control and direction characters would let a name pose as another.
  const clean = name.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return clean.slice(0, 200) || 'sans-nom';
}
