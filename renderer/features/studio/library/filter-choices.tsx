import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { libraryUse } from '../../../../shared/contract/library.ts';
import { format } from '../../../../shared/contract/shapes.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { dayOf, endOfDay, startOfDay } from './filter-days.ts';
import type { Library } from './use-library.ts';

const origins = ['import', 'studio', 'sample'] as const;

/** Where it is used, where it comes from, its format and its days. */
export function FilterChoices({ library }: { library: Library }) {
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
      <AccountChoice library={library} />
      <div className="lib-pair">
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
      </div>
      <DayChoice library={library} />
    </>
  );
}

function AccountChoice({ library }: { library: Library }) {
  const { t } = useTranslation('library');
  const api = useApi();
  const { filters, change } = library;
  const found = useQuery(api.accounts.list.queryOptions());
  const accounts = found.data?.accounts ?? [];
  if (accounts.length === 0) return null;
  return (
    <SelectField
      label={t('filters.account')}
      value={filters.accountId ?? ''}
      options={[
        { value: '', label: t('filters.any') },
        ...accounts.map(({ id, name, network }) => ({
          value: id,
          label: `${name} · ${network === 'facebook' ? 'Facebook' : 'Instagram'}`,
        })),
      ]}
      onChange={(id) => change({ accountId: id || undefined })}
    />
  );
}

/** The days on which it came, both included; by the clock of this computer. */
function DayChoice({ library }: { library: Library }) {
  const { t } = useTranslation('library');
  const { filters, change } = library;
  return (
    <div className="lib-pair">
      <TextField
        type="date"
        label={t('filters.from')}
        value={dayOf(filters.from)}
        onChange={(day) => change({ from: startOfDay(day) })}
      />
      <TextField
        type="date"
        label={t('filters.to')}
        value={dayOf(filters.to, -1)}
        onChange={(day) => change({ to: endOfDay(day) })}
      />
    </div>
  );
}
