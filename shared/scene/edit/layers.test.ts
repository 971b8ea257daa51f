import { describe, expect, it } from 'vitest';
import type { Box, Layer, Scene } from '../scene.ts';
import { contrast } from '../colours.ts';
import { alignLayers, distributeLayers } from './align-layers.ts';
import {
  addLayers,
  copyLayers,
  groupLayers,
  orderLayers,
  placeLayers,
  removeLayers,
  ungroupLayers,
} from './change-layers.ts';
import { sceneWith, shape, words } from './edit-samples.ts';
import { endGesture, redo, startHistory, step, undo } from './history.ts';
import { boundsOf } from './layer-box.ts';
import { createLayer } from './new-layer.ts';
import { clickSelection, layerAt, layersIn, nextLayer } from './pick-layers.ts';
import { fitLayers, readLayers, wordsOf, writeLayers } from './scene-clipboard.ts';
import { spreadChange } from './spread-change.ts';

const at = (xPx: number, yPx: number, widthPx = 100, heightPx = 100): Box => ({
  ...{ xPx, yPx, widthPx, heightPx },
});
const ids = (scene: Scene) => scene.layers.map((layer) => layer.id).join('');
const counter = () => {
  let made = 0;
  return () => `new-${(made += 1)}`;
};
const four = sceneWith([
  shape('a', at(0, 0)),
  shape('b', at(50, 50)),
  shape('c', at(300, 0)),
  shape('d', at(700, 500)),
]);

describe('picking', () => {
  it('takes the topmost that is neither hidden nor locked, then the one below', () => {
    expect(layerAt(four, { xPx: 75, yPx: 75 })?.id).toBe('b');
    expect(layerAt(four, { xPx: 75, yPx: 75 }, 'b')?.id).toBe('a');
    expect(layerAt(four, { xPx: 75, yPx: 75 }, 'a')?.id).toBe('b');
    const locked = sceneWith([shape('a', at(0, 0)), shape('b', at(0, 0), { locked: true })]);
    expect(layerAt(locked, { xPx: 5, yPx: 5 })?.id).toBe('a');
    expect(layerAt(four, { xPx: 999, yPx: 5 })).toBeUndefined();
  });

  it('with a frame, with Shift, and with whole groups', () => {
    expect(layersIn(four, at(40, 40, 300, 30)).map((one) => one.id)).toEqual(['a', 'b', 'c']);
    const grouped = groupLayers(four, ['a', 'c'], 'g');
    expect(ids(grouped)).toBe('bacd');
    expect(clickSelection(grouped, ['d'], 'a', true)).toEqual(['a', 'c', 'd']);
    expect(clickSelection(grouped, ['a', 'c', 'd'], 'c', true)).toEqual(['d']);
    expect(clickSelection(grouped, ['d'], undefined, false)).toEqual([]);
    expect(ungroupLayers(grouped, ['a', 'c']).layers.some((one) => one.groupId)).toBe(false);
  });

  it('by Tab goes from the top down, round and round', () => {
    expect(nextLayer(four, [], 1)).toEqual(['d']);
    expect(nextLayer(four, ['d'], 1)).toEqual(['c']);
    expect(nextLayer(four, ['a'], 1)).toEqual(['d']);
    expect(nextLayer(four, ['d'], -1)).toEqual(['a']);
    expect(nextLayer(sceneWith([]), [], 1)).toEqual([]);
  });
});

describe('order', () => {
  it('goes by steps, to the ends, and to a place in the list', () => {
    expect(ids(orderLayers(four, ['b'], 'forward'))).toBe('acbd');
    expect(ids(orderLayers(four, ['b', 'c'], 'forward'))).toBe('adbc');
    expect(ids(orderLayers(four, ['b'], 'backward'))).toBe('bacd');
    expect(ids(orderLayers(four, ['d'], 'forward'))).toBe('abcd');
    expect(ids(orderLayers(four, ['a', 'c'], 'front'))).toBe('bdac');
    expect(ids(orderLayers(four, ['c'], 'back'))).toBe('cabd');
    expect(ids(placeLayers(four, ['d'], 1))).toBe('adbc');
  });

  it('a locked layer is not removed, a copy has its own id and group', () => {
    const scene = sceneWith([shape('a', at(0, 0), { locked: true }), shape('b', at(0, 0))]);
    expect(ids(removeLayers(scene, ['a', 'b']))).toBe('a');
    const grouped = groupLayers(four, ['a', 'b'], 'g');
    const copies = copyLayers(grouped.layers.slice(0, 2), counter(), { dxPx: 5, dyPx: 7 });
    expect(new Set(copies.map((one) => one.groupId)).size).toBe(1);
    expect(copies[0]).toMatchObject({ box: { xPx: 5, yPx: 7 } });
    expect(copies[0]?.groupId).not.toBe('g');
    expect(addLayers(four, copies).layers).toHaveLength(6);
  });
});

describe('alignment', () => {
  it('of one is with the picture, of several with each other, a group moving as one', () => {
    const alone = alignLayers(four, ['d'], 'center').layers[3];
    expect(alone?.box).toMatchObject({ xPx: 490, yPx: 500 });
    const right = alignLayers(four, ['a', 'd'], 'right');
    expect(right.layers[0]?.box.xPx).toBe(700);
    const grouped = alignLayers(groupLayers(four, ['a', 'b'], 'g'), ['a', 'b', 'd'], 'bottom');
    expect(grouped.layers.map((one) => one.box.yPx)).toEqual([450, 500, 0, 500]);
  });

  it('of a turned layer goes by what is seen of it', () => {
    const scene = sceneWith([shape('a', at(200, 200, 200, 100), { rotationDeg: 90 })]);
    const left = alignLayers(scene, ['a'], 'left');
    expect(boundsOf(left.layers)?.xPx).toBeCloseTo(0, 0);
  });

  it('leaves the same space between three', () => {
    const spread = distributeLayers(four, ['a', 'b', 'd'], 'across');
    expect(spread.layers.map((one) => one.box.xPx)).toEqual([0, 350, 300, 700]);
    expect(distributeLayers(four, ['a', 'b'], 'down')).toBe(four);
  });
});

describe('undo', () => {
  it('takes a gesture back in one step, and has no end', () => {
    let history = startHistory(0);
    for (let drag = 1; drag <= 5; drag += 1) history = step(history, drag, 'drag-1');
    history = step(history, 10, 'drag-2');
    expect(undo(history).now).toBe(5);
    expect(undo(undo(history)).now).toBe(0);
    expect(redo(undo(undo(history))).now).toBe(5);
    history = step(endGesture(undo(history)), 11, 'drag-1');
    expect(history.future).toEqual([]);
    expect(undo(history).now).toBe(5);
    for (let count = 0; count < 2000; count += 1) history = step(history, 100 + count);
    for (let count = 0; count < 2000; count += 1) history = undo(history);
    expect(history.now).toBe(11);
    expect(undo(startHistory(7)).now).toBe(7);
  });
});

describe('a change for all formats', () => {
  it('brings words and colours, and leaves places and sizes', () => {
    const title = words('title', at(0, 0, 500, 100));
    const before = sceneWith([title, shape('only-here', at(0, 0))]);
    const style = { ...title.style, colour: '#FF0000', sizePx: 99 };
    const after = sceneWith([
      { ...title, text: 'Nouveau', style, box: at(9, 9), opacity: 0.5 },
      shape('only-here', at(0, 0), { fill: '#00FF00' }),
    ]);
    const other = sceneWith([words('title', at(5, 700, 900, 200)), shape('else', at(1, 1))]);
    const spread = spreadChange(before, after, other);
    expect(spread.layers[0]).toEqual({
      ...other.layers[0],
      text: 'Nouveau',
      opacity: 0.5,
      style: { ...title.style, colour: '#FF0000' },
    });
    expect(spread.layers[1]).toBe(other.layers[1]);
    expect(spreadChange(before, before, other)).toBe(other);
    const dark = { ...before, background: '#101010' };
    expect(spreadChange(before, dark, other).background).toBe('#101010');
  });
});

describe('the clipboard', () => {
  it('carries layers into another format, inside it and as large against it', () => {
    const text = writeLayers(four, [words('t', at(900, 980, 180, 100))]);
    const copied = readLayers(text);
    if (!copied) throw new Error('not read');
    const small = { ...sceneWith([]), format: '1.91:1', widthPx: 1200, heightPx: 630 } as const;
    const [layer] = fitLayers(copied, { ...small, layers: [] }, counter());
    expect(layer).toMatchObject({ id: 'new-1', style: { sizePx: 23.3 } });
    expect(layer?.box).toEqual(at(525, 572, 105, 58));
  });

  it('sets a copy aside of what it was copied from', () => {
    const copied = readLayers(writeLayers(four, four.layers.slice(0, 1)));
    if (!copied) throw new Error('not read');
    expect(fitLayers(copied, four, counter())[0]?.box).toEqual(at(22, 22));
    expect(wordsOf([words('t', at(0, 0)), shape('s', at(0, 0))])).toBe('Arum');
  });

  it.each([
    ['nothing of ours', '{"layers":[]}'],
    ['no JSON', 'bonjour'],
    [
      'a layer without box',
      '{"vitrine":"layers","widthPx":9,"heightPx":9,"layers":[{"id":"a","kind":"shape"}]}',
    ],
    ['a script for words', writeLayers(four, [{ ...words('t', at(0, 0)), text: 3 } as never])],
    ['an unknown kind', writeLayers(four, [{ ...shape('t', at(0, 0)), kind: 'frame' } as never])],
  ])('refuses %s', (_what, text) => {
    expect(readLayers(text)).toBeUndefined();
  });
});

describe('a fresh layer', () => {
  const look = {
    ...{ title: 'Fraunces', text: 'Inter' },
    ...{ ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
  };
  it.each([
    { kind: 'text', text: 'Titre', isTitle: true },
    { kind: 'price', text: '24,90 €' },
    { kind: 'badge', text: 'Nouveau' },
    { kind: 'logo', text: 'La Serre' },
  ] as const)('of $kind can be read and stands in the middle', (wish) => {
    for (const background of ['#24402F', '#F3EBDD', '#808080']) {
      const scene = { ...sceneWith([]), background };
      const layer: Layer = createLayer(wish, scene, look, 'id');
      if (!('style' in layer)) throw new Error('words');
      const ground = layer.kind === 'badge' ? layer.fill : background;
      expect(contrast(layer.style.colour, ground)).toBeGreaterThanOrEqual(4.5);
      expect(layer.box.xPx * 2 + layer.box.widthPx).toBeCloseTo(1080, -1);
    }
  });

  it('of a photo keeps its shape', () => {
    const { box } = createLayer({ kind: 'photo', photoId: 'p', ratio: 2 }, four, look, 'id');
    expect(box.widthPx / box.heightPx).toBeCloseTo(2);
  });

  it('of a logo picture has its shape, and the words for where the picture is gone', () => {
    const wish = { kind: 'logo', text: 'La Serre', photo: { photoId: 'day', ratio: 3 } } as const;
    const layer = createLayer(wish, four, look, 'id');
    expect(layer).toMatchObject({ kind: 'logo', text: 'La Serre', photoId: 'day', ratio: 3 });
    expect(layer.box.widthPx / layer.box.heightPx).toBeCloseTo(3, 1);
  });
});
