import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { holdCalls } from './support/hold-calls.ts';
import { expectFits, expectNoAxe, shoot, shootForDocs } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

const box = z.object({
  xPx: z.number(),
  yPx: z.number(),
  widthPx: z.number(),
  heightPx: z.number(),
});
const layer = z.looseObject({ id: z.string(), kind: z.string(), box });
const creation = z.object({
  id: z.string(),
  version: z.number(),
  scenes: z.record(z.string(), z.object({ layers: z.array(layer) })),
});
type Creation = z.infer<typeof creation>;

let studio: RunningStudio;
let window: StudioWindow;
let page: Page;
let id: string;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  studio = await startStudio();
  const found = z.object({ items: z.array(z.object({ id: z.string(), sku: z.string() })) });
  const product = await until('the sample products', async () => {
    const { items } = await studio.call('catalogue/search', { text: 'ARU-ETH-14' }, found);
    return items.find((one) => one.sku === 'ARU-ETH-14');
  });
  const source = { templateId: 'arche', productIds: [product.id] };
  const wish = { name: 'Arum, Arche', formats: ['1:1', '9:16'], source };
  ({ id } = await studio.call('creations/begin', wish, creation));
  window = await openWindow(browser, studio, { path: `#/studio/editor/${id}` });
  page = window.page;
  await drawn();
});
test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

/** The picture stands there with its words. */
async function drawn(): Promise<void> {
  await expect(page.locator('.editor-board canvas')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('.editor-row').first()).toBeVisible();
}

async function stored(fits: (now: Creation) => boolean): Promise<Creation> {
  return until('the studio to hold the change', async () => {
    const now = await studio.call('creations/get', { id }, creation);
    return fits(now) ? now : undefined;
  });
}

const layerOf = (now: Creation, format: string, layerId: string) =>
  now.scenes[format]?.layers.find((one) => one.id === layerId);
const row = (name: string | RegExp) => page.locator('.editor-row').filter({ hasText: name });
const stage = () => page.locator('[data-stage]');

/** The middle of what is selected, on the screen. */
async function middleOf(selector: string): Promise<{ x: number; y: number }> {
  const found = await page.locator(selector).boundingBox();
  if (!found) throw new Error(`no ${selector}`);
  return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
}

test('words are written where they stand, reach every format, and outlive the window', async () => {
  await row('Arum').locator('.editor-layer').click();
  const { x, y } = await middleOf('.editor-frame');
  await page.mouse.dblclick(x, y);
  const field = page.locator('.editor-writing');
  await field.fill('Arum géant d’été');
  // The window goes before the studio was told: nothing of it is lost.
  await page.reload();
  await drawn();
  await expect(row('Arum géant d’été')).toBeVisible();
  const now = await stored((one) => layerOf(one, '1:1', 'title')?.['text'] === 'Arum géant d’été');
  expect(layerOf(now, '9:16', 'title')).toMatchObject({ text: 'Arum géant d’été' });
});

test('a hand moves, resizes and turns; guides catch; every gesture is one step to undo', async () => {
  const before = await stored(() => true);
  const from = layerOf(before, '1:1', 'price')?.box;
  if (!from) throw new Error('no price');
  await row('Prix').locator('.editor-layer').click();
  const { x, y } = await middleOf('.editor-frame');
  await page.mouse.move(x, y);
  await page.mouse.down();
  const board = await middleOf('.editor-board');
  await page.mouse.move(x + 60, y - 90, { steps: 4 });
  await page.mouse.move(board.x + 1, y - 90, { steps: 4 });
  await expect(page.locator('.editor-sign')).toHaveText('Centré');
  await page.mouse.up();
  const moved = await stored((one) => layerOf(one, '1:1', 'price')?.box.yPx !== from.yPx);
  const { xPx = 0, widthPx = 0 } = layerOf(moved, '1:1', 'price')?.box ?? {};
  expect(xPx + widthPx / 2).toBeCloseTo(540, 0);
  expect(layerOf(moved, '9:16', 'price')).toEqual(layerOf(before, '9:16', 'price'));

  const grip = await middleOf('[data-handle="1,0"]');
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x - 70, grip.y, { steps: 4 });
  await page.mouse.up();
  await stored((one) => (layerOf(one, '1:1', 'price')?.box.widthPx ?? 0) < from.widthPx - 40);

  const turn = await middleOf('[data-handle="turn"]');
  await page.mouse.move(turn.x, turn.y);
  await page.mouse.down();
  await page.keyboard.down('Shift');
  await page.mouse.move(turn.x + 40, turn.y + 6, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const turned = await stored((one) => layerOf(one, '1:1', 'price')?.['rotationDeg'] !== undefined);
  expect(Number(layerOf(turned, '1:1', 'price')?.['rotationDeg']) % 15).toBe(0);

  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Control+z');
  const back = await stored((one) => layerOf(one, '1:1', 'price')?.box.yPx === from.yPx);
  expect(layerOf(back, '1:1', 'price')).toEqual(layerOf(before, '1:1', 'price'));
});

test('everything goes by keyboard, and layers are carried to another format', async () => {
  await stage().focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.locator('.editor-picked')).toHaveCount(1);
  await row('Prix').locator('.editor-layer').click();
  await stage().focus();
  const before = layerOf(await stored(() => true), '1:1', 'price')?.box;
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  const nudged = await stored((one) => layerOf(one, '1:1', 'price')?.box.xPx !== before?.xPx);
  expect(layerOf(nudged, '1:1', 'price')?.box).toMatchObject({
    xPx: (before?.xPx ?? 0) + 10,
    yPx: (before?.yPx ?? 0) - 1,
  });
  await page.keyboard.press('Control+d');
  const doubled = await stored((one) => one.scenes['1:1']?.layers.length === 5);
  expect(doubled.scenes['1:1']?.layers.at(-1)?.kind).toBe('price');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Delete');
  await stored((one) => one.scenes['1:1']?.layers.length === 4);
  await page.getByRole('radio', { name: 'Story' }).click();
  await stage().focus();
  await page.keyboard.press('Control+v');
  const pasted = await stored((one) => one.scenes['9:16']?.layers.length === 5);
  expect(pasted.scenes['9:16']?.layers.at(-1)?.kind).toBe('price');
  await page.keyboard.press('Control+z');
  await stored((one) => one.scenes['9:16']?.layers.length === 4);
  await page.getByRole('radio', { name: 'Carré' }).click();
  await stage().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Ctrl');
  await page.keyboard.press('Escape');
});

test('what is undone before it is saved, or while it is, is kept as undone', async () => {
  const saves = await holdCalls(page, (frame) => frame.includes('/creations/save'));
  await page.reload();
  await drawn();
  const before = await stored(() => true);
  await row('Prix').locator('.editor-layer').click();
  await stage().focus();
  saves.hold();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => saves.count()).toBe(1);
  await page.keyboard.press('Control+z');
  saves.letGo();
  const after = await stored((one) => one.version === before.version + 2);
  expect(after.scenes).toEqual(before.scenes);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+z');
  await page.reload();
  await drawn();
  await page.getByRole('radio', { name: 'Story' }).click();
  await row('Prix').locator('.editor-layer').click();
  await stage().focus();
  await page.keyboard.press('ArrowUp');
  const last = await stored((one) => one.version > after.version);
  expect(last.scenes['1:1']).toEqual(before.scenes['1:1']);
  await page.keyboard.press('Control+z');
  await stored((one) => one.version > last.version);
  await page.getByRole('radio', { name: 'Carré' }).click();
});

test('moving one layer of two hundred costs little more than the idle editor', async () => {
  const scenes = (
    await studio.call('creations/get', { id }, z.looseObject({ scenes: z.unknown() }))
  ).scenes as Record<string, { layers: unknown[] }>;
  const square = scenes['1:1'];
  const { version } = await stored(() => true);
  const many = Array.from({ length: 196 }, (_, at) => ({
    ...{ id: `dot-${at}`, kind: 'text', text: `Pot n° ${at}` },
    box: { xPx: (at % 14) * 76, yPx: Math.floor(at / 14) * 76, widthPx: 70, heightPx: 30 },
    style: {
      ...{ font: { family: 'Inter', weight: 500 }, sizePx: 18, minSizePx: 8, colour: '#ffffff' },
      ...{ align: 'start', vertical: 'top', maxLines: 1, lineHeight: 1.1 },
    },
  }));
  const filled = { ...square, layers: [...(square?.layers ?? []), ...many] };
  const saved = z.object({ version: z.number() });
  await studio.call('creations/save', { id, version, scenes: { '1:1': filled } }, saved);
  await expect(page.locator('.editor-row')).toHaveCount(200);
  await row('Pot n° 195').locator('.editor-layer').click();
  const idle = await frameTimes(async () => {});
  const { x, y } = await middleOf('.editor-frame');
  const dragged = await frameTimes(async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 160, y - 120, { steps: 60 });
    await page.mouse.up();
  });
  console.log(`frames: idle ${idle} ms, dragging one of 200 layers ${dragged} ms (median)`);
  await stored((one) => layerOf(one, '1:1', 'dot-195')?.box.xPx !== 13 * 76 + 988);
  await page.keyboard.press('Control+z');
  const undone = await stored((one) => layerOf(one, '1:1', 'dot-195')?.box.xPx === 13 * 76);
  await studio.call(
    'creations/save',
    { id, version: undone.version, scenes: { '1:1': square } },
    saved,
  );
  await expect(page.locator('.editor-row')).toHaveCount(4);
});

/** Median time between two frames while something is done. */
async function frameTimes(work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    const note = (now: number) => {
      times.push(now);
      if (times.length < 4000) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    (globalThis as unknown as { times: number[] }).times = times;
  });
  await work();
  return page.evaluate(async () => {
    const { times } = globalThis as unknown as { times: number[] };
    while (times.length < 30) await new Promise((painted) => requestAnimationFrame(painted));
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    times.length = 4000;
    return Math.round((gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0) * 10) / 10;
  });
}

test('it fits the window, is named for ears, and leads into a post', async () => {
  await row('Prix').locator('.editor-layer').click();
  for (const [width, height] of [
    [1280, 800],
    [1024, 700],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `editor-${width}-${colorScheme}`;
      await shoot(page, where);
      await expectFits(page, where);
      await expectNoAxe(page, where);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await shootForDocs(page, 'editor');
  await page.locator('.editor-head .btn-primary').click();
  await page.waitForURL(/#\/plan/);
  await expect(page.locator('.composer .stage-picture')).toBeVisible();
  expect(window.takeFaults()).toEqual([]);
});
