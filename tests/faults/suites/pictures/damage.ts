import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../../../shared/contract/problem.ts';
import type { MediaLibrary } from '../../../../core/media/media-library-types.ts';
import { mutateBytes } from '../../../support/mutate-bytes.ts';
import { openTestLibrary } from '../../../support/test-library.ts';
import { validFonts, validPictures, type ValidPicture } from '../../media/valid-pictures.ts';
import { createDice } from '../dice.ts';

/** Everything a damaged picture or font may be answered; each has its own sentence. */
const allowed = new Set([
  ...['file-empty', 'picture-incomplete', 'picture-too-large', 'not-a-picture', 'svg-refused'],
  ...['pdf-refused', 'psd-refused', 'raw-refused', 'jxl-refused', 'playlist-refused'],
  ...['heic-refused', 'video-refused', 'video-damaged', 'file-too-large', 'format-unsupported'],
  ...['import-slow', 'import-crashed', 'font-unreadable', 'font-packed', 'font-too-large'],
]);

export type Damaged = { kind: string; name: string; answer: string };
export type DamageWorld = {
  /** Brings in what the seed makes of a valid file. Throws where it is answered without a name, or leaves
   *  something behind. */
  run(seed: number): Promise<Damaged>;
  close(): Promise<void>;
};

/** A real library with real workers, and a valid file of each kind. Every fifth file is a font. */
export async function openDamageWorld(): Promise<DamageWorld> {
  const test = openTestLibrary();
  const [pictures, fonts] = [await validPictures(), validFonts()];
  const incoming = join(test.dataDir, 'media', 'incoming');
  return {
    async run(seed) {
      const dice = createDice(seed);
      const kind = seed % 5 === 0 ? 'font' : 'picture';
      const valid = kind === 'font' ? fonts : pictures;
      const whole = dice.pick(valid);
      const bytes = damaged(whole, valid, seed);
      const path = join(test.tools.folder, `${seed}-${whole.name}`);
      writeFileSync(path, bytes);
      const answer = await (kind === 'font' ? inspect : bring)(test.library, path);
      rmSync(path);
      if (answer !== 'came in' && !allowed.has(answer))
        throw new Error(`${whole.name} was answered ${answer}`);
      const left = readdirSync(incoming);
      if (left.length > 0) throw new Error(`${whole.name} left ${left.join(', ')}`);
      return { kind, name: whole.name, answer };
    },
    close: () => test.close(),
  };
}

function damaged(whole: ValidPicture, valid: readonly ValidPicture[], seed: number): Buffer {
  const dice = createDice(seed ^ 0x5f5f);
  const other = dice.pick(valid);
  return mutateBytes(whole.bytes, other.bytes, () => dice.below(2 ** 30) / 2 ** 30);
}

async function bring(library: MediaLibrary, path: string): Promise<string> {
  const outcome = await library.importPath(path);
  return outcome.ok ? 'came in' : outcome.code;
}

async function inspect(library: MediaLibrary, path: string): Promise<string> {
  try {
    await library.workers.run('inspectFont', { path }, { limitMs: 60_000 });
    return 'came in';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code;
  }
}
