import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { LibraryItem, LibraryQuery } from '../../../../shared/contract/library.ts';
import { useApi } from '../../../link/link-provider.tsx';

const pageSize = 100;

/** The items at places of the list, as far as they are there. Pages are asked for once the list rests a
 *  moment, so that running through fifty thousand asks for none of them on the way. */
export function usePages(
  query: LibraryQuery,
  first: number,
  last: number,
): (place: number) => LibraryItem | undefined {
  const api = useApi();
  const firstPage = Math.floor(Math.max(0, first) / pageSize);
  const lastPage = Math.floor(Math.max(0, last) / pageSize);
  const [settled] = useDebouncedValue(`${firstPage}-${lastPage}`, 60);
  const isSettled = settled === `${firstPage}-${lastPage}`;
  const found = useQueries({
    queries: Array.from({ length: lastPage - firstPage + 1 }, (_, index) => ({
      ...api.library.page.queryOptions({
        input: { query, from: (firstPage + index) * pageSize, limit: pageSize },
      }),
      enabled: isSettled,
      placeholderData: keepPreviousData,
    })),
  });
  return (place) => {
    const page = found[Math.floor(place / pageSize) - firstPage];
    return page?.isPlaceholderData ? undefined : page?.data?.items[place % pageSize];
  };
}
