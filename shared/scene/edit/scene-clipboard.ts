import type { Layer, Scene } from '../scene.ts';
import { copyLayers } from './change-layers.ts';
import { boundsOf, wholeBox } from './layer-box.ts';
import { scaleStyle } from './scale-style.ts';
import { isRecord } from '../../rules/plain-records.ts';

/** Under this type layers lie on the clipboard, beside their words as plain text. */
export const layersMime = 'application/x-vitrine-layers';

export type CopiedLayers = { widthPx: number; heightPx: number; layers: Layer[] };

const kinds = new Set(['photo', 'shape', 'text', 'price', 'logo', 'badge', 'qr', 'sticker']);
const mostLayers = 400;
const mostLetters = 2_000_000;

export function writeLayers(scene: Scene, layers: readonly Layer[]): string {
  const { widthPx, heightPx } = scene;
  return JSON.stringify({ vitrine: 'layers', widthPx, heightPx, layers });
}

/** The words of copied layers, for other programs. */
export function wordsOf(layers: readonly Layer[]): string {
  return layers.flatMap((layer) => ('text' in layer ? [layer.text] : [])).join('\n');
}

/** Nothing for what no window of this studio wrote. */
export function readLayers(text: string): CopiedLayers | undefined {
  if (text.length > mostLetters) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value['vitrine'] !== 'layers') return undefined;
    const { widthPx, heightPx, layers } = value;
    if (!isLength(widthPx) || !isLength(heightPx) || !Array.isArray(layers)) return undefined;
    if (layers.length === 0 || layers.length > mostLayers || !layers.every(isLayer))
      return undefined;
    return { widthPx, heightPx, layers: layers as Layer[] };
  } catch {
    return undefined;
  }
}

/** Copied layers as they fit into a scene: as large against it as they were, and inside it. Copies that
 *  would lie exactly on what they were copied from stand a little aside. */
export function fitLayers(copied: CopiedLayers, scene: Scene, newId: () => string): Layer[] {
  const factor =
    Math.min(scene.widthPx, scene.heightPx) / Math.min(copied.widthPx, copied.heightPx);
  const sized = copied.layers.map((layer) =>
    factor === 1 ? layer : scaleStyle({ ...layer, box: scaled(layer, factor) }, factor),
  );
  const bounds = boundsOf(sized);
  if (!bounds) return [];
  const stepPx = Math.round(Math.min(scene.widthPx, scene.heightPx) * 0.02);
  const isTaken = sized.some((layer) =>
    scene.layers.some(({ box }) => box.xPx === layer.box.xPx && box.yPx === layer.box.yPx),
  );
  const aside = isTaken ? stepPx : 0;
  const dxPx = inside(bounds.xPx + aside, bounds.widthPx, scene.widthPx) - bounds.xPx;
  const dyPx = inside(bounds.yPx + aside, bounds.heightPx, scene.heightPx) - bounds.yPx;
  return copyLayers(sized, newId, { dxPx, dyPx });
}

function scaled({ box }: Layer, factor: number) {
  return wholeBox({
    ...{ xPx: box.xPx * factor, yPx: box.yPx * factor },
    ...{ widthPx: box.widthPx * factor, heightPx: box.heightPx * factor },
  });
}

/** Where something begins so that it can be seen; what is too large stays where it is. */
function inside(startPx: number, sizePx: number, wholePx: number): number {
  if (sizePx >= wholePx) return startPx;
  return Math.round(Math.min(Math.max(startPx, 0), wholePx - sizePx));
}

function isLayer(value: unknown): boolean {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false;
  const { box, kind } = value;
  if (typeof kind !== 'string' || !kinds.has(kind) || !isRecord(box)) return false;
  const needsWords = ['text', 'price', 'logo', 'badge'].includes(kind);
  if (needsWords && (typeof value['text'] !== 'string' || !isRecord(value['style']))) return false;
  const isPlaced = Number.isFinite(box['xPx']) && Number.isFinite(box['yPx']);
  return isPlaced && isLength(box['widthPx']) && isLength(box['heightPx']);
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= 20_000;
}
