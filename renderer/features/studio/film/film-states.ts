import type { FilmSummary } from '../../../../shared/contract/films.ts';

/** Where a film stands on its way to a file. `changed`: its products say or show something else today;
 *  `outdated`: it was edited since its files were made. */
export type FilmState =
  'queued' | 'running' | 'failed' | 'changed' | 'outdated' | 'made' | 'stopped' | 'none';

export function filmState({ job, files = [], isChanged }: FilmSummary): FilmState {
  if (job?.state === 'queued' || job?.state === 'running') return job.state;
  if (job?.state === 'failed') return 'failed';
  if (isChanged) return 'changed';
  if (files.length === 0) return job?.state === 'cancelled' ? 'stopped' : 'none';
  return files.some(({ isOutdated }) => isOutdated) ? 'outdated' : 'made';
}

/** What can be done with films that were begun together. */
export function sortFilms(items: readonly FilmSummary[]) {
  const of = (...states: FilmState[]) => items.filter((item) => states.includes(filmState(item)));
  return {
    underway: of('queued', 'running'),
    /** To be tried, or made, again. */
    lost: of('failed', 'stopped', 'none'),
    changed: of('changed', 'outdated'),
    made: items.filter(({ files = [] }) => files.length > 0),
  };
}

/** How far all of them are together, 0 to 1. */
export function filmsFrac(items: readonly FilmSummary[]): number {
  const fracs = items.map((item) => {
    const state = filmState(item);
    if (state === 'queued' || state === 'running') return item.job?.progressFrac ?? 0;
    return 1;
  });
  return fracs.reduce((sum, frac) => sum + frac, 0) / Math.max(1, fracs.length);
}

/** Seconds until the last of them stands, at the pace of the one being made; nothing while that is not known. */
export function filmsSecondsLeft(items: readonly FilmSummary[]): number | undefined {
  const running = items.find(({ job }) => job?.secondsLeft !== undefined)?.job;
  if (running?.secondsLeft === undefined) return undefined;
  const oneTakes = running.secondsLeft / Math.max(0.01, 1 - running.progressFrac);
  const waiting = items.filter(({ job }) => job?.state === 'queued').length;
  return running.secondsLeft + waiting * oneTakes;
}
