import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { libraryUse } from '../../../../shared/contract/library.ts';
import { format } from '../../../../shared/contract/shapes.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { Stars } from './stars.tsx';
import type { Library } from './use-library.ts';

const origins = ['import', 'studio', 'sample'] as const;
const counted = ['origin', 'format', 'rating', 'favourite', 'use', 'productId'] as const;

/** What the list is narrowed to, behind one button that says how much. */
export function LibraryFilters({ library, onTags }: { library: Library; onTags: () => void }) {
  const { t } = useTranslation('library');
  const [opened, setOpened] = useState(false);
  const { filters, reset } = library;
  const count =
    counted.filter((name) => filters[name] !== undefined).length + (filters.tagIds?.length ?? 0);
  return (
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
      <div className="lib-filters">
        <Choices library={library} />
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
        <Tags
          library={library}
          onManage={() => {
            setOpened(false);
            onTags();
          }}
        />
        {count > 0 ? <TextButton onClick={reset}>{t('filters.reset')}</TextButton> : null}
      </div>
    </Popover>
  );
}

function Choices({ library }: { library: Library }) {
  const { t } = useTranslation('library');
  const { filters, change } = library;
  const any = { value: '', label: t('filters.any') } as const;
  return (
    <>
      <SelectField
        label={t('filters.use')}
        value={filters.use ?? ''}
        options={[
          any,
          ...libraryUse.options.map((value) => ({ value, label: t(`filters.uses.${value}`) })),
        ]}
        onChange={(use) => change({ use: use || undefined })}
      />
      <SelectField
        label={t('filters.origin')}
        value={filters.origin ?? ''}
        options={[any, ...origins.map((value) => ({ value, label: t(`origin.${value}`) }))]}
        onChange={(origin) => change({ origin: origin || undefined })}
      />
      <SelectField
        label={t('filters.format')}
        value={filters.format ?? ''}
        options={[any, ...format.options.map((value) => ({ value, label: value }))]}
        onChange={(chosen) => change({ format: chosen || undefined })}
      />
    </>
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
