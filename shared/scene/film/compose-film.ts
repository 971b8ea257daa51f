import type { Format } from '../../contract/shapes.ts';
import type { Layer, Scene, ScenePart, SceneSound, Transition } from '../scene.ts';
import type { Brand } from '../template.ts';
import { videoPlace, type VideoPlace } from '../templates/video-parts.ts';
import { captionLayers } from './caption-layers.ts';
import { changeLayer, extraLayer } from './change-layer.ts';
import { filmDurationMs, partTimes, type Film, type FilmPart, type FilmVisual } from './film.ts';
import type { FilmFacts, FilmStyle } from './film-style.ts';

export type ComposeUses = { style: FilmStyle; brand: Brand; facts: FilmFacts };

type PartTime = { startMs: number; endMs: number; transition: Transition | undefined };

/** A film laid out for one format, as a scene to be drawn. The same film gives the same scene. */
export function composeFilm(film: Film, format: Format, uses: ComposeUses): Scene {
  const { style, brand } = uses;
  const place = videoPlace(format, brand.fonts);
  const times = timesOf(film, style);
  const durationMs = filmDurationMs(film);
  const parts = film.parts.map((part, index) => layPart(film, part, index, times, place, uses));
  const roles = times.map((time, index) => ({ ...time, role: film.parts[index]?.role ?? 'full' }));
  const standing = style.standing?.({ place, brand, durationMs, parts: roles }) ?? [];
  const sounds = soundsOf(film, times, uses.facts);
  const { music } = film.audio;
  const laid = [...parts.flat(), ...standing.filter((layer) => layer !== undefined)];
  return {
    format,
    widthPx: place.frame.whole.widthPx,
    heightPx: place.frame.whole.heightPx,
    durationMs,
    background: style.ground(brand),
    layers: [...laid, ...captionLayers(film.captions, place, durationMs, laid)],
    ...(music ? { audio: music } : {}),
    ...(sounds.length > 0 ? { sounds, duckingDb: film.audio.duckingDb } : {}),
    parts: times.map((time, index) => scenePart(time, film.parts[index])),
  };
}

function scenePart({ startMs, endMs, transition }: PartTime, part?: FilmPart): ScenePart {
  return {
    ...(part?.productId === undefined ? {} : { productId: part.productId }),
    ...{ startMs, endMs },
    ...(transition ? { transition } : {}),
  };
}

/** A passage lasts at most half of either of its parts; the first part has none. */
function timesOf(film: Film, style: FilmStyle): PartTime[] {
  return partTimes(film).map((time, index) => {
    const part = film.parts[index];
    const before = film.parts[index - 1];
    const wished = part?.transition ?? style.transition;
    if (!part || !before || wished === 'cut') return { ...time, transition: undefined };
    const mostMs = Math.floor(Math.min(part.durationMs, before.durationMs) / 2);
    const durationMs = Math.min(wished.durationMs, mostMs);
    return { ...time, transition: { ...wished, durationMs } };
  });
}

function layPart(
  film: Film,
  part: FilmPart,
  index: number,
  times: readonly PartTime[],
  place: VideoPlace,
  { style, brand, facts }: ComposeUses,
): Layer[] {
  const { startMs = 0 } = times[index] ?? {};
  const coveredMs = part.durationMs + (times[index + 1]?.transition?.durationMs ?? 0);
  const shown = film.showPrices ? part : withoutPrices(part);
  const laid = style.lay({
    ...{ place, brand, facts, index, coveredMs, part: shown },
    language: film.language,
    count: film.parts.length,
    nth: film.parts.slice(0, index + 1).filter(({ role }) => role === part.role).length,
    ofRole: film.parts.filter(({ role }) => role === part.role).length,
    durationMs: part.durationMs,
    photo: photoOf(part.visual, facts),
    before: photoOf(part.before, facts),
  });
  const size = place.frame.whole;
  const layers = [
    ...laid.filter((layer) => layer !== undefined).map((layer) => changeLayer(layer, part, size)),
    ...(part.extras ?? []).map((extra) => extraLayer(extra, part, size)),
  ];
  return layers.map((layer) => ({
    ...layer,
    id: `${part.id}/${layer.id}`,
    part: index,
    inMs: startMs + (layer.inMs ?? 0),
    outMs: startMs + Math.min(layer.outMs ?? coveredMs, coveredMs),
  }));
}

function photoOf(visual: FilmVisual | undefined, facts: FilmFacts) {
  return visual?.kind === 'photo' ? facts.photo(visual.assetId) : undefined;
}

function withoutPrices(part: FilmPart): FilmPart {
  const { price: _price, oldPrice: _old, percentOff: _percent, ...words } = part.words;
  return { ...part, words };
}

function soundsOf(film: Film, times: readonly PartTime[], facts: FilmFacts): SceneSound[] {
  const clips = film.parts.flatMap((part, index) => {
    const { visual } = part;
    const time = times[index];
    if (!time || visual?.kind !== 'clip' || visual.volume === 0) return [];
    const clip = facts.clip(visual.assetId);
    if (!clip?.hasSound) return [];
    const speed = visual.speed ?? 1;
    const heardMs = Math.min(part.durationMs, (clip.durationMs - visual.fromMs) / speed);
    if (heardMs <= 0) return [];
    return [
      {
        ...{ id: part.id, assetId: visual.assetId, fromMs: visual.fromMs, volume: visual.volume },
        ...{ inMs: time.startMs, outMs: time.startMs + heardMs, fadeInMs: 60, fadeOutMs: 120 },
        ...(speed === 1 ? {} : { speed }),
      },
    ];
  });
  const endMs = filmDurationMs(film);
  const voices = film.audio.voices
    .filter((voice) => voice.inMs < endMs)
    .map(({ durationMs, ...voice }) => ({
      ...voice,
      outMs: Math.min(endMs, voice.inMs + durationMs),
      isVoice: true as const,
    }));
  return [...clips, ...voices];
}
