import { filmDurationMs, shortestPartMs, type Film } from './film.ts';

type TrackBeats = { bpm: number; beatsMs?: readonly number[] | undefined };

/** When the music beats, in times of the film. Past the beats that are known it goes on at its tempo. */
export function beatsOfFilm(
  film: Film,
  track: TrackBeats | undefined,
  lengthMs = filmDurationMs(film),
): number[] {
  const { music } = film.audio;
  if (!music || !track || track.bpm <= 0) return [];
  const beatMs = 60_000 / track.bpm;
  const heard = (track.beatsMs ?? [music.startMs])
    .map((beat) => beat - music.startMs)
    .filter((beat) => beat >= 0 && beat <= lengthMs);
  const beats = heard.length > 0 ? heard : [0];
  for (let at = (beats.at(-1) ?? 0) + beatMs; at <= lengthMs; at += beatMs) beats.push(at);
  return beats.map(Math.round);
}

/** The beat nearest to a moment, unless all are further than `reachMs`; then the moment itself. */
export function nearestBeat(beats: readonly number[], atMs: number, reachMs: number): number {
  const nearest = beats.reduce<number | undefined>(
    (best, beat) =>
      best === undefined || Math.abs(beat - atMs) < Math.abs(best - atMs) ? beat : best,
    undefined,
  );
  return nearest !== undefined && Math.abs(nearest - atMs) <= reachMs ? nearest : atMs;
}

/** Every cut moved to the beat nearest to it, parts in their order and none too short. The end of the
 *  film stays where it is. */
export function cutOnBeats(film: Film, beats: readonly number[]): Film {
  if (beats.length < 2) return film;
  let plannedMs = 0;
  let startMs = 0;
  let isChanged = false;
  const endMs = filmDurationMs(film);
  const parts = film.parts.map((part, index) => {
    plannedMs += part.durationMs;
    const rest = film.parts.length - 1 - index;
    const latestMs = endMs - rest * shortestPartMs;
    const free = beats.filter((beat) => beat >= startMs + shortestPartMs && beat <= latestMs);
    const wished = rest === 0 ? endMs : nearestBeat(free, plannedMs, Infinity);
    const cutMs = Math.min(Math.max(wished, startMs + shortestPartMs), latestMs);
    const durationMs = cutMs - startMs;
    startMs = cutMs;
    if (durationMs === part.durationMs) return part;
    isChanged = true;
    return { ...part, durationMs };
  });
  return isChanged ? { ...film, parts } : film;
}
