import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { SavedFilter } from '../../../../shared/contract/inbox-filters.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useCommands } from '../hand/use-commands.ts';
import type { InboxView } from '../use-inbox-view.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { FilterList, focusFilter } from './filter-list.tsx';
import { contentOf, isPlainView, isShownBy } from './list-content.ts';
import { NarrowLine } from './narrow-line.tsx';
import { useSavedFilters } from './use-saved-filters.ts';

/** What stands in front of the list: its fields, those of a saved filter, or the file it is written to. */
export type ListDialog =
  { kind: 'narrow' } | { kind: 'edit'; filter: SavedFilter } | { kind: 'export' };

/** What narrows the list, and the filters that are kept, with the dialogs that belong to them. */
export function ListFilters({
  inbox,
  asked,
  onAsk,
}: {
  inbox: InboxView;
  asked: ListDialog | undefined;
  onAsk: (dialog: ListDialog | undefined) => void;
}) {
  const api = useApi();
  const saved = useSavedFilters(inbox.ofShop);
  const replace = useChange(api.inbox.saveFilter.mutationOptions());
  const current = saved.filters.find((filter) => isShownBy(filter, inbox.content));
  const narrow = () => onAsk({ kind: 'narrow' });
  useFilterOfAddress(saved.filters, inbox, (filter) => onAsk({ kind: 'edit', filter }));
  useCommands({
    narrow,
    filters: saved.filters.length === 0 ? narrow : () => focusFilter(),
  });
  const close = () => onAsk(undefined);
  return (
    <>
      <NarrowLine
        inbox={inbox}
        canSave={current === undefined && !isPlainView(inbox.content)}
        onSave={narrow}
      />
      <FilterList
        saved={saved}
        acts={{
          currentId: current?.id,
          onShow: (filter) => inbox.show(contentOf(filter), true),
          onEdit: (filter) => onAsk({ kind: 'edit', filter }),
          onReplace: ({ id, name }) => replace.mutate({ ...inbox.content, filterId: id, name }),
        }}
      />
      {asked?.kind === 'export' ? <ExportDialog inbox={inbox} onClose={close} /> : null}
      {asked?.kind === 'narrow' || asked?.kind === 'edit' ? (
        <FilterDialog
          content={asked.kind === 'edit' ? contentOf(asked.filter) : inbox.content}
          filter={asked.kind === 'edit' ? asked.filter : undefined}
          onShow={inbox.show}
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** Shows the filter that the address names, once; the address then names it no more, so that the list may be
 *  changed. */
function useFilterOfAddress(
  filters: readonly SavedFilter[],
  inbox: InboxView,
  onMend: (filter: SavedFilter) => void,
): void {
  const { filter: named, ...search } = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = filters.find(({ id }) => id === named);
  useEffect(() => {
    if (!filter) return;
    if (filter.lacks.length > 0) onMend(filter);
    else inbox.show(contentOf(filter), true);
    void navigate({ to: '/inbox', search, replace: true });
    // Only the name in the address shows it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [filter?.id]);
}
