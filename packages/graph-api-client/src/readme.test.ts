import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createGraphClient } from './create-graph-client.ts';
import { codeRows, subcodeRows } from './error-table.ts';
import * as library from './index.ts';

const folder = import.meta.dirname;
const text = readFileSync(resolve(folder, '../README.md'), 'utf8');
const code = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
const client = createGraphClient({ baseUrls: { graph: 'https://graph.invalid' }, token: 'x' });

test('every call shown is one that exists', () => {
  const shown = [...code.matchAll(/\b(?:client|person)\.(\w+)\(/g)].map(([, name]) => name ?? '');
  expect(new Set(shown).size).toBeGreaterThan(40);
  expect(shown.filter((name) => !(name in client))).toEqual([]);
});

test('every function shown is exported', () => {
  const used = [...code.matchAll(/(?<![.\w])([a-z]+[A-Z]\w+)\(/g)].map(([, name]) => name ?? '');
  expect(used).toContain('createLoginClient');
  expect(used.filter((name) => !(name in library))).toEqual([]);
});

test('every file named is there, and every group of calls is named', () => {
  const named = [...text.matchAll(/`([\w-]+\.ts)`/g)].map(([, name]) => name ?? '');
  const isThere = (name: string): boolean =>
    existsSync(resolve(folder, name)) || existsSync(resolve(folder, '../test-support', name));
  expect(named.filter((name) => !isThere(name))).toEqual([]);
  const groups = readdirSync(folder).filter(
    (name) =>
      !name.endsWith('.test.ts') &&
      /\nexport function \w+Calls\(/.test(readFileSync(resolve(folder, name), 'utf8')),
  );
  expect(groups.length).toBeGreaterThan(12);
  expect(groups.filter((name) => !named.includes(name))).toEqual([]);
});

test('every reaction of the table is explained, and no other', () => {
  const explained = [...text.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name]) => name ?? '');
  const inTable = [...subcodeRows, ...codeRows].map((row) => row.reaction);
  expect(explained.toSorted()).toEqual([...new Set(inTable)].toSorted());
});
