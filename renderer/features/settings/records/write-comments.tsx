import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FileRunLine } from './file-run-line.tsx';
import { periodInstants } from './period-instants.ts';

const views = [
  ...(['all', 'unanswered', 'done', 'orders', 'questions', 'snoozed', 'spam'] as const),
];
type View = (typeof views)[number];

/** A file of comments for a spreadsheet: of a view, an account, a search, a period. */
export function WriteComments() {
  const { t } = useTranslation('records-ui');
  const api = useApi();
  const [view, setView] = useState<View>('all');
  const [accountId, setAccount] = useState('');
  const [text, setText] = useState('');
  const [period, setPeriod] = useState({ from: '', to: '' });
  const [folder, setFolder] = useState('');
  const info = useQuery(api.app.info.queryOptions());
  const accounts = useQuery(api.accounts.list.queryOptions());
  const outlook = useQuery(api.records.outlook.queryOptions());
  const write = useChange(api.records.writeComments.mutationOptions());
  const begin = () =>
    write.mutate({
      view,
      ...(text.trim() && { text: text.trim() }),
      ...(accountId && { accountIds: [accountId] }),
      ...(folder.trim() && { folder: folder.trim() }),
      ...periodInstants(period, info.data?.zone ?? 'UTC'),
    });
  const all = { value: '', label: t('write.allAccounts') };
  const named = (accounts.data?.accounts ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="settings-form">
      <div className="settings-pair">
        <SelectField
          label={t('write.view')}
          value={view}
          options={views.map((value) => ({ value, label: t(`write.views.${value}`) }))}
          onChange={setView}
        />
        <SelectField
          label={t('write.account')}
          value={accountId}
          options={[all, ...named]}
          onChange={setAccount}
        />
      </div>
      <Period value={period} onChange={setPeriod} />
      <TextField
        label={t('write.words')}
        hint={t('write.wordsHint')}
        maxLength={200}
        value={text}
        onChange={setText}
      />
      <TextField
        label={t('write.folder')}
        placeholder={outlook.data?.folder ?? ''}
        maxLength={1000}
        value={folder}
        onChange={setFolder}
      />
      <div>
        <Button icon={<IconFileSpreadsheet aria-hidden />} busy={write.isPending} onClick={begin}>
          {t('write.action')}
        </Button>
      </div>
      {write.data ? <FileRunLine key={write.data.id} runId={write.data.id} /> : null}
    </div>
  );
}

type Days = { from: string; to: string };

function Period({ value, onChange }: { value: Days; onChange: (value: Days) => void }) {
  const { t } = useTranslation('records-ui');
  return (
    <div className="settings-pair">
      <TextField
        type="date"
        label={t('write.from')}
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
      />
      <TextField
        type="date"
        label={t('write.to')}
        value={value.to}
        onChange={(to) => onChange({ ...value, to })}
      />
    </div>
  );
}
