import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Format } from '../../../../shared/contract/shapes.ts';
import type { Film } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';

const settleMs = 80;
/** Photos are fetched no larger than the stage ever shows them. */
export const stageSidePx = 1280;

/** The film laid out for one format by the studio, with addresses of what it shows and plays. */
export function useFilmPreview(film: Film, format: Format, maxSidePx = stageSidePx, on = true) {
  const api = useApi();
  const [settled] = useDebouncedValue(film, settleMs);
  return useQuery(
    api.films.preview.queryOptions({
      input: { film: settled, format, maxSidePx },
      enabled: on,
      placeholderData: keepPreviousData,
      retry: false,
      // Each step of an edit is another question: answers of earlier ones are of no more use.
      gcTime: 5_000,
    }),
  );
}
