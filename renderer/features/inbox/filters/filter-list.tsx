import './filters.css';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nextIndex } from '../../../ui/use-arrow-keys.ts';
import type { FilterActs } from './filter-acts.ts';
import { FilterRow } from './filter-row.tsx';
import type { SavedFilters } from './use-saved-filters.ts';

/** Filters that the shop keeps, under the views. Arrows go from one to the next, with Alt they move it; Enter
 *  shows it, F2 changes it, Delete removes it. */
export function FilterList({ saved, acts }: { saved: SavedFilters; acts: FilterActs }) {
  const { t } = useTranslation('inbox-filters');
  const [focused, setFocused] = useState<string>();
  const { filters } = saved;
  if (filters.length === 0) return null;
  const reachable =
    [focused, acts.currentId].find((id) => filters.some((filter) => filter.id === id)) ??
    filters[0]?.id;
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const id = (event.target as HTMLElement).closest('[data-filter]')?.getAttribute('data-filter');
    const index = filters.findIndex((filter) => filter.id === id);
    const filter = filters[index];
    if (!filter) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as -1 | 1 | undefined;
    const next = nextIndex(event.key, index, filters.length);
    if (step !== undefined && event.altKey) saved.move(filter.id, step);
    else if (event.key === 'F2') acts.onEdit(filter);
    else if (event.key === 'Delete') {
      saved.remove(filter);
      focusFilter((filters[index + 1] ?? filters[index - 1])?.id);
    } else if (next !== undefined && !event.altKey) focusFilter(filters[next]?.id);
    else return;
    event.preventDefault();
  };
  return (
    <nav className="inbox-filters" aria-label={t('title')}>
      <ul onKeyDown={onKeyDown}>
        {filters.map((filter) => (
          <FilterRow
            key={filter.id}
            filter={filter}
            saved={saved}
            acts={acts}
            isReachable={filter.id === reachable}
            onFocus={() => setFocused(filter.id)}
          />
        ))}
      </ul>
    </nav>
  );
}

/** Brings the focus to a filter, or to the one that the list is of. */
export function focusFilter(id?: string): void {
  const name = id === undefined ? '[tabindex="0"]' : `[data-filter="${CSS.escape(id)}"]`;
  document.querySelector<HTMLElement>(`.inbox-filters ${name}`)?.focus();
}
