import { describe, expect, it } from 'vitest';
import type { Layer, Scene } from '../../../../shared/scene/scene.ts';
import { changeOf, changeScene, keepSlots, type EditorDoc } from './editor-doc.ts';
import { rescueDocs } from './rescue-doc.ts';
import { fitView, nextZoom, zoomAt } from './view-box.ts';

const style = {
  ...{
    font: { family: 'Inter', weight: 500 as const },
    sizePx: 40,
    minSizePx: 20,
    colour: '#000000',
  },
  ...{ align: 'center' as const, vertical: 'middle' as const, maxLines: 2, lineHeight: 1.1 },
};
const box = { xPx: 0, yPx: 0, widthPx: 100, heightPx: 100 };
const title = (text: string, id = 'title'): Layer => ({ id, kind: 'text', text, style, box });
const photo = (photoId: string): Layer => ({ id: 'photo', kind: 'photo', photoId, box });
const square = (...layers: Layer[]): Scene => ({
  ...{ format: '1:1', widthPx: 1080, heightPx: 1080, durationMs: 0 },
  ...{ background: '#FFFFFF', layers },
});
const story = (...layers: Layer[]): Scene => ({
  ...square(...layers),
  format: '9:16',
  heightPx: 1920,
});
const doc: EditorDoc = {
  ...{ name: 'Arum', source: { productIds: [] } },
  scenes: { '1:1': square(title('Arum')), '9:16': story(title('Arum')) },
};

describe('a change', () => {
  it('reaches the other formats only where that is wanted', () => {
    const next = square(title('Nouveau'));
    expect(changeScene(doc, next, true).scenes['9:16']?.layers[0]).toMatchObject({
      text: 'Nouveau',
    });
    expect(changeScene(doc, next, false).scenes['9:16']).toBe(doc.scenes['9:16']);
  });

  it('is saved as the formats that differ, and not at all when none does', () => {
    expect(changeOf(doc, doc)).toBeUndefined();
    expect(changeOf(doc, { ...doc, name: '  ' })).toBeUndefined();
    const next = square(title('Nouveau'));
    expect(changeOf(doc, changeScene(doc, next, false))).toEqual({ scenes: { '1:1': next } });
    const { '9:16': _gone, ...left } = doc.scenes;
    expect(changeOf(doc, { ...doc, scenes: left })).toEqual({ removed: ['9:16'] });
  });
});

it('another template takes the words, the photo and what was made by hand', () => {
  const before = square(photo('mine'), title('Mes mots'), title('À la main', 'own-1'));
  const filled = square(title('Du catalogue'), photo('theirs'), title('Fixe', 'slogan'));
  expect(keepSlots(before, filled).layers).toMatchObject([
    { id: 'title', text: 'Mes mots' },
    { id: 'photo', photoId: 'mine' },
    { id: 'slogan', text: 'Fixe' },
    { id: 'own-1', text: 'À la main' },
  ]);
  expect(keepSlots(undefined, filled)).toBe(filled);
});

it('unsaved work is kept until it is dropped; what is not ours is no work', () => {
  const kept = new Map<string, string>();
  const rescue = rescueDocs({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  rescue.keep('a', { version: 3, doc });
  expect(rescue.read('a')).toEqual({ version: 3, doc });
  expect(rescue.read('b')).toBeUndefined();
  for (const wrong of ['{', '3', '{"version":"3"}', '{"version":3,"doc":{}}']) {
    kept.set('vitrine-picture-a', wrong);
    expect(rescue.read('a')).toBeUndefined();
  }
  rescue.drop('a');
  expect(kept.size).toBe(0);
});

describe('the view', () => {
  const size = { widthPx: 1080, heightPx: 1920 };
  it('fits all of the picture and never enlarges it', () => {
    const view = fitView(size, { widthPx: 800, heightPx: 700 });
    expect(view.zoom).toBeCloseTo(580 / 1920);
    expect(view.xPx * 2 + 1080 * view.zoom).toBeCloseTo(800, 0);
    expect(fitView({ widthPx: 100, heightPx: 100 }, { widthPx: 800, heightPx: 700 }).zoom).toBe(1);
    expect(fitView(size, { widthPx: 10, heightPx: 10 }).zoom).toBe(0.05);
  });

  it('keeps the point under the hand, within bounds', () => {
    const view = zoomAt({ zoom: 0.5, xPx: 100, yPx: 50 }, 1, { xPx: 200, yPx: 150 });
    expect(view).toEqual({ zoom: 1, xPx: 0, yPx: -50 });
    expect(zoomAt(view, 99, { xPx: 0, yPx: 0 }).zoom).toBe(8);
    expect([nextZoom(0.3, 1), nextZoom(0.5, -1), nextZoom(8, 1), nextZoom(0.05, -1)]).toEqual([
      ...[0.33, 0.33, 8, 0.05],
    ]);
  });
});
