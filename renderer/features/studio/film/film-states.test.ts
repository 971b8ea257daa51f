import { expect, test } from 'vitest';
import type { FilmFile, FilmSummary } from '../../../../shared/contract/films.ts';
import { filmsFrac, filmsSecondsLeft, filmState, sortFilms } from './film-states.ts';

const file: FilmFile = {
  ...{ assetId: 'a', format: '9:16', url: '/a', thumbUrl: '/t' },
  ...{ widthPx: 1080, heightPx: 1920, durationMs: 6000, isOutdated: false },
};
const film = (id: string, its: Partial<FilmSummary> = {}): FilmSummary => ({
  ...{ id, name: id, version: 1, updatedAt: '2026-11-24T08:00:00.000Z' },
  ...{ durationMs: 6000, styleId: 'vitrine', files: [], ...its },
});
type State = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
const job = (state: State, progressFrac = 0, secondsLeft?: number) => ({
  job: { jobId: 'j', state, progressFrac, ...(secondsLeft === undefined ? {} : { secondsLeft }) },
});

test('what is being made goes before what is there, and a failure before a changed price', () => {
  const files = [file];
  expect(filmState(film('a', { ...job('running'), files, isChanged: true }))).toBe('running');
  expect(filmState(film('a', { ...job('failed'), files, isChanged: true }))).toBe('failed');
  expect(filmState(film('a', { ...job('done'), files, isChanged: true }))).toBe('changed');
  expect(filmState(film('a', { files: [{ ...file, isOutdated: true }] }))).toBe('outdated');
  expect(filmState(film('a', { ...job('cancelled'), files }))).toBe('made');
  expect(filmState(film('a', job('cancelled')))).toBe('stopped');
  expect(filmState(film('a'))).toBe('none');
});

test('films begun together: what can be stopped, tried again, renewed and published', () => {
  const sorted = sortFilms([
    film('runs', job('running')),
    film('waits', job('queued')),
    film('failed', { ...job('failed'), files: [file] }),
    film('changed', { files: [file], isChanged: true }),
    film('made', { files: [file] }),
  ]);
  const ids = (items: readonly FilmSummary[]) => items.map(({ id }) => id).join();
  expect(ids(sorted.underway)).toBe('runs,waits');
  expect(ids(sorted.lost)).toBe('failed');
  expect(ids(sorted.changed)).toBe('changed');
  expect(ids(sorted.made)).toBe('failed,changed,made');
});

test('time left counts those that wait at the pace of the one being made', () => {
  const items = [
    film('a', job('running', 0.5, 10)),
    film('b', job('queued')),
    film('c', job('done', 1)),
  ];
  expect(filmsSecondsLeft(items)).toBe(30);
  expect(filmsFrac(items)).toBeCloseTo(0.5);
  expect(filmsSecondsLeft([film('a', job('running', 0))])).toBeUndefined();
});
