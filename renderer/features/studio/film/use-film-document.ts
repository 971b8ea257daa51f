import { useCallback, useEffect, useRef, useState } from 'react';
import type { FilmProject } from '../../../../shared/contract/films.ts';
import {
  endGesture,
  redo,
  startHistory,
  step,
  undo,
  type History,
} from '../../../../shared/scene/edit/history.ts';
import { captionsInGesture } from '../../../../shared/scene/film/captions-follow.ts';
import type { Film } from '../../../../shared/scene/film/film.ts';
import { docOf, useFilmSaving, type FilmDoc } from './use-film-saving.ts';

export type FilmChange = (film: Film) => Film;

/** The film as it is being changed: steps back and forward without end, and saving. */
export function useFilmDocument(project: FilmProject) {
  const saving = useFilmSaving(project);
  const [history, setHistory] = useState<History<FilmDoc>>(() => startHistory(docOf(project)));
  const latest = useRef(history);
  const { touch } = saving;
  const go = useCallback(
    (next: History<FilmDoc>) => {
      if (next === latest.current) return;
      const isNew = next.now !== latest.current.now;
      latest.current = next;
      setHistory(next);
      if (isNew) touch(next.now);
    },
    [touch],
  );
  /** Changes of one `gesture` are undone as one. */
  const change = useCallback(
    (make: FilmChange, gesture?: string) => {
      const { now, past, gesture: running } = latest.current;
      const begun = gesture !== undefined && gesture === running ? past.at(-1) : undefined;
      const film = captionsInGesture((begun ?? now).film, now.film, make(now.film));
      go(step(latest.current, film === now.film ? now : { ...now, film }, gesture));
    },
    [go],
  );
  const restart = useCallback((doc: FilmDoc) => {
    latest.current = startHistory(doc);
    setHistory(latest.current);
  }, []);
  // What another window saved is taken over while nothing here waits to be saved.
  useEffect(() => {
    if (saving.adopt(project)) restart(docOf(project));
  }, [project, saving, restart]);
  return {
    ...{ id: project.id, productIds: project.productIds, saving, change },
    ...history.now,
    /** The film at this very moment, before the screen has caught up. */
    current: useCallback(() => latest.current.now.film, []),
    setName: (name: string) => go(step(latest.current, { ...latest.current.now, name }, 'name')),
    finish: useCallback(() => go(endGesture(latest.current)), [go]),
    undo: useCallback(() => go(undo(latest.current)), [go]),
    redo: useCallback(() => go(redo(latest.current)), [go]),
    takeTheirs: async () => restart(await saving.takeTheirs()),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

export type FilmDocument = ReturnType<typeof useFilmDocument>;
