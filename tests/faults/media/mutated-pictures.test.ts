import { describe, expect, it } from 'vitest';
import { createPictureRunner } from '../suites/pictures/run-pictures.ts';
import type { RunEnd } from '../suites/suites.ts';
import { addTally, emptyTally, totalOf } from '../suites/tally.ts';
import { openTestLibrary } from '../../support/test-library.ts';
import { validPictures } from './valid-pictures.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A few of those that `npm run test:faults -- --suite pictures` brings in by the thousand.
const count = 140;

describe('F65–F72 damaged pictures and fonts', () => {
  it('the undamaged pictures come in', async () => {
    const test = openTestLibrary();
    try {
      for (const { name, bytes } of await validPictures()) {
        const path = join(test.tools.folder, name);
        writeFileSync(path, bytes);
        const outcome = await test.library.importPath(path);
        expect({ name, outcome }).toMatchObject({ outcome: { ok: true } });
      }
    } finally {
      await test.close();
    }
  });

  it(
    'are each answered by name or come in, and leave nothing behind',
    { timeout: 120_000 },
    async () => {
      const ends: RunEnd[] = [];
      const seeds = Array.from({ length: count }, (_, index) => index + 1);
      await createPictureRunner()(seeds, (end) => ends.push(end));
      expect(ends.filter(({ error }) => error !== undefined)).toEqual([]);
      const tally = emptyTally();
      for (const end of ends) addTally(tally, end.tally);
      const { targets, published } = totalOf(tally);
      expect(targets).toBe(count);
      expect(published).toBeGreaterThan(count / 20);
      expect(published).toBeLessThan(count);
    },
  );
});
