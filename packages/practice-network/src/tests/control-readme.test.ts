import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTester, type Tester } from '../testing/open-tester.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

let tester: Tester;
let known: { routes: string[]; faults: string[] };
beforeAll(async () => {
  tester = await openTester();
  known = (await tester.control('/')) as typeof known;
});
afterAll(() => tester.close());

/** The cells of the tables of one section. */
function rows(section: string): string[][] {
  const [, text = ''] = readme.split(`## ${section}\n`);
  const [own = ''] = text.split('\n## ');
  return own
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[\s|-]+$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** What stands between backticks. */
function names(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

test('the table of control endpoints has each that there is, and no other', () => {
  const told = rows('Control endpoints')
    .slice(1)
    .map(([, method = '', path = '']) => `${method} ${names(path)[0]?.split('?')[0] ?? ''}`);
  expect([...new Set(told)].toSorted()).toEqual(known.routes.toSorted());
});

test('every endpoint of the table says what it answers', () => {
  for (const row of rows('Control endpoints')) expect(row[4], row[2]).not.toBe('');
});

test('the table of faults has each mode that there is, under names that are taken', async () => {
  const told = rows('Faults')
    .slice(1)
    .flatMap(([, cell = '']) => names(cell));
  expect(told).toEqual(expect.arrayContaining(known.faults));
  for (const mode of told) await tester.control('/faults', { edge: 'GET /{product}', mode });
  await expect(tester.control('/faults', { mode: 'bad-mood' })).rejects.toThrow(/bad-mood/);
});

test('each setting is named', async () => {
  const settings = (await tester.control('/settings')) as Record<string, unknown>;
  const [, paragraph = ''] = /\nSettings: ([\s\S]*?)\n\n/.exec(readme) ?? [];
  expect(names(paragraph)).toEqual(expect.arrayContaining(Object.keys(settings)));
});
