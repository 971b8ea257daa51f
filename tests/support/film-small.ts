// Films as their styles lay them out, small and short enough to be rendered in a test.
import type { Format } from '../../shared/contract/shapes.ts';
import { composeFilm } from '../../shared/scene/film/compose-film.ts';
import type { Film } from '../../shared/scene/film/film.ts';
import type { ClipFacts, FilmStyle } from '../../shared/scene/film/film-style.ts';
import { freshFilm } from '../../shared/scene/film/fresh-film.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { sampleFilmSlots } from './film-samples.ts';
import { sampleBrand } from './scene-samples.ts';
import { templatePhotos } from './template-samples.ts';

const frameMs = 1000 / 30;

/** A style's own film with all its parts, in so many frames. */
export function shortFilm(style: FilmStyle, frames: number): Film {
  const film = freshFilm(style, { ...sampleFilmSlots(style.id), seconds: 6 });
  const each = Math.floor(frames / film.parts.length);
  const last = film.parts.length - 1;
  const parts = film.parts.map((part, index) => {
    const count = index === last ? frames - each * last : each;
    return { ...part, durationMs: count * frameMs };
  });
  return { ...film, parts };
}

/** Laid out as ever, then drawn so much smaller. */
export function smallFilmScene(
  film: Film,
  style: FilmStyle,
  { format, scale, clip }: { format: Format; scale: number; clip?: ClipFacts },
): Scene {
  const photos = Object.values(templatePhotos);
  const facts = {
    photo: (id: string) => photos.find(({ photoId }) => photoId === id),
    clip: () => clip,
  };
  return smallScene(composeFilm(film, format, { style, brand: sampleBrand, facts }), scale);
}

/** Every length in pixels, in whole ones, so much smaller; an encoder wants even sides. */
export function smallScene(scene: Scene, scale: number): Scene {
  const small = scaled(scene, scale) as Scene;
  const even = (px: number) => Math.round((px * scale) / 2) * 2;
  return { ...small, widthPx: even(scene.widthPx), heightPx: even(scene.heightPx) };
}

function scaled(value: unknown, scale: number): unknown {
  if (Array.isArray(value)) return value.map((one) => scaled(one, scale));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, its]) => [
      name,
      typeof its === 'number' && name.endsWith('Px') ? Math.round(its * scale) : scaled(its, scale),
    ]),
  );
}
