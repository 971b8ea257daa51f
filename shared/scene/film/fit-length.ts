import { cutOnBeats } from './edit-beats.ts';
import {
  filmDurationMs,
  longestFilmMs,
  mostParts,
  shortestPartMs,
  type Film,
  type FilmPart,
} from './film.ts';

/** A shot that would stand longer than this comes back instead. */
const longestShotMs = 6000;
/** An opening and a closing do not grow with the film beyond this. */
const longestEndMs = 3000;
const shortestEndMs = 1000;
/** What a part is called that came back to fill the time. */
const returned = /~\d+$/;

/** The film made as long as is wished: its parts in their order share the time as they did, with all that
 *  they say; where each would stand too long they come back without words. Those go first when the film
 *  is made shorter again. `beats` are those of a film of that length. */
export function fitLength(film: Film, wishedMs: number, beats: readonly number[]): Film {
  const own = film.parts.filter(({ id }) => !returned.test(id));
  const parts = own.length > 0 ? own : film.parts;
  const totalMs = Math.min(wishedMs, longestFilmMs);
  const wasMs = Math.max(1, filmDurationMs({ parts }));
  const endOf = ({ durationMs }: FilmPart) =>
    Math.min(Math.max((durationMs * totalMs) / wasMs, shortestEndMs), longestEndMs);
  const ends = parts.filter(isEnd);
  const shots = parts.filter((part) => !isEnd(part));
  const shotsMs = totalMs - ends.reduce((sum, part) => sum + endOf(part), 0);
  const row = comeBack(shots, shotsMs, mostParts - ends.length);
  const rowMs = Math.max(1, filmDurationMs({ parts: row }));
  const sized = (part: FilmPart): FilmPart => ({
    ...part,
    durationMs: Math.max(
      shortestPartMs,
      Math.round(isEnd(part) ? endOf(part) : (part.durationMs * shotsMs) / rowMs),
    ),
  });
  const last = parts.findLastIndex((part) => !isEnd(part));
  const laid = parts.flatMap((part, index) =>
    index === last ? [part, ...row.slice(shots.length)] : [part],
  );
  const next = evenOut({ ...film, parts: laid.map(sized) }, totalMs);
  return film.audio.onBeat ? cutOnBeats(next, beats) : next;
}

const isEnd = ({ role }: FilmPart): boolean => role === 'opening' || role === 'closing';

/** The shots, and after them as many of them again as it takes. */
function comeBack(shots: readonly FilmPart[], shotsMs: number, most: number): FilmPart[] {
  if (shots.length === 0) return [];
  const count = Math.min(Math.max(shots.length, Math.ceil(shotsMs / longestShotMs)), most);
  return Array.from({ length: count }, (_, index): FilmPart[] => {
    const round = Math.floor(index / shots.length);
    const shot = shots[index % shots.length];
    if (!shot || round === 0) return shot ? [shot] : [];
    const { changes: _changes, extras: _extras, ...plain } = shot;
    return [{ ...plain, id: `${shot.id}~${round}`, words: {} }];
  }).flat();
}

/** What rounding has left over goes to the longest part. */
function evenOut(film: Film, totalMs: number): Film {
  const overMs = totalMs - filmDurationMs(film);
  const longest = film.parts.reduce<FilmPart | undefined>(
    (most, part) => (most && most.durationMs >= part.durationMs ? most : part),
    undefined,
  );
  if (!longest || overMs === 0) return film;
  const durationMs = Math.max(shortestPartMs, longest.durationMs + overMs);
  return {
    ...film,
    parts: film.parts.map((part) => (part === longest ? { ...part, durationMs } : part)),
  };
}
