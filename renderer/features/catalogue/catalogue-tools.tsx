import { IconLayoutGrid, IconList } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import type { Catalogue, Filter } from './use-catalogue.ts';

/** Search, view, and filters with their counts. */
export function CatalogueTools({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation('catalogue');
  const search = useRef<HTMLInputElement>(null);
  useShortcut('/', () => search.current?.focus());
  const { counts } = catalogue;
  return (
    <div className="cat-tools">
      <div className="cat-search">
        <SearchField
          inputRef={search}
          label={t('search')}
          placeholder={t('searchHint')}
          value={catalogue.text}
          onChange={catalogue.setText}
        />
      </div>
      <Segments
        label={t('view.label')}
        value={catalogue.view}
        onChange={catalogue.setView}
        options={[
          { value: 'table', label: '', name: t('view.table'), icon: <IconList aria-hidden /> },
          { value: 'grid', label: '', name: t('view.grid'), icon: <IconLayoutGrid aria-hidden /> },
        ]}
      />
      <FilterButton catalogue={catalogue} filter="low-stock" count={counts?.lowStock} isUrgent />
      <FilterButton catalogue={catalogue} filter="no-photo" count={counts?.noPhoto} />
      <FilterButton catalogue={catalogue} filter="never-posted" count={counts?.neverPosted} />
    </div>
  );
}

function FilterButton({
  catalogue,
  filter,
  count,
  isUrgent = false,
}: {
  catalogue: Catalogue;
  filter: Filter;
  count: number | undefined;
  isUrgent?: boolean;
}) {
  const { t } = useTranslation('catalogue');
  const isOn = catalogue.filter === filter;
  if (count === 0 && !isOn) return null;
  const tone = isUrgent ? 'cat-filter-count cat-few' : 'cat-filter-count muted';
  return (
    <Button
      kind="quiet"
      className={isUrgent ? 'cat-filter' : 'cat-filter cat-filter-more'}
      aria-pressed={isOn}
      onClick={() => catalogue.setFilter(filter)}
    >
      {t(`filter.${filter}`)} <span className={`num ${tone}`}>{count ?? ''}</span>
    </Button>
  );
}
