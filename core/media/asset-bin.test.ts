import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { createAssetBin, type AssetBin } from './asset-bin.ts';
import { createFileStore, type FileStore } from './file-store.ts';
import { assetStore, type AssetStore } from './store.ts';

let tools: TestTools;
let files: FileStore;
let store: AssetStore;
let bin: AssetBin;

beforeEach(() => {
  tools = openTestTools();
  files = createFileStore(join(tools.folder, 'media'), tools.newId);
  store = assetStore(tools.db);
  bin = createAssetBin(tools, files);
});
afterEach(() => tools.close());

/** A row with real files behind it. */
function add(id: string, hash: string, origin: 'import' | 'studio' = 'import'): string[] {
  const place = files.placeOf(hash, 'jpg');
  const thumbPlace = files.thumbPlaceOf(hash);
  for (const one of [place, thumbPlace]) {
    mkdirSync(dirname(files.fileOf(one)), { recursive: true });
    writeFileSync(files.fileOf(one), hash);
  }
  const sizes = { widthPx: 1, heightPx: 1, durationMs: undefined, sizeBytes: 9 };
  const kind = { kind: 'photo', state: 'ready', mime: 'image/jpeg', format: undefined } as const;
  const rest = { name: `${id}.jpg`, productIds: [], notes: [], createdAt: 1 };
  store.insert({ id, origin, hash, place, thumbPlace, ...kind, ...sizes, ...rest });
  return [files.fileOf(place), files.fileOf(thumbPlace)];
}

const there = (paths: readonly string[]) => paths.map((path) => existsSync(path));

test('what is in the bin is in no list, and still there for what shows it', () => {
  const paths = add('a1', 'aa11');
  bin.setBinned(['a1'], 5);
  expect(store.list({})).toMatchObject({ items: [], total: 0 });
  expect(store.names()).toEqual([]);
  expect(store.find('a1')?.name).toBe('a1.jpg');
  bin.takeOut('a1');
  expect(store.list({}).total).toBe(1);
  expect(there(paths)).toEqual([true, true]);
});

test('erasing takes rows and files, with what points at them', async () => {
  const paths = add('a1', 'aa11');
  const merged = add('a2', 'bb22');
  store.pointAt('a2', 'a1');
  await bin.erase(['a1']);
  expect([store.find('a1'), store.find('a2')]).toEqual([undefined, undefined]);
  expect(there([...paths, ...merged])).toEqual([false, false, false, false]);
});

test('a file that another asset has too stays', async () => {
  add('a1', 'aa11');
  const paths = add('made', 'aa11', 'studio');
  await bin.erase(['a1']);
  expect(there(paths)).toEqual([true, true]);
  await bin.erase(['made']);
  expect(there(paths)).toEqual([false, false]);
});

test('every list finds words of names, without accents, in any order', () => {
  add('a1', 'aa11');
  bin.rename('a1', 'Fougère d’été.jpg');
  const found = (text: string) => store.list({ text }).items.map(({ id }) => id);
  expect([found('ete foug'), found('fougères'), found('%')]).toEqual([['a1'], [], []]);
});
