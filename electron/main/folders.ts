import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Folders = {
  shop: string;
  practice: string;
  last(): 'shop' | 'practice';
  remember(folder: 'shop' | 'practice'): void;
};

/** Practice and shop side by side below one folder of the person's documents, and a note of which was
 *  open last. The same layout as the loopback host's, so both open the same shops. */
export function chooseFolders(documents: string): Folders {
  const base = join(documents, 'Vitrine');
  const note = join(base, 'last-opened');
  return {
    shop: join(base, 'shop'),
    practice: join(base, 'practice'),
    last() {
      try {
        return readFileSync(note, 'utf8').trim() === 'practice' ? 'practice' : 'shop';
      } catch {
        return 'shop';
      }
    },
    remember(folder) {
      mkdirSync(base, { recursive: true });
      writeFileSync(note, folder);
    },
  };
}
