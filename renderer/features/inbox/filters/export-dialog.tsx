import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useFileRun } from '../../../link/use-file-run.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileRunLine } from '../../../ui/file-run-line.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { InboxView } from '../use-inbox-view.ts';
import { nameIn, useListChoices } from './use-list-names.ts';

/** Writes the comments of what the list shows to a file for a spreadsheet. */
export function ExportDialog({ inbox, onClose }: { inbox: InboxView; onClose: () => void }) {
  const { t } = useTranslation(['inbox-filters', 'records-ui']);
  const api = useApi();
  const [folder, setFolder] = useState('');
  const outlook = useQuery(api.records.outlook.queryOptions());
  const write = useChange(api.records.writeComments.mutationOptions());
  const { view, accountId, tagId, intent, language, text } = inbox.content;
  const accountIds = accountId === undefined ? inbox.ofShop : [accountId];
  const begin = () =>
    write.mutate({
      ...{ view, tagId, intent, language, text },
      ...(accountIds && { accountIds: [...accountIds] }),
      ...(folder.trim() && { folder: folder.trim() }),
    });
  const runId = write.data?.id;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('export.title')}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t(runId === undefined ? 'dialog.cancel' : 'export.close')}
          </Button>
          {runId === undefined ? (
            <Button
              kind="primary"
              size="lg"
              icon={<IconFileSpreadsheet aria-hidden />}
              busy={write.isPending}
              onClick={begin}
            >
              {t('records-ui:write.action')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="filter-form">
        <p>{t('export.what', { list: useListWords(inbox) })}</p>
        <p className="small muted">{t('export.order')}</p>
        {runId === undefined ? (
          <TextField
            label={t('records-ui:write.folder')}
            placeholder={outlook.data?.folder ?? ''}
            maxLength={1000}
            value={folder}
            onChange={setFolder}
          />
        ) : (
          <ExportRun runId={runId} />
        )}
      </div>
    </Dialog>
  );
}

function ExportRun({ runId }: { runId: string }) {
  return <FileRunLine {...useFileRun(runId)} />;
}

/** What the list shows, in words: `À répondre, @laserre, « prix »`. */
function useListWords({ content }: InboxView): string {
  const { t } = useTranslation(['inbox-filters', 'inbox-ui']);
  const choices = useListChoices();
  const parts = (['shopId', 'accountId', 'tagId', 'intent', 'language'] as const).flatMap(
    (part) => nameIn(choices, part, content) ?? [],
  );
  const words = content.text === undefined ? [] : [t('export.words', { text: content.text })];
  return [t(`inbox-ui:view.${content.view}`), ...parts, ...words].join(', ');
}
