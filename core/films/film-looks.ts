import { setImmediate as breathe } from 'node:timers/promises';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { Film } from '../../shared/scene/film/film.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { FilmsUses } from './films-uses.ts';
import { scenePrint } from './scene-print.ts';
import type { FilmRow, FilmStore } from './store.ts';

type Uses = {
  uses: Pick<FilmsUses, 'brand' | 'library'>;
  store: Pick<FilmStore, 'filesOf'>;
  compose: (film: Film, format: Format) => Scene;
};

/** Nothing else in the studio waits longer than this for a look at many films. */
const longestMs = 12;
/** Films of which it is remembered. */
const mostKept = 1000;

/** Tells films that would look otherwise if they were made now: another logo, other colours, a photo that
 *  was retouched. Laying a film out takes some milliseconds, so the answer is kept until one of these, the
 *  film or its files are others. */
export function filmLooks({ uses, store, compose }: Uses) {
  const kept = new Map<string, { known: string; isOther: boolean }>();

  /** A file of another version shows another film; that is told by itself. */
  function filesNow({ id, version }: FilmRow) {
    const newest = new Map<Format, string>();
    for (const file of store.filesOf(id))
      if (file.version === version && !newest.has(file.format)) newest.set(file.format, file.print);
    return [...newest];
  }

  function differs(film: Film, [format, print]: readonly [Format, string]): boolean {
    try {
      return scenePrint(compose(film, format)) !== print;
    } catch (error) {
      // What cannot be laid out any more is said where it is ordered.
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  /** Does a newest file of this film show another look than the shop's and its photos' today? */
  function looksOther(row: FilmRow): boolean {
    const files = filesNow(row);
    if (files.length === 0) return false;
    const brand = uses.brand();
    const photos = [...photosOf(row.film), brand.logo?.photoId, brand.logoDark?.photoId];
    const worked = photos.map((id) => (id === undefined ? id : uses.library.readAsset(id)?.work));
    const known = JSON.stringify([row.version, files, brand, worked]);
    const before = kept.get(row.id);
    if (before?.known === known) return before.isOther;
    const isOther = files.some((file) => differs(row.film, file));
    kept.delete(row.id);
    kept.set(row.id, { known, isOther });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return isOther;
  }

  return { looksOther };
}

/** Photos that a film names itself. */
function photosOf({ parts }: Film): string[] {
  return parts.flatMap(({ visual, before, extras = [] }) => [
    ...[visual, before].flatMap((one) => (one?.kind === 'photo' ? [one.assetId] : [])),
    ...extras.flatMap(({ layer }) => (layer.kind === 'photo' ? [layer.photoId] : [])),
  ]);
}

/** Does it for each, in pieces between which others have their turn. */
export async function eachInPieces<T, R>(items: readonly T[], run: (item: T) => R): Promise<R[]> {
  const made: R[] = [];
  let beganAtMs = performance.now();
  for (const item of items) {
    if (performance.now() - beganAtMs > longestMs) {
      await breathe();
      beganAtMs = performance.now();
    }
    made.push(run(item));
  }
  return made;
}
