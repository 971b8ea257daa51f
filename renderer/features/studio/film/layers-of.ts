import type { FilmExtra } from '../../../../shared/scene/film/film.ts';
import type { Layer } from '../../../../shared/scene/scene.ts';
import type { FilmDesk } from './film-desk.ts';

export type PartLayer = { id: string; layer: Layer; extra: FilmExtra | undefined };

/** The layers of the part that is worked on, as they are laid out now; grounds and veils are left out,
 *  for nobody takes them up. */
export function layersOf({ part, sources }: Pick<FilmDesk, 'part' | 'sources'>): PartLayer[] {
  const start = `${part.id}/`;
  return (sources?.scene.layers ?? []).flatMap((layer) => {
    if (!layer.id.startsWith(start)) return [];
    const id = layer.id.slice(start.length);
    const extra = part.extras?.find((one) => one.layer.id === id);
    return layer.kind === 'shape' && !extra ? [] : [{ id, layer, extra }];
  });
}
