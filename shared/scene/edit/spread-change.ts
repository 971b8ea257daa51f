import type { Layer, Scene, TextStyle } from '../scene.ts';

/** What a layer says and shows; where it stands and how large it is belongs to each format. */
const contentKeys = [
  ...['text', 'oldText', 'oldColour', 'fill', 'stroke', 'photoId', 'ratio', 'crop', 'focus'],
  ...['flip', 'work', 'tone', 'dark', 'light', 'stickerId', 'colour', 'name', 'hidden', 'opacity'],
  ...['blend', 'shadow', 'ground', 'locked'],
];
const styleKeys = ['font', 'colour', 'letterSpacingEm', 'align'] as const;

type Loose = Record<string, unknown>;

/** Brings what changed in `after` against `before` to the same layers of another format: words, colours,
 *  photos, never places and sizes. Layers are the same by id and kind. */
export function spreadChange(before: Scene, after: Scene, other: Scene): Scene {
  const earlier = new Map(before.layers.map((layer) => [layer.id, layer]));
  const changed = new Map<string, { from: Layer; to: Layer }>();
  for (const to of after.layers) {
    const from = earlier.get(to.id);
    if (from && from !== to && from.kind === to.kind) changed.set(to.id, { from, to });
  }
  const background = before.background === after.background ? other.background : after.background;
  if (changed.size === 0 && background === other.background) return other;
  const layers = other.layers.map((layer) => {
    const change = changed.get(layer.id);
    return change && change.to.kind === layer.kind ? bring(change, layer) : layer;
  });
  const isSame = layers.every((layer, index) => layer === other.layers[index]);
  if (isSame && background === other.background) return other;
  return { ...other, background, layers };
}

function bring({ from, to }: { from: Layer; to: Layer }, layer: Layer): Layer {
  const next: Loose = { ...layer };
  let isChanged = false;
  for (const key of contentKeys) {
    const [was, is] = [(from as Loose)[key], (to as Loose)[key]];
    if (was === is) continue;
    isChanged = true;
    if (is === undefined) delete next[key];
    else next[key] = is;
  }
  const style = bringStyle(from, to, layer);
  if (style) next['style'] = style;
  return isChanged || style ? (next as Layer) : layer;
}

function bringStyle(from: Layer, to: Layer, layer: Layer): TextStyle | undefined {
  if (!('style' in from) || !('style' in to) || !('style' in layer)) return undefined;
  const next: Loose = { ...layer.style };
  let isChanged = false;
  for (const key of styleKeys) {
    if (from.style[key] === to.style[key]) continue;
    isChanged = true;
    if (to.style[key] === undefined) delete next[key];
    else next[key] = to.style[key];
  }
  return isChanged ? (next as TextStyle) : undefined;
}
