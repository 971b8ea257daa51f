import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { filmDurationMs } from '../../../../shared/scene/film/film.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { isUnderway } from '../use-render-job.ts';
import { keepPace, readPace } from './render-pace.ts';
import type { FilmDocument } from './use-film-document.ts';

/** Makes the film into video files and tells how far that is, also of an order that was under way when the
 *  film was opened. */
export function useFilmRender(document: FilmDocument, orderedJobId?: string) {
  const api = useApi();
  const { client } = useStudio();
  const begun = useSearch({ strict: false }).job;
  const [jobId, setJobId] = useState(begun ?? orderedJobId);
  const [made, setMade] = useState<{ film: FilmDocument['film']; formats: Format[] }>();
  const render = useChange({
    mutationFn: async (formats: Format[]) => {
      await document.saving.flush();
      const film = document.current();
      const answer = await client.films.render({ id: document.id, formats });
      setMade({ film, formats });
      setJobId(answer.jobId);
    },
  });
  const cancel = useChange(api.jobs.cancel.mutationOptions());
  const query = useQuery(
    api.jobs.get.queryOptions({ input: { jobId: jobId ?? '-' }, enabled: jobId !== undefined }),
  );
  const job = jobId === undefined ? undefined : query.data;
  const isRunning = jobId !== undefined && !query.error && (!job || isUnderway(job));
  const lengthMs = filmDurationMs(document.film);
  usePace(job?.state, made);
  return {
    ...{ job, isRunning, error: query.error, isOrdering: render.isPending, jobId },
    /** The files show the film as it was before the last changes. */
    isOutdated: made !== undefined && made.film !== document.film,
    /** How long making one format will take, once one was made here. */
    estimateMs: estimate(lengthMs),
    run: (formats: Format[]) => render.mutate(formats),
    cancel: () => {
      if (jobId !== undefined) cancel.mutate({ jobId });
    },
    close: () => setJobId(undefined),
  };
}

export type FilmRender = ReturnType<typeof useFilmRender>;

function estimate(lengthMs: number): number | undefined {
  const pace = readPace(window.localStorage);
  return pace === undefined ? undefined : lengthMs * pace;
}

/** Remembers how long one format took, for the next estimate. */
function usePace(
  state: string | undefined,
  made: { film: FilmDocument['film']; formats: Format[] } | undefined,
): void {
  const begunAt = useRef<number>(undefined);
  useEffect(() => {
    if (state === 'running') begunAt.current ??= performance.now();
    if (state === 'done' && made && begunAt.current !== undefined) {
      const tookMs = performance.now() - begunAt.current;
      keepPace(window.localStorage, tookMs / (filmDurationMs(made.film) * made.formats.length));
    }
    if (state !== 'running') begunAt.current = undefined;
  }, [state, made]);
}
