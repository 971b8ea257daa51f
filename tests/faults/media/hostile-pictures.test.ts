import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../core/media/media-library-types.ts';
import { photoPixels } from '../../support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../support/test-library.ts';
import { hostileFiles } from './hostile-files.ts';

let studio: TestLibrary;
let folder: string;

beforeAll(() => {
  studio = openTestLibrary();
  folder = join(studio.tools.folder, 'brought');
  mkdirSync(folder);
});
afterAll(() => studio.close());

const answerOf = (outcome: ImportOutcome): string => (outcome.ok ? 'came in' : outcome.code);

function bytesBelow(from: string): number {
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function photo(seed: number): Promise<Buffer> {
  const raw = { width: 64, height: 48, channels: 3 as const };
  return sharp(photoPixels(64, 48, seed), { raw })
    .jpeg()
    .toBuffer();
}

describe('F65–F74 hostile pictures', () => {
  it('are each answered by name, and leave nothing behind', { timeout: 120_000 }, async () => {
    const wrong: Record<string, string> = {};
    let takenBytes = 0;
    for (const [index, { name, bytes, answers }] of (await hostileFiles()).entries()) {
      const path = join(folder, `${index} ${name}`);
      writeFileSync(path, bytes);
      const answer = answerOf(await studio.library.importPath(path));
      if (!answers.includes(answer)) wrong[name] = answer;
      if (answer === 'came in') takenBytes += bytes.length;
    }
    expect(wrong).toEqual({});
    const media = join(studio.dataDir, 'media');
    expect(readdirSync(join(media, 'incoming'))).toEqual([]);
    // What came in, with a thumbnail each.
    expect(bytesBelow(media)).toBeLessThan(takenBytes + 100_000);
    expect(readdirSync(join(studio.dataDir, 'work'))).toEqual([]);
  });

  it('have names that are only shown, whatever is in them', { timeout: 60_000 }, async () => {
    const names = [
      ...['-rf.jpg', '%d-%s.jpg', 'a\nb.jpg', 'photo\u202egpj.exe', '🌿👩🏽‍🌾.jpg', 'CON.jpg', '..jpg'],
      ...['$(touch x).jpg', "';--.jpg", `${'é'.repeat(120)}.jpg`, '\xa0.jpg', 'name..jpg '],
    ];
    for (const [index, name] of names.entries()) {
      const path = join(folder, name);
      writeFileSync(path, await photo(100 + index));
      const outcome = await studio.library.importPath(path);
      if (!outcome.ok) throw new Error(`${name}: ${outcome.code}`);
      const asset = studio.library.readAsset(outcome.assetId);
      expect(asset?.path).toMatch(/[/\\][0-9a-f]{64}\.jpg$/);
      expect(studio.library.get(outcome.assetId)?.name).not.toMatch(/[\n\u202e]/);
    }
  });

  it.skipIf(process.platform === 'win32')(
    'F14 pipes, devices, folders and endless links are not waited for',
    { timeout: 30_000 },
    async () => {
      const at = (name: string) => join(folder, name);
      execFileSync('mkfifo', [at('pipe.jpg')]);
      symlinkSync('/dev/zero', at('endless.jpg'));
      symlinkSync(at('round.jpg'), at('round.jpg'));
      mkdirSync(at('folder.jpg'));
      writeFileSync(at('whole.jpg'), await photo(300));
      const answers: Record<string, string> = {};
      for (const name of ['pipe.jpg', 'endless.jpg', 'round.jpg', 'folder.jpg', 'a\0b.jpg'])
        answers[name] = answerOf(await studio.library.importPath(at(name)));
      expect(answers).toEqual({
        ...{ 'pipe.jpg': 'file-unreadable', 'endless.jpg': 'file-unreadable' },
        ...{ 'round.jpg': 'file-unreadable', 'folder.jpg': 'file-unreadable' },
        'a\0b.jpg': 'file-missing',
      });
      // The others of the same turn come in.
      const turn = [at('pipe.jpg'), at('a\0b.jpg'), at('whole.jpg')];
      const items = await studio.library.importFiles(turn, 'en');
      expect(items.map((item) => 'assetId' in item)).toEqual([false, false, true]);
    },
  );
});
