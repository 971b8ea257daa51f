import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FilterCount, SavedFilter } from '../../../../shared/contract/inbox-filters.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useToast } from '../../../ui/toast.tsx';
import { movedIds } from './list-content.ts';

const noFilters: readonly SavedFilter[] = [];

/** The filters that the shop keeps, how many threads each shows, and what can be done with one. */
export function useSavedFilters(accountIds: readonly string[] | undefined) {
  const { t } = useTranslation('inbox-filters');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const filters = useQuery(api.inbox.filters.queryOptions({ input: {} })).data?.items ?? noFilters;
  const counts = useQuery(
    api.inbox.filterCounts.queryOptions({
      input: accountIds === undefined ? {} : { accountIds: [...accountIds] },
      enabled: filters.length > 0,
    }),
  ).data?.items;
  const order = useChange(api.inbox.orderFilters.mutationOptions());
  const drop = useChange(api.inbox.removeFilter.mutationOptions());
  const countOf = new Map(counts?.map((count): [string, FilterCount] => [count.filterId, count]));
  const ids = filters.map(({ id }) => id);
  return {
    filters,
    /** Undefined until it is known, and of one that lacks something. */
    countOf: (id: string) => countOf.get(id),
    canMove: (id: string, step: 1 | -1) => movedIds(ids, id, step) !== undefined,
    move(id: string, step: 1 | -1): void {
      const filterIds = movedIds(ids, id, step);
      if (filterIds && !order.isPending) order.mutate({ filterIds });
    },
    remove({ id, name }: SavedFilter): void {
      const undo = () => void client.inbox.restoreFilter({ filterId: id }).catch(() => {});
      drop.mutate(
        { filterId: id },
        { onSuccess: () => toast({ text: t('removed', { name }), undo }) },
      );
    },
  };
}

export type SavedFilters = ReturnType<typeof useSavedFilters>;
