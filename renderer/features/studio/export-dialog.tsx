import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CollisionChoice,
  ExportKind,
  ExportOutlook,
  ExportWish,
} from '../../../shared/contract/exports.ts';
import { unknownTokens, usualPattern } from '../../../shared/rules/export-name.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ExportPending, ExportWaits } from './export-pending.tsx';
import { ExportProgress } from './export-progress.tsx';
import { pendingOf, useFinishedFirst, type Pending } from './use-finished-first.ts';
import type { Pictures } from './use-pictures.ts';

const kinds: readonly ExportKind[] = ['jpg', 'png', 'webp', 'cards', 'labels'];

/** Where the pictures of a batch, or these, go, as what, and under which names; then how far that is. */
export function ExportDialog({
  from,
  pictures,
  onClose,
}: {
  from: Pick<ExportWish, 'batchId' | 'assetIds'>;
  /** The batch on the screen, where it is that one. */
  pictures?: Pictures;
  onClose: () => void;
}) {
  const { t } = useTranslation('batch');
  const api = useApi();
  const [exportId, setExportId] = useState<string>();
  const [collisions, setCollisions] = useState<CollisionChoice>('both');
  const [wantsFirst, setWantsFirst] = useState(true);
  const form = useExportForm(from);
  const start = useChange(api.exports.start.mutationOptions());
  const write = () =>
    start.mutate({ ...form.wish, collisions }, { onSuccess: ({ id }) => setExportId(id) });
  const first = useFinishedFirst(pictures, write);
  const pending = pictures && pendingOf(pictures.work);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('export.title')}
      widthPx={600}
      footer={
        exportId ? (
          <Button kind="primary" onClick={onClose}>
            {t('export.close')}
          </Button>
        ) : first.isWaiting ? (
          <Button onClick={first.stop}>{t('export.cancel')}</Button>
        ) : (
          <StartButton
            {...{ form, write, pending: wantsFirst ? pending : undefined }}
            finishFirst={() => void first.begin()}
            isBusy={start.isPending}
          />
        )
      }
    >
      {exportId ? (
        <ExportProgress exportId={exportId} />
      ) : first.isWaiting ? (
        <ExportWaits pictures={pictures} />
      ) : (
        <div className="studio-export">
          {pending ? <ExportPending {...{ pending, wantsFirst, setWantsFirst }} /> : null}
          <ExportFields form={form} />
          <Outlook {...{ form, collisions, setCollisions }} isPending={pending !== undefined} />
        </div>
      )}
    </Dialog>
  );
}

/** Writes at once, or brings the batch to its end first. */
function StartButton({
  form,
  pending,
  write,
  finishFirst,
  isBusy,
}: {
  form: Form;
  pending: Pending | undefined;
  write: () => void;
  finishFirst: () => void;
  isBusy: boolean;
}) {
  const { t } = useTranslation('batch');
  const { data, isPlaceholderData } = form.outlook;
  const total = data?.total ?? 0;
  const isUnknown = !data || isPlaceholderData || total === 0;
  return (
    <Button
      kind="primary"
      size="lg"
      busy={isBusy}
      disabled={isBlocked(form) || (!pending && isUnknown)}
      onClick={pending ? finishFirst : write}
    >
      {pending ? t(`export.startAfter.${pending.kind}`) : t('export.start', { count: total })}
    </Button>
  );
}

function useExportForm(from: Pick<ExportWish, 'batchId' | 'assetIds'>) {
  const api = useApi();
  const [kind, setKind] = useState<ExportKind>('jpg');
  const [folder, setFolder] = useState('');
  const habits = useQuery(api.exports.habits.queryOptions({ staleTime: 0 })).data;
  // What was written the time before stands there until something else is written.
  const [ownPattern, setPattern] = useState<string>();
  const [ownCopyright, setCopyright] = useState<string>();
  const pattern = ownPattern ?? habits?.pattern ?? usualPattern;
  const copyright = ownCopyright ?? habits?.copyright ?? '';
  const wish: ExportWish = {
    ...from,
    kind,
    ...(folder.trim() && { folder: folder.trim() }),
    ...(pattern.trim() && { pattern: pattern.trim() }),
    ...(copyright.trim() && { copyright: copyright.trim() }),
  };
  const text = JSON.stringify(wish);
  const [settled] = useDebouncedValue(text, 250);
  const outlook = useQuery(
    api.exports.outlook.queryOptions({
      input: JSON.parse(settled) as ExportWish,
      placeholderData: keepPreviousData,
      staleTime: 0,
      retry: false,
    }),
  );
  return {
    ...{ wish, outlook, kind, setKind, folder, setFolder, pattern, setPattern },
    ...{ copyright, setCopyright, folders: habits?.folders ?? [] },
  };
}
type Form = ReturnType<typeof useExportForm>;

function isBlocked({ outlook }: Form): boolean {
  return outlook.data?.place === 'blocked';
}

/** Where to, with a look whether files can be written there, and the folders of the times before. */
function FolderField({ form }: { form: Form }) {
  const { t } = useTranslation('batch');
  const place = form.folder.trim() === '' ? undefined : form.outlook.data?.place;
  const items = form.folders.map((folder) => ({
    label: folder,
    run: () => form.setFolder(folder),
  }));
  return (
    <div className="studio-export-folder">
      <TextField
        label={t('export.folder')}
        value={form.folder}
        placeholder={form.outlook.data?.folder ?? ''}
        {...(isBlocked(form)
          ? { error: t('export.blocked') }
          : { hint: t(place === 'new' ? 'export.newFolder' : 'export.folderHint') })}
        maxLength={1000}
        onChange={form.setFolder}
      />
      {items.length > 0 ? (
        <Menu
          items={items}
          target={<IconButton label={t('export.recent')} icon={<IconHistory />} kind="plain" />}
        />
      ) : null}
    </div>
  );
}

function ExportFields({ form }: { form: Form }) {
  const { t } = useTranslation('batch');
  const isPaper = form.kind === 'cards' || form.kind === 'labels';
  const unknown = unknownTokens(form.pattern);
  return (
    <>
      <Segments
        label={t('export.kind')}
        value={form.kind}
        options={kinds.map((value) => ({ value, label: t(`export.kinds.${value}`) }))}
        onChange={form.setKind}
      />
      <p className="small muted">{t(`export.about.${form.kind}`)}</p>
      <FolderField form={form} />
      {isPaper ? null : (
        <TextField
          label={t('export.pattern')}
          value={form.pattern}
          maxLength={200}
          {...(unknown.length > 0
            ? { error: t('export.unknown', { tokens: unknown.join(' ') }) }
            : { hint: t('export.tokens') })}
          onChange={form.setPattern}
        />
      )}
      <TextField
        label={t('export.copyright')}
        value={form.copyright}
        maxLength={200}
        placeholder={t('export.copyrightHint')}
        onChange={form.setCopyright}
      />
    </>
  );
}

function Outlook({
  form,
  collisions,
  setCollisions,
  isPending,
}: {
  form: Form;
  collisions: CollisionChoice;
  setCollisions: (choice: CollisionChoice) => void;
  isPending: boolean;
}) {
  const { t } = useTranslation('batch');
  const problem = useProblem();
  const { data, error } = form.outlook;
  // Of a batch that is still being made there is nothing yet to look at.
  if (error && isPending && problem(error).code === 'export-empty')
    return <p className="small muted">{t('export.none')}</p>;
  if (error) return <ProblemBlock problem={problem(error)} />;
  if (!data) return null;
  return (
    <>
      <OutlookWords outlook={data} />
      {data.collisions > 0 ? (
        <SelectField
          label={t('export.collisions', { count: data.collisions })}
          value={collisions}
          options={(['both', 'replace', 'skip'] as const).map((value) => ({
            value,
            label: t(`export.choice.${value}`),
          }))}
          onChange={setCollisions}
        />
      ) : null}
    </>
  );
}

function OutlookWords({ outlook }: { outlook: ExportOutlook }) {
  const { t } = useTranslation('batch');
  const formats = useFormats();
  const { examples, needBytes, freeBytes, leftOut } = outlook;
  return (
    <div className="studio-export-look small">
      <span className="mono cut">{examples[0]}</span>
      <span className="muted num">
        {t('export.need', { size: formats.bytes(needBytes) })}
        {freeBytes === undefined
          ? ''
          : ` · ${t('export.free', { size: formats.bytes(freeBytes) })}`}
        {leftOut > 0 ? ` · ${t('export.leftOut', { count: leftOut })}` : ''}
      </span>
    </div>
  );
}
