// Where the words of a filled template really stand, and what is really under them.
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { contrast } from '../../shared/scene/colours.ts';
import { drawScene } from '../../shared/scene/draw-scene.ts';
import type { FontSet } from '../../shared/scene/font-set.ts';
import { layoutPrice } from '../../shared/scene/layout-price.ts';
import { layoutText } from '../../shared/scene/layout-text.ts';
import { inkOf } from '../../shared/scene/place-line.ts';
import type { SceneAssets } from '../../shared/scene/scene-assets.ts';
import type { Box, Layer, Scene } from '../../shared/scene/scene.ts';
import { contextOf } from './scene-samples.ts';

export type Edges = { left: number; right: number; top: number; bottom: number };
export type Inked = { id: string; layer: Layer; ink: Edges };

const isWord = (layer: Layer): boolean => ['text', 'price', 'logo', 'badge'].includes(layer.kind);

/** Edges of the ink of every layer of words, in pixels of the scene. */
export function inkOfWords(scene: Scene, fonts: FontSet, assets: SceneAssets): Inked[] {
  return scene.layers.filter(isWord).flatMap((layer) => {
    const ink =
      layer.kind === 'text' || layer.kind === 'price'
        ? inkOfText(layer, fonts)
        : inkOfDrawing(scene, layer, assets);
    return ink ? [{ id: layer.id, layer, ink }] : [];
  });
}

function inkOfText(layer: Layer, fonts: FontSet): Edges | undefined {
  const edges = partsOf(layer, fonts).flatMap(({ glyphs, xPx, baselinePx, sizePx }) => {
    const ink = inkOf(glyphs, sizePx);
    if (!ink) return [];
    const { left, right, top, bottom } = ink;
    const y = { top: baselinePx - top, bottom: baselinePx - bottom };
    return [{ left: xPx + left, right: xPx + right, ...y }];
  });
  return edges.length === 0 ? undefined : around(edges);
}

function partsOf(layer: Layer, fonts: FontSet) {
  if (layer.kind === 'price') return layoutPrice(layer, layer.box, fonts).parts;
  if (layer.kind !== 'text') return [];
  const { sizePx, lines } = layoutText(layer.text, layer.style, layer.box, fonts);
  return lines.map((line) => ({ ...line, sizePx }));
}

function around(edges: readonly Edges[]): Edges {
  return {
    left: Math.min(...edges.map(({ left }) => left)),
    right: Math.max(...edges.map(({ right }) => right)),
    top: Math.min(...edges.map(({ top }) => top)),
    bottom: Math.max(...edges.map(({ bottom }) => bottom)),
  };
}

/** Of a layer that lays itself out: what it leaves on an empty canvas as large as its box. */
function inkOfDrawing(scene: Scene, layer: Layer, assets: SceneAssets): Edges | undefined {
  const { xPx, yPx, widthPx, heightPx } = layer.box;
  const alone = { ...layer, box: { xPx: 0, yPx: 0, widthPx, heightPx } };
  if (alone.kind === 'logo') delete alone.ground;
  const canvas = createCanvas(widthPx, heightPx);
  drawScene(contextOf(canvas), { ...scene, background: '#00000000', layers: [alone] }, 0, assets);
  const { data } = canvas.getContext('2d').getImageData(0, 0, widthPx, heightPx);
  const edges: Edges = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let at = 3; at < data.length; at += 4) {
    if ((data[at] ?? 0) < 40) continue;
    const x = ((at - 3) / 4) % widthPx;
    const y = Math.floor((at - 3) / 4 / widthPx);
    edges.left = Math.min(edges.left, x + xPx);
    edges.right = Math.max(edges.right, x + 1 + xPx);
    edges.top = Math.min(edges.top, y + yPx);
    edges.bottom = Math.max(edges.bottom, y + 1 + yPx);
  }
  return edges.left === Infinity ? undefined : edges;
}

/** The scene without its words: what they stand on. */
export function bareScene(scene: Scene): Scene {
  const layers = scene.layers.flatMap((layer) => {
    if (!isWord(layer)) return [layer];
    // A ground of its own is part of what the words stand on.
    return layer.kind === 'logo' && layer.ground ? [{ ...layer, text: '' }] : [];
  });
  return { ...scene, layers };
}

/** The contrast that 95 of 100 pixels under these words reach. */
export function contrastUnder(canvas: Canvas, { ink, layer }: Inked): number {
  const colour = 'style' in layer ? layer.style.colour : '#000000';
  if (layer.kind === 'badge') return contrast(colour, layer.fill);
  if (layer.kind === 'logo' && layer.ground) return contrast(colour, layer.ground.colour);
  const left = Math.max(0, Math.floor(ink.left));
  const top = Math.max(0, Math.floor(ink.top));
  const width = Math.min(canvas.width, Math.ceil(ink.right)) - left;
  const height = Math.min(canvas.height, Math.ceil(ink.bottom)) - top;
  const { data } = canvas.getContext('2d').getImageData(left, top, width, height);
  const found: number[] = [];
  for (let y = 0; y < height; y += 4)
    for (let x = 0; x < width; x += 4) {
      const at = (y * width + x) * 4;
      const hex = Array.from(data.slice(at, at + 3), (one) => one.toString(16).padStart(2, '0'));
      found.push(contrast(colour, `#${hex.join('')}`));
    }
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length * 0.05)] ?? 21;
}

export function overlap(a: Edges, b: Edges): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function isWithin(ink: Edges, box: Box, byPx = 1): boolean {
  return (
    ink.left >= box.xPx - byPx &&
    ink.top >= box.yPx - byPx &&
    ink.right <= box.xPx + box.widthPx + byPx &&
    ink.bottom <= box.yPx + box.heightPx + byPx
  );
}
