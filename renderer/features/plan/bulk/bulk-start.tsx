import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { saveBytes } from './save-bytes.ts';
import { useBatchDeeds } from './use-batches.ts';
import type { Bulk } from './use-bulk.ts';

const accept = '.xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values';

/** A file to choose, templates to begin with, and what was added before. */
export function BulkStart({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation('bulk');
  const { state, open } = bulk.opening;
  const first = (files: File[]) => files[0] && open(files[0]);
  if (state.step === 'busy')
    return (
      <p role="status" className="bulk-busy">
        <span className="spin" aria-hidden="true" /> {t('ui.reading', { name: state.name })}
      </p>
    );
  return (
    <div className="bulk-start">
      {state.step === 'problem' ? <ProblemBlock problem={state.problem} /> : null}
      <FileDrop label={t('ui.drop')} onFiles={first}>
        <div className="bulk-choose">
          <IconFileSpreadsheet aria-hidden />
          <p>{t('ui.lead')}</p>
          <FileButton kind="primary" size="lg" accept={accept} multiple={false} onFiles={first}>
            {t('ui.choose')}
          </FileButton>
          <p className="small muted">{t('ui.kinds')}</p>
        </div>
      </FileDrop>
      <Templates />
      <Batches />
    </div>
  );
}

function Templates() {
  const { t } = useTranslation('bulk');
  const api = useApi();
  const template = useChange(api.bulk.template.mutationOptions({ onSuccess: saveBytes }));
  return (
    <p className="bulk-templates">
      <span>{t('ui.templates')}</span>
      <TextButton onClick={() => template.mutate({ format: 'xlsx' })}>
        {t('ui.templateXlsx')}
      </TextButton>
      <TextButton onClick={() => template.mutate({ format: 'csv' })}>
        {t('ui.templateCsv')}
      </TextButton>
    </p>
  );
}

function Batches() {
  const { t } = useTranslation('bulk');
  const api = useApi();
  const { near } = useFormats();
  const now = useNow();
  const { data } = useQuery(api.posts.batches.queryOptions({ input: { limit: 5 } }));
  const deeds = useBatchDeeds();
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="bulk-recent">
      <h3 id="bulk-recent">{t('ui.recent')}</h3>
      <ul className="bulk-batches">
        {items.map(({ batchId, name, at, posts, undone }) => (
          <li key={batchId}>
            <span className="grow cut">{name || t('ui.unnamed')}</span>
            <span className="muted num">
              {undone ? t('ui.undone') : t('ui.recentLine', { count: posts })} · {near(at, now)}
            </span>
            <Button
              disabled={deeds.isBusy}
              onClick={() => (undone ? deeds.redo(batchId) : deeds.undo(batchId))}
            >
              {undone ? t('ui.redo') : t('ui.undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
