import { IconFilter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { AttachDialog } from './attach-dialog.tsx';
import { FilterChoices } from './filter-choices.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { Stars } from './stars.tsx';
import type { Library } from './use-library.ts';

const counted = [
  'origin',
  'format',
  'rating',
  'favourite',
  'use',
  'productId',
  'accountId',
  'from',
  'to',
] as const;

/** What the list is narrowed to, behind one button that says how much. */
export function LibraryFilters({ library, onTags }: { library: Library; onTags: () => void }) {
  const { t } = useTranslation('library');
  const [opened, setOpened] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const { filters } = library;
  const count =
    counted.filter((name) => filters[name] !== undefined).length + (filters.tagIds?.length ?? 0);
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        label={t('filters.title')}
        align="start"
        widthPx={340}
        target={
          <Button
            icon={<IconFilter aria-hidden />}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {t('filters.title')}
            {count > 0 ? <span className="num lib-count">{count}</span> : null}
          </Button>
        }
      >
        <FilterPanel
          library={library}
          count={count}
          onClose={() => setOpened(false)}
          onTags={onTags}
          onChoose={() => setChoosing(true)}
        />
      </Popover>
      {isChoosing ? (
        <AttachDialog
          title={t('filters.chooseProduct')}
          onAttach={(productId) => library.change({ productId })}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
}

/** All filters; what opens a window of its own closes the panel first. */
function FilterPanel({
  library,
  count,
  onClose,
  onTags,
  onChoose,
}: {
  library: Library;
  count: number;
  onClose: () => void;
  onTags: () => void;
  onChoose: () => void;
}) {
  const { t } = useTranslation('library');
  const { filters, reset } = library;
  const leave = (then: () => void) => () => {
    onClose();
    then();
  };
  return (
    <div className="lib-filters">
      <SavedFilters library={library} onAsked={onClose} />
      <FilterChoices library={library} />
      <ProductChoice library={library} onChoose={leave(onChoose)} />
      <Line label={t('filters.rating')}>
        <Stars
          label={t('filters.rating')}
          value={filters.rating ?? 0}
          onChange={(rating) => library.change({ rating: rating || undefined })}
        />
      </Line>
      <CheckBox
        label={t('filters.favourite')}
        checked={filters.favourite === true}
        onChange={(on) => library.change({ favourite: on ? true : undefined })}
      />
      <Tags library={library} onManage={leave(onTags)} />
      <span className="lib-filters-foot">
        <Link className="text-btn" to="/studio/duplicates">
          {t('filters.duplicates')}
        </Link>
        {count > 0 ? <TextButton onClick={reset}>{t('filters.reset')}</TextButton> : null}
      </span>
    </div>
  );
}

/** Pictures of one product, and the way to choose it. */
function ProductChoice({ library, onChoose }: { library: Library; onChoose: () => void }) {
  const { t } = useTranslation('library');
  const api = useApi();
  const { productId = '' } = library.filters;
  const found = useQuery({
    ...api.catalogue.get.queryOptions({ input: { productId } }),
    enabled: productId !== '',
    retry: false,
  });
  if (productId === '')
    return <TextButton onClick={onChoose}>{t('filters.chooseProduct')}</TextButton>;
  return (
    <Line label={t('filters.product')}>
      <div className="lib-tag-choice">
        <Chip pressed onClick={() => library.change({ productId: undefined })}>
          <span className="cut lib-chip-name">{found.data?.title ?? '…'}</span>
        </Chip>
      </div>
    </Line>
  );
}

function Tags({ library, onManage }: { library: Library; onManage: () => void }) {
  const { t } = useTranslation('library');
  const api = useApi();
  const { filters, change } = library;
  const tags = useQuery(api.library.tags.queryOptions({ input: {} }));
  const chosen = filters.tagIds ?? [];
  if (!tags.data || tags.data.items.length === 0) return null;
  const toggle = (id: string) => {
    const ids = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    change({ tagIds: ids.length > 0 ? ids : undefined });
  };
  return (
    <Line label={t('filters.tags')}>
      <div className="lib-tag-choice">
        {tags.data.items.slice(0, 60).map(({ id, name, count }) => (
          <Chip key={id} pressed={chosen.includes(id)} onClick={() => toggle(id)}>
            {name} <span className="num muted">{count}</span>
          </Chip>
        ))}
      </div>
      <TextButton onClick={onManage}>{t('tags.manage')}</TextButton>
    </Line>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="lib-line">
      <span className="small muted">{label}</span>
      {children}
    </div>
  );
}
