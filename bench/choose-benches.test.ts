import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseBenches } from './choose-benches.ts';

const groups = ['pictures', 'batch', 'library'];
const choose = (...words: string[]) =>
  chooseBenches(words, (group) => readFileSync(join(import.meta.dirname, `${group}.ts`), 'utf8'), [
    ...groups,
  ]);

test('benches are asked for by group or by the line they print', () => {
  expect(choose()).toEqual(groups);
  expect(choose('batch')).toEqual(['batch']);
  expect(choose('rerender-one-of-200')).toEqual(['batch']);
  expect(choose('library-search', 'pictures-vs-sharp')).toEqual(['pictures', 'library']);
  expect(() => choose('rerender')).toThrow(/no bench is called rerender; there are pictures/);
});
