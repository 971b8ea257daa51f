// What can be done to a film by hand. Each edit answers another film and leaves the one before as it was,
// so that steps back and forward are a row of films. What is not possible answers the same film.
import type { RectFrac } from '../scene.ts';
import {
  filmDurationMs,
  longestFilmMs,
  mostParts,
  partTimes,
  shortestPartMs,
  type Film,
  type FilmClip,
  type FilmExtra,
  type FilmPart,
  type FilmVisual,
  type LayerChange,
} from './film.ts';

type Edge = 'start' | 'end';

/** The part that stands at a moment of the film, and how far into it that is. */
export function partAt(
  film: Pick<Film, 'parts'>,
  atMs: number,
): { index: number; part: FilmPart; intoMs: number } | undefined {
  const times = partTimes(film);
  const found = times.findIndex(({ endMs }) => atMs < endMs);
  const index = found < 0 ? film.parts.length - 1 : found;
  const part = film.parts[index];
  return part && { index, part, intoMs: Math.max(0, atMs - (times[index]?.startMs ?? 0)) };
}

/** Changes one part; the film itself when nothing of it changed. */
export function changePart(film: Film, partId: string, change: (part: FilmPart) => FilmPart): Film {
  let isChanged = false;
  const parts = film.parts.map((part) => {
    if (part.id !== partId) return part;
    const next = change(part);
    if (next !== part) isChanged = true;
    return next;
  });
  return isChanged ? { ...film, parts } : film;
}

export function movePart(film: Film, partId: string, to: number): Film {
  const from = film.parts.findIndex(({ id }) => id === partId);
  const place = Math.min(Math.max(to, 0), film.parts.length - 1);
  const part = film.parts[from];
  if (!part || from === place) return film;
  const parts = film.parts.filter((one) => one !== part);
  parts.splice(place, 0, part);
  return { ...film, parts };
}

/** Takes a part out; the last one stays. */
export function removePart(film: Film, partId: string): Film {
  const parts = film.parts.filter(({ id }) => id !== partId);
  return parts.length === 0 || parts.length === film.parts.length ? film : { ...film, parts };
}

/** Puts a part in at a place, as long as the film then is no longer than the networks take. */
export function addPart(film: Film, part: FilmPart, at: number): Film {
  const roomMs = longestFilmMs - filmDurationMs(film);
  if (film.parts.length >= mostParts || roomMs < shortestPartMs) return film;
  const parts = [...film.parts];
  parts.splice(at, 0, { ...part, durationMs: Math.min(part.durationMs, roomMs) });
  return { ...film, parts };
}

export function duplicatePart(film: Film, partId: string, newId: string): Film {
  const at = film.parts.findIndex(({ id }) => id === partId);
  const part = film.parts[at];
  return part ? addPart(film, { ...part, id: newId }, at + 1) : film;
}

/** How long a part lasts, within what a part and the whole film may last. */
export function setDuration(film: Film, partId: string, wishedMs: number): Film {
  return changePart(film, partId, (part) => {
    const mostMs = longestFilmMs - (filmDurationMs(film) - part.durationMs);
    const durationMs = Math.round(Math.min(Math.max(wishedMs, shortestPartMs), mostMs));
    return durationMs === part.durationMs ? part : { ...part, durationMs };
  });
}

/** Draws an edge of a part by so much later in time. At its start a clip begins later in its file, never
 *  before it; what stands in the part keeps its moment of the clip. */
export function trimPart(film: Film, partId: string, edge: Edge, byMs: number): Film {
  const part = film.parts.find(({ id }) => id === partId);
  if (!part) return film;
  if (edge === 'end') return setDuration(film, partId, part.durationMs + byMs);
  const { visual } = part;
  const earliestMs =
    visual?.kind === 'clip' ? -Math.floor(visual.fromMs / speedOf(visual)) : -longestFilmMs;
  const trimmed = setDuration(film, partId, part.durationMs - Math.max(byMs, earliestMs));
  if (visual?.kind !== 'clip') return trimmed;
  return changePart(trimmed, partId, (now) => ({
    ...now,
    visual: laterIn(visual, part.durationMs - now.durationMs),
  }));
}

/** Cuts a part in two at a moment of its own, without a passage between them. */
export function splitPart(film: Film, partId: string, intoMs: number, newId: string): Film {
  const at = film.parts.findIndex(({ id }) => id === partId);
  const part = film.parts[at];
  if (!part || film.parts.length >= mostParts) return film;
  const atMs = Math.round(intoMs);
  const isTooShort = atMs < shortestPartMs || part.durationMs - atMs < shortestPartMs;
  if (isTooShort) return film;
  const [before, after] = splitVisual(part.visual, atMs, part.durationMs);
  const { extras = [], ...rest } = part;
  const first = { ...rest, durationMs: atMs, ...(before && { visual: before }) };
  const second: FilmPart = {
    ...{ ...rest, id: newId, durationMs: part.durationMs - atMs, transition: 'cut' },
    ...(after && { visual: after }),
  };
  const parts = [...film.parts];
  parts.splice(
    at,
    1,
    withExtras(
      first,
      extras.filter(({ inMs = 0 }) => inMs < atMs),
    ),
    withExtras(
      second,
      extras.flatMap((extra) => laterExtra(extra, atMs, part.durationMs)),
    ),
  );
  return { ...film, parts };
}

/** Another photo or clip in the place of the one that is there; words and motion of layers stay. */
export function swapVisual(film: Film, partId: string, visual: FilmVisual): Film {
  return changePart(film, partId, (part) => ({ ...part, visual }));
}

/** Another style: words, photos and lengths stay. Changes of layers go, for its layers are others, and
 *  a part for which it has no layout becomes one of its usual kind. */
export function restyle(
  film: Film,
  style: { id: string; roles: readonly FilmPart['role'][] },
): Film {
  if (style.id === film.styleId) return film;
  const parts = film.parts.map(({ changes: _changes, transition: _transition, ...part }) => ({
    ...part,
    role: style.roles.includes(part.role) ? part.role : (style.roles[0] ?? part.role),
  }));
  return { ...film, styleId: style.id, parts };
}

/** A change of a layer that the style lays; a value of `undefined` gives it back to the style. */
export function changeLook(
  film: Film,
  partId: string,
  layerId: string,
  change: { [Key in keyof LayerChange]: LayerChange[Key] | undefined },
): Film {
  return changePart(film, partId, (part) => {
    const next = without({ ...part.changes?.[layerId], ...change }) as LayerChange;
    const { [layerId]: _before, ...others } = part.changes ?? {};
    const isPlain = Object.keys(next).length === 0;
    const changes = isPlain ? others : { ...others, [layerId]: next };
    const { changes: _all, ...rest } = part;
    return Object.keys(changes).length === 0 ? rest : { ...rest, changes };
  });
}

export function addExtra(film: Film, partId: string, extra: FilmExtra): Film {
  return changePart(film, partId, (part) => withExtras(part, [...(part.extras ?? []), extra]));
}

/** The same layer over every part that does not have it yet, for as long as each lasts. */
export function spreadExtra(film: Film, partId: string, layerId: string): Film {
  const from = film.parts.find(({ id }) => id === partId);
  const extra = from?.extras?.find((one) => one.layer.id === layerId);
  if (!extra) return film;
  const { inMs: _in, outMs: _out, ...whole } = extra;
  return film.parts.reduce((now, { id, extras = [] }) => {
    const isThere = extras.some((one) => one.layer.id === layerId);
    return isThere ? now : addExtra(now, id, whole);
  }, film);
}

export function changeExtra(
  film: Film,
  partId: string,
  layerId: string,
  change: (extra: FilmExtra) => FilmExtra,
): Film {
  return changePart(film, partId, (part) =>
    withExtras(
      part,
      (part.extras ?? []).map((one) => (one.layer.id === layerId ? change(one) : one)),
    ),
  );
}

export function removeExtra(film: Film, partId: string, layerId: string): Film {
  return changePart(film, partId, (part) =>
    withExtras(
      part,
      (part.extras ?? []).filter((one) => one.layer.id !== layerId),
    ),
  );
}

function withExtras({ extras: _before, ...part }: FilmPart, extras: FilmExtra[]): FilmPart {
  return extras.length > 0 ? { ...part, extras } : part;
}

/** What of an extra is left of it after a cut, in times of the second part. */
function laterExtra(extra: FilmExtra, atMs: number, durationMs: number): FilmExtra[] {
  const { inMs = 0, outMs = durationMs } = extra;
  if (outMs <= atMs) return [];
  const { inMs: _in, outMs: _out, ...rest } = extra;
  return [
    {
      ...rest,
      ...(inMs > atMs ? { inMs: inMs - atMs } : {}),
      ...(extra.outMs === undefined ? {} : { outMs: outMs - atMs }),
    },
  ];
}

function splitVisual(
  visual: FilmVisual | undefined,
  atMs: number,
  durationMs: number,
): [FilmVisual?, FilmVisual?] {
  if (visual?.kind === 'clip') return [visual, laterIn(visual, atMs)];
  if (visual?.kind !== 'photo' || visual.travel === undefined || visual.travel === 'still')
    return [visual, visual];
  const { from, to } = visual.travel;
  const middle = between(from, to, atMs / durationMs);
  return [
    { ...visual, travel: { from, to: middle } },
    { ...visual, travel: { from: middle, to } },
  ];
}

function laterIn(clip: FilmClip, byMs: number): FilmClip {
  return { ...clip, fromMs: Math.max(0, Math.round(clip.fromMs + byMs * speedOf(clip))) };
}

function between(from: RectFrac, to: RectFrac, frac: number): RectFrac {
  const mix = (key: keyof RectFrac) => from[key] + (to[key] - from[key]) * frac;
  return {
    ...{ xFrac: mix('xFrac'), yFrac: mix('yFrac') },
    ...{ widthFrac: mix('widthFrac'), heightFrac: mix('heightFrac') },
  };
}

const speedOf = ({ speed = 1 }: FilmClip): number => speed;

function without(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
