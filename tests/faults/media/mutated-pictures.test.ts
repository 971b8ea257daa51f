import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../core/media/media-library-types.ts';
import { seededRandom } from '../../support/media-factory.ts';
import { mutateBytes } from '../../support/mutate-bytes.ts';
import { openTestLibrary, type TestLibrary } from '../../support/test-library.ts';
import { validPictures, type ValidPicture } from './valid-pictures.ts';

/** All of them by `PICTURE_MUTATIONS=5000`; a hundred or so in every run. */
const count = Number(process.env['PICTURE_MUTATIONS'] ?? 112);
const seed = Number(process.env['PICTURE_SEED'] ?? 20);
const secondsEach = 2;

/** Everything a damaged picture may answer; each has its own sentence. */
const allowed = new Set([
  'file-empty',
  'picture-incomplete',
  'picture-too-large',
  'not-a-picture',
  'svg-refused',
  'pdf-refused',
  'psd-refused',
  'raw-refused',
  'jxl-refused',
  'playlist-refused',
  'heic-refused',
  'video-refused',
  'video-damaged',
  'file-too-large',
  'import-slow',
  'import-crashed',
]);

let test: TestLibrary;
let valid: ValidPicture[];

beforeEach(async () => {
  test = openTestLibrary();
  valid = await validPictures();
});
afterEach(() => test.close());

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

async function bringAll(): Promise<{ outcome: ImportOutcome; name: string }[]> {
  const random = seededRandom(seed);
  const outcomes: { outcome: ImportOutcome; name: string }[] = [];
  const one = async (at: number, bytes: Buffer, name: string) => {
    const path = join(test.tools.folder, `${at}-${name}`);
    writeFileSync(path, bytes);
    outcomes.push({ outcome: await test.library.importPath(path), name });
    rmSync(path);
  };
  for (let at = 0; at < count; at += 2) {
    const pair = [at, at + 1].map((index) => {
      const whole = valid[index % valid.length];
      const other = valid[Math.floor(random() * valid.length)];
      if (!whole || !other) throw new Error('there are valid pictures');
      return one(index, mutateBytes(whole.bytes, other.bytes, random), whole.name);
    });
    await Promise.all(pair);
  }
  return outcomes;
}

describe('F65–F72 damaged pictures', () => {
  it('the undamaged ones come in', async () => {
    for (const { name, bytes } of valid) {
      const path = join(test.tools.folder, name);
      writeFileSync(path, bytes);
      const outcome = await test.library.importPath(path);
      expect({ name, outcome }).toMatchObject({ outcome: { ok: true } });
    }
  });

  it(
    `each of ${count} gets its clear error or comes in, and leaves nothing behind`,
    { timeout: Math.max(120_000, count * secondsEach * 1000) },
    async () => {
      const counts = new Map<string, number>();
      for (const { outcome, name } of await bringAll()) {
        const answer = outcome.ok ? 'came in' : outcome.code;
        counts.set(answer, (counts.get(answer) ?? 0) + 1);
        if (!outcome.ok)
          expect({ name, known: allowed.has(outcome.code) ? '' : outcome.code }).toEqual({
            name,
            known: '',
          });
      }
      if (count > 1000) process.stdout.write(`${JSON.stringify(Object.fromEntries(counts))}\n`);
      const media = join(test.dataDir, 'media');
      expect(readdirSync(join(media, 'incoming'))).toEqual([]);
      expect(bytesBelow(media)).toBeLessThan(count * 100_000);
      expect(
        existsSync(join(test.dataDir, 'work')) && readdirSync(join(test.dataDir, 'work')),
      ).toEqual([]);
      const whole = await test.library.importPath(join(test.tools.folder, 'none.jpg'));
      expect(whole).toMatchObject({ ok: false, code: 'file-missing' });
    },
  );
});
