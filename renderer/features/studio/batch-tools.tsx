import { IconDownload, IconFolders, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { batchFilter, type Batch, type BatchFilter } from '../../../shared/contract/batches.ts';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ExportDialog } from './export-dialog.tsx';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';

/** Name of the batch, what of it is shown, the other batches, and the way out to a folder. */
export function BatchTools({
  what,
  pictures,
  filter,
  onFilter,
}: {
  what: What;
  pictures: Pictures;
  filter: BatchFilter;
  onFilter: (filter: BatchFilter) => void;
}) {
  const { t } = useTranslation('batch');
  const [isExporting, setExporting] = useState(false);
  const { batch, isRunning } = pictures.work;
  return (
    <div className="studio-batch">
      {batch ? <BatchName key={batch.id} batch={batch} /> : null}
      {batch ? (
        <SelectField
          label={t('filter.label')}
          labelHidden
          value={filter}
          options={batchFilter.options.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={onFilter}
        />
      ) : null}
      <span className="grow" />
      <BatchesMenu what={what} pictures={pictures} />
      {batch ? (
        <Button
          icon={<IconDownload aria-hidden />}
          disabled={batch.counts.made === 0 && !isRunning}
          onClick={() => setExporting(true)}
        >
          {t('export.open')}
        </Button>
      ) : null}
      {batch && isExporting ? (
        <ExportDialog
          from={{ batchId: batch.id }}
          pictures={pictures}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </div>
  );
}

function BatchName({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batch');
  const api = useApi();
  const rename = useChange(api.batches.rename.mutationOptions());
  const [name, setName] = useState(batch.name);
  const keep = () => {
    const next = name.trim();
    if (next === '') setName(batch.name);
    else if (next !== batch.name) rename.mutate({ batchId: batch.id, name: next });
  };
  return (
    <div className="studio-batch-name" onBlur={keep}>
      <TextField label={t('name')} labelHidden value={name} maxLength={120} onChange={setName} />
    </div>
  );
}

const mostListed = 12;

function BatchesMenu({ what, pictures }: { what: What; pictures: Pictures }) {
  const { t } = useTranslation('batch');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const { work } = pictures;
  const list = useQuery(api.batches.list.queryOptions());
  const others = (list.data?.items ?? []).filter(({ id }) => id !== work.batchId);
  if (!work.batch && others.length === 0) return null;
  const open = (batch: Batch) => {
    void what.chooseIds(batch.spec.productIds);
    pictures.show(batch);
  };
  const remove = async (batchId: string) => {
    work.forget();
    await client.batches.remove({ batchId });
    toast({ text: t('removed'), undo: () => void client.batches.restore({ batchId }) });
  };
  const current = work.batchId;
  const items: MenuItem[] = [
    ...(current
      ? [
          { label: t('fresh'), icon: <IconPlus aria-hidden />, run: work.forget },
          {
            label: t('remove'),
            icon: <IconTrash aria-hidden />,
            run: () => void remove(current),
          },
        ]
      : []),
    ...(current && others.length > 0 ? (['line'] as const) : []),
    ...others.slice(0, mostListed).map((batch) => ({
      label: batch.name,
      right: <span className="num muted">{batch.counts.made}</span>,
      run: () => open(batch),
    })),
  ];
  return (
    <Menu
      items={items}
      target={
        <Button kind="quiet" icon={<IconFolders aria-hidden />}>
          {t('list')}
        </Button>
      }
    />
  );
}
