import { isDeepStrictEqual } from 'node:util';
import type { Film, FilmPart, FilmVisual, FilmWords } from '../../shared/scene/film/film.ts';

/** The film with what its products say and show today: words and photos that still are as when it was
 *  begun (`base`) become those of a film begun now (`fresh`). What was changed by hand stays;
 *  the very same film when nothing differs. */
export function renewFilm(film: Film, base: Film, fresh: Film): Film {
  if (isDeepStrictEqual(base, fresh)) return film;
  if (isDeepStrictEqual(film, base)) return fresh;
  const next = { ...film, parts: film.parts.map((part) => renewPart(part, base, fresh)) };
  return isDeepStrictEqual(next, film) ? film : next;
}

function renewPart(part: FilmPart, base: Film, fresh: Film): FilmPart {
  const before = originOf(part, base);
  const now = before && fresh.parts.find(({ id }) => id === before.id);
  if (!before || !now || now.role !== before.role || now.productId !== before.productId)
    return part;
  const next = { ...part, words: renewWords(part.words, before.words, now.words) };
  for (const key of ['visual', 'before'] as const) {
    const seen = renewVisual(part[key], before[key], now[key]);
    if (seen) next[key] = seen;
  }
  return next;
}

/** The part as it was begun; for a copy or a half of one, a part that says the same of that product. */
function originOf(part: FilmPart, { parts }: Film): FilmPart | undefined {
  const same = parts.find(({ id }) => id === part.id);
  if (same) return same.productId === part.productId ? same : undefined;
  if (part.productId === undefined) return undefined;
  return parts.find(({ role, productId }) => role === part.role && productId === part.productId);
}

function renewWords(words: FilmWords, before: FilmWords, now: FilmWords): FilmWords {
  const next: Record<string, string | number> = { ...words };
  for (const slot of Object.keys({ ...before, ...now }) as (keyof FilmWords)[]) {
    if (words[slot] !== before[slot]) continue;
    const said = now[slot];
    if (said === undefined) delete next[slot];
    else next[slot] = said;
  }
  return next;
}

/** Another photo in the same frame; how it was cut or moved by hand stays, where to look does not. */
function renewVisual(
  visual: FilmVisual | undefined,
  before: FilmVisual | undefined,
  now: FilmVisual | undefined,
): FilmVisual | undefined {
  if (!visual || !before || !now || isDeepStrictEqual(before, now)) return visual;
  if (isDeepStrictEqual(visual, before)) return now;
  if (visual.kind !== 'photo' || now.kind !== 'photo') return visual;
  if (visual.assetId !== before.assetId || before.assetId === now.assetId) return visual;
  const { focus: _focus, ...rest } = visual;
  return { ...rest, assetId: now.assetId };
}
