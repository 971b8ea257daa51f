import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { SelectField } from '../../../ui/select-field.tsx';

const choices = [0, 3, 6, 10, 20, 30];

/** For how long an answer can be taken back before it leaves. */
export function UndoField() {
  const { t } = useTranslation('outbox');
  const api = useApi();
  const kept = useQuery(api.inbox.sending.queryOptions()).data?.undoSeconds;
  const set = useChange(api.inbox.setSending.mutationOptions());
  if (kept === undefined) return null;
  const all = choices.includes(kept) ? choices : [...choices, kept].toSorted((a, b) => a - b);
  return (
    <div className="outbox-undo">
      <SelectField
        label={t('undo.label')}
        value={String(kept)}
        options={all.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? t('undo.none') : t('undo.seconds', { count: seconds }),
        }))}
        onChange={(value) => set.mutate({ undoSeconds: Number(value) })}
      />
    </div>
  );
}
