import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FilmProject } from '../../../../shared/contract/films.ts';
import type { Film } from '../../../../shared/scene/film/film.ts';
import { createAutosave, type SaveState } from '../../../link/create-autosave.ts';
import { useStudio } from '../../../link/link-provider.tsx';

const delayMs = 800;

/** What the editor changes, and undoes as one. */
export type FilmDoc = { name: string; film: Film };

export const docOf = ({ name, film }: FilmProject): FilmDoc => ({ name, film });

/** Saves a film by itself within a second of a change, on the version that it was changed from. */
export function useFilmSaving(project: FilmProject) {
  const { client } = useStudio();
  const { id } = project;
  const stored = useRef({ version: project.version, doc: docOf(project) });
  const latest = useRef(stored.current.doc);
  const [state, setState] = useState<{ state: SaveState; error?: unknown }>({ state: 'clean' });
  const autosave = useMemo(
    () =>
      createAutosave<FilmDoc>({
        delayMs,
        onState: (next, error) => setState({ state: next, error }),
        save: async (doc) => {
          const { version, doc: saved } = stored.current;
          const change = changeOf(saved, doc);
          if (!change) return;
          const answer = await client.films.save({ id, version, ...change });
          stored.current = { version: answer.version, doc };
        },
      }),
    [client, id],
  );
  useEffect(() => {
    const flush = () => void autosave.flush().catch(() => {});
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [autosave]);
  const touch = useCallback(
    (doc: FilmDoc) => {
      latest.current = doc;
      // What is undone while a change of it waits or is being saved has to follow that change.
      if (autosave.isAtWork() || changeOf(stored.current.doc, doc)) autosave.touch(doc);
    },
    [autosave],
  );
  const takeOver = (now: FilmProject) => {
    stored.current = { version: now.version, doc: docOf(now) };
    latest.current = stored.current.doc;
  };
  return {
    ...state,
    touch,
    flush: autosave.flush,
    /** Whether what the studio holds now stands in for what is here. */
    adopt(now: FilmProject): boolean {
      const isNewer = now.version > stored.current.version;
      if (!isNewer || autosave.isAtWork() || changeOf(stored.current.doc, latest.current))
        return false;
      takeOver(now);
      return true;
    },
    /** After two windows changed it: one's own goes over the other's. */
    async keepMine(): Promise<void> {
      const now = await client.films.get({ id });
      stored.current = { version: now.version, doc: docOf(now) };
      autosave.touch(latest.current);
    },
    async takeTheirs(): Promise<FilmDoc> {
      const now = await client.films.get({ id });
      autosave.forget();
      takeOver(now);
      return docOf(now);
    },
  };
}

/** What must be saved of a film, by what was saved last. */
function changeOf(saved: FilmDoc, now: FilmDoc): Partial<FilmDoc> | undefined {
  const name = now.name.trim();
  const change = {
    ...(name && now.name !== saved.name ? { name } : {}),
    ...(now.film === saved.film ? {} : { film: now.film }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}
