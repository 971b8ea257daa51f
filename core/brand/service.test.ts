import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { inspectFont } from '../media/worker/font/inspect-font.ts';
import { brandService, type BrandService, type BrandUses } from './service.ts';

const shipped = join(import.meta.dirname, '../../resources/fonts');
let tools: TestTools;
let folder = '';
let brand: BrandService;

beforeEach(() => {
  tools = openTestTools();
  folder = mkdtempSync(join(tmpdir(), 'vitrine-brand-'));
  const uploads: Record<string, string> = {
    fleur: 'Fraunces_500Medium.ttf',
    text: 'OFL-Inter.txt',
  };
  const library = {
    fontsDir: join(folder, 'fonts'),
    readAsset: (id: string) => uploads[id] && { path: join(shipped, uploads[id]) },
    workers: { run: (_: string, input: { path: string }) => inspectFont(input) },
  } as unknown as BrandUses['library'];
  brand = brandService(tools, { library });
});
afterEach(() => {
  tools.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a font that was read is kept whole under an id of ours, once for a clientId', async () => {
  const font = await brand.importFont('fleur', 'c1');
  expect(font).toMatchObject({
    family: `own:${font.id}`,
    name: 'Fraunces',
    weight: 500,
    missing: '',
  });
  expect(await brand.importFont('fleur', 'c1')).toEqual(font);
  expect(brand.fonts()).toEqual({ fonts: [font] });
  expect(readdirSync(join(folder, 'fonts'))).toEqual([font.id]);
  expect(tools.heard).toContainEqual({ type: 'changed', topic: 'shop' });
});

test('what is no font leaves nothing behind', async () => {
  await expect(brand.importFont('text')).rejects.toThrow('font-unreadable');
  await expect(brand.importFont('unknown')).rejects.toBeInstanceOf(Problem);
  expect(brand.fonts()).toEqual({ fonts: [] });
  expect(existsSync(join(folder, 'fonts'))).toBe(false);
});

test('a font that is taken away is gone with its file; a second time it is not there', async () => {
  const { id } = await brand.importFont('fleur');
  await brand.removeFont(id);
  expect(brand.fonts()).toEqual({ fonts: [] });
  expect(readdirSync(join(folder, 'fonts'))).toEqual([]);
  await expect(brand.removeFont(id)).rejects.toThrow('not-found');
});
