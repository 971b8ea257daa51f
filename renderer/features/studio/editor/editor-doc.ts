import type { Creation, CreationSource } from '../../../../shared/contract/creations.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { spreadChange } from '../../../../shared/scene/edit/spread-change.ts';
import type { Layer, Scene } from '../../../../shared/scene/scene.ts';

export type Scenes = Partial<Record<Format, Scene>>;
/** What the editor changes, and undoes as one. */
export type EditorDoc = { name: string; scenes: Scenes; source: CreationSource };

export function docOf({ name, scenes, source }: Creation): EditorDoc {
  return { name, scenes, source };
}

export function formatsOf(doc: EditorDoc): Format[] {
  return Object.keys(doc.scenes) as Format[];
}

/** Puts in the changed scene of one format; `spreads` brings its words, colours and photos to the
 *  others. */
export function changeScene(doc: EditorDoc, next: Scene, spreads: boolean): EditorDoc {
  const before = doc.scenes[next.format];
  if (before === next) return doc;
  const scenes: Scenes = { ...doc.scenes };
  if (spreads && before)
    for (const [format, other] of Object.entries(doc.scenes))
      if (format !== next.format) scenes[format as Format] = spreadChange(before, next, other);
  scenes[next.format] = next;
  return { ...doc, scenes };
}

export type DocChange = {
  name?: string;
  scenes?: Scenes;
  removed?: Format[];
  source?: CreationSource;
};

/** What must be saved of a document, by what was saved last. */
export function changeOf(saved: EditorDoc, now: EditorDoc): DocChange | undefined {
  const scenes: Scenes = {};
  for (const [format, scene] of Object.entries(now.scenes))
    if (saved.scenes[format as Format] !== scene) scenes[format as Format] = scene;
  const removed = formatsOf(saved).filter((format) => !now.scenes[format]);
  const name = now.name.trim();
  const change: DocChange = {
    ...(now.name !== saved.name && name ? { name } : {}),
    ...(Object.keys(scenes).length > 0 ? { scenes } : {}),
    ...(removed.length > 0 ? { removed } : {}),
    ...(now.source === saved.source ? {} : { source: now.source }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

/** Layers made by hand are told from those of a template by their ids. */
export const ownPrefix = 'own-';

/** Fills another template's scene with what the merchant wrote and chose before, and keeps the layers
 *  made by hand on top. */
export function keepSlots(before: Scene | undefined, filled: Scene): Scene {
  if (!before) return filled;
  const known = new Map(before.layers.map((layer) => [layer.id, layer]));
  const layers = filled.layers.map((layer) => takeSlot(known.get(layer.id), layer));
  const own = before.layers.filter((layer) => layer.id.startsWith(ownPrefix));
  return { ...filled, layers: [...layers, ...own] };
}

function takeSlot(from: Layer | undefined, layer: Layer): Layer {
  if (from?.kind === 'photo' && layer.kind === 'photo') {
    const { photoId, work, flip, focus } = from;
    return {
      ...{ ...layer, photoId },
      ...(work && { work }),
      ...(flip && { flip }),
      ...(focus && { focus }),
    };
  }
  if (from?.kind !== layer.kind || !('text' in from) || !('text' in layer)) return layer;
  return { ...layer, text: from.text } as Layer;
}
