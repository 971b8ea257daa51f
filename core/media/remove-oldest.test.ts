import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeOldest } from './remove-oldest.ts';

it('keeps the files that were used last', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-oldest-'));
  try {
    for (const [name, usedAt] of Object.entries({ a: 30, b: 10, c: 40, d: 20 })) {
      writeFileSync(join(folder, name), name);
      utimesSync(join(folder, name), usedAt, usedAt);
    }
    await removeOldest(folder, 4);
    expect(readdirSync(folder)).toEqual(['a', 'b', 'c', 'd']);
    await removeOldest(folder, 3, 2);
    expect(readdirSync(folder)).toEqual(['a', 'c']);
    await removeOldest(folder, 1);
    expect(readdirSync(folder)).toEqual(['c']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
