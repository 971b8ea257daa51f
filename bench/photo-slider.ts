import type { Page } from '@playwright/test';
import { z } from 'zod';
import { startStudio, type RunningStudio } from '../tests/e2e/support/running-studio.ts';
import { openWindow } from '../tests/e2e/support/studio-window.ts';
import { frameTimes, launchBrowser } from './bench-browser.ts';
import { photoInputs } from './inputs.ts';
import { judge, median, type BenchLine } from './measure.ts';

const target = 2;
const rounds = 3;
const stepsAcross = 60;
const idleFrames = 60;

/** Everything at work at once: what a slider follows is never less than this. */
const work = {
  ...{ exposure: 0.3, contrast: 20, shadows: 25, warmth: -10, saturation: 20 },
  ...{ sharpen: 30, vignette: 25, background: { kind: 'plain', colour: '#F3EBDD' } },
};

/** Time between two frames of the window while a slider of a 12-megapixel photo is dragged by a hand,
 *  against the same window at rest: while retouching, and in the photo rows of the editor. */
export async function benchPhotoSlider(): Promise<BenchLine[]> {
  const [file = ''] = await photoInputs(1);
  const browser = await launchBrowser();
  const studio = await startStudio();
  try {
    const imported = z.object({ items: z.tuple([z.object({ assetId: z.string() })]) });
    const answer = await studio.call('media/importFiles', { paths: [file] }, imported);
    const [{ assetId }] = answer.items;
    await studio.call('photoWork/set', { assetIds: [assetId], work }, z.unknown());
    // The address that opens a window works once.
    const path = `#/studio/photo?assets=${assetId}`;
    const { page } = await openWindow(browser, studio, { path });
    await page.locator('.photo-box canvas[data-drawn]').waitFor();
    const retouching = await measure(page, 'photo-slider');
    await page.goto(`${studio.url}/#/studio/editor/${await beginScene(studio, assetId)}`);
    await page.locator('.editor-layer').first().click();
    await page.getByRole('button', { name: 'Régler la photo' }).click();
    await page.locator('.editor-board canvas[data-live]:not([data-live="0"])').waitFor();
    return [retouching, await measure(page, 'photo-slider-editor')];
  } finally {
    await browser.close();
    await studio.stop();
  }
}

/** A picture that is all photo. */
async function beginScene(studio: RunningStudio, assetId: string): Promise<string> {
  const begun = z.object({ id: z.string(), version: z.number() });
  const { id, version } = await studio.call('creations/begin', { formats: ['4:5'] }, begun);
  const size = { widthPx: 1080, heightPx: 1350 };
  const box = { xPx: 0, yPx: 0, ...size };
  const scene = {
    ...{ format: '4:5', ...size, durationMs: 0, background: '#FFFFFF' },
    layers: [{ id: 'own-photo', kind: 'photo', photoId: assetId, work, box }],
  };
  await studio.call('creations/save', { id, version, scenes: { '4:5': scene } }, z.unknown());
  return id;
}

async function measure(page: Page, name: string): Promise<BenchLine> {
  const idle: number[] = [];
  const dragged: number[] = [];
  const slowest: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const still = await frameTimes(page, () => rest(page));
    const moving = await frameTimes(page, () => dragSlider(page));
    // The first round warms both sides.
    if (round === 0) continue;
    idle.push(median(still));
    dragged.push(median(moving));
    slowest.push(moving.toSorted((a, b) => a - b)[Math.floor(moving.length * 0.95)] ?? 0);
  }
  const line = judge(
    { name, target, better: 'lower', against: 'frames of the same window at rest' },
    median(dragged),
    median(idle),
  );
  const ms = (value: number) => value.toFixed(1);
  console.log(
    `${name}: frame ${ms(line.oursMs)} ms dragging (95 % under ${ms(median(slowest))}), ` +
      `${ms(line.yardstickMs)} ms at rest`,
  );
  return line;
}

/** There and back by a real mouse, a step at a time. */
async function dragSlider(page: Page): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Exposition', exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('no slider');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 8, y, { steps: stepsAcross / 2 });
  await page.mouse.move(box.x + 8, y, { steps: stepsAcross });
  await page.mouse.up();
  const value = Number(await slider.inputValue());
  if (value > -1) throw new Error(`the slider stands at ${value}`);
}

function rest(page: Page): Promise<void> {
  return page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++)
      await new Promise((painted) => requestAnimationFrame(painted));
  }, idleFrames);
}
