import { IconArrowsSort, IconLayoutSidebarRight, IconTrash } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { librarySort } from '../../../../shared/contract/library.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { LibraryFilters } from './library-filters.tsx';
import { densities, type Library } from './use-library.ts';

const kinds = ['all', 'photo', 'creation', 'video', 'audio'] as const;

/** What to look for, in which order and how large. */
export function LibraryTools({
  library,
  searchRef,
  hasDetails,
  onDetails,
  onTags,
}: {
  library: Library;
  searchRef: Ref<HTMLInputElement>;
  hasDetails: boolean;
  onDetails: () => void;
  onTags: () => void;
}) {
  const { t } = useTranslation('library');
  const { filters, change } = library;
  return (
    <div className="lib-tools">
      <div className="lib-search">
        <SearchField
          inputRef={searchRef}
          label={t('search')}
          placeholder={t('searchHint')}
          value={library.text}
          onChange={library.setText}
        />
      </div>
      <Segments
        label={t('kinds.label')}
        value={filters.kind ?? 'all'}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => change({ kind: kind === 'all' ? undefined : kind })}
      />
      <LibraryFilters library={library} onTags={onTags} />
      <Menu
        target={
          <Button icon={<IconArrowsSort aria-hidden />}>
            {t(`sort.${filters.sort ?? 'newest'}`)}
          </Button>
        }
        align="start"
        items={librarySort.options.map((sort) => ({
          label: t(`sort.${sort}`),
          run: () => change({ sort: sort === 'newest' ? undefined : sort }),
        }))}
      />
      <span className="grow" />
      <ViewTools library={library} hasDetails={hasDetails} onDetails={onDetails} />
    </div>
  );
}

/** How large, the bin, and the details. */
function ViewTools({
  library,
  hasDetails,
  onDetails,
}: {
  library: Library;
  hasDetails: boolean;
  onDetails: () => void;
}) {
  const { t } = useTranslation('library');
  const { filters, change } = library;
  return (
    <>
      <input
        type="range"
        className="lib-density"
        aria-label={t('density')}
        min={0}
        max={densities.length - 1}
        step={1}
        value={library.density}
        onChange={(event) => library.setDensity(event.currentTarget.valueAsNumber)}
      />
      <IconButton
        label={filters.binned ? t('bin.leave') : t('bin.open')}
        icon={<IconTrash />}
        aria-pressed={filters.binned === true}
        onClick={() => change({ binned: filters.binned ? undefined : true })}
      />
      <IconButton
        label={t('details.show')}
        icon={<IconLayoutSidebarRight />}
        aria-pressed={hasDetails}
        onClick={onDetails}
      />
    </>
  );
}
