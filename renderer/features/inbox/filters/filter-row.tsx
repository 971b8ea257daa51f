import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconFilter,
  IconPencil,
  IconReplace,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedFilter } from '../../../../shared/contract/inbox-filters.ts';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import type { FilterActs } from './filter-acts.ts';
import type { SavedFilters } from './use-saved-filters.ts';

type Props = {
  filter: SavedFilter;
  saved: SavedFilters;
  acts: FilterActs;
  /** By the Tab key; the others by arrows. */
  isReachable: boolean;
  onFocus: () => void;
};

/** One filter with how many threads it shows; one that lacks something says so and is mended. */
export function FilterRow({ filter, saved, acts, isReachable, onFocus }: Props) {
  const { t } = useTranslation('inbox-filters');
  const { id, name, lacks } = filter;
  const isBroken = lacks.length > 0;
  const count = saved.countOf(id);
  const isCurrent = acts.currentId === id;
  return (
    <li>
      <button
        type="button"
        className="inbox-filter"
        data-filter={id}
        tabIndex={isReachable ? 0 : -1}
        aria-current={isCurrent || undefined}
        onFocus={onFocus}
        onClick={() => (isBroken ? acts.onEdit(filter) : acts.onShow(filter))}
      >
        {isBroken ? <IconAlertTriangle aria-hidden /> : <IconFilter aria-hidden />}
        <bdi className="cut" title={name}>
          {name}
        </bdi>
        {isBroken ? <span className="inbox-filter-lacks">{t('broken')}</span> : null}
        {count ? (
          <span className="num muted">{t(count.isMore ? 'more' : 'count', { ...count })}</span>
        ) : null}
      </button>
      <Menu
        target={
          <button
            type="button"
            className="btn btn-quiet btn-icon inbox-filter-more"
            tabIndex={isReachable ? 0 : -1}
            aria-label={t('actions', { name })}
          >
            <IconDots aria-hidden />
          </button>
        }
        items={useRowItems(filter, saved, acts)}
      />
    </li>
  );
}

function useRowItems(filter: SavedFilter, saved: SavedFilters, acts: FilterActs): MenuItem[] {
  const { t } = useTranslation('inbox-filters');
  const { id, lacks } = filter;
  return [
    {
      label: t(lacks.length > 0 ? 'mend' : 'edit'),
      icon: <IconPencil aria-hidden />,
      run: () => acts.onEdit(filter),
    },
    {
      label: t('replace'),
      icon: <IconReplace aria-hidden />,
      disabled: acts.currentId === id,
      run: () => acts.onReplace(filter),
    },
    'line',
    {
      label: t('up'),
      icon: <IconArrowUp aria-hidden />,
      disabled: !saved.canMove(id, -1),
      run: () => saved.move(id, -1),
    },
    {
      label: t('down'),
      icon: <IconArrowDown aria-hidden />,
      disabled: !saved.canMove(id, 1),
      run: () => saved.move(id, 1),
    },
    'line',
    {
      label: t('remove'),
      icon: <IconTrash aria-hidden />,
      danger: true,
      run: () => saved.remove(filter),
    },
  ];
}
