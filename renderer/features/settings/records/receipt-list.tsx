import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { StateSign } from '../../../ui/state-sign.tsx';

/** What was forgotten and when; never who it was. */
export function ReceiptList() {
  const { t } = useTranslation('records-ui');
  const api = useApi();
  const formats = useFormats();
  const { data } = useQuery(api.records.receipts.queryOptions());
  if (!data || data.items.length === 0) return <p className="muted">{t('receipts.none')}</p>;
  return (
    <ul className="settings-list">
      {data.items.map((receipt) => (
        <li key={receipt.id}>
          <div className="settings-line num">
            <b>{formats.dateTime(receipt.at)}</b>
            <span className="muted">{receipt.by ?? ''}</span>
            <span className="grow" />
            <StateSign tone={receipt.left.length === 0 ? 'leaf' : 'sun'}>
              {receipt.left.length === 0
                ? t('receipts.clean')
                : t('receipts.left', { files: receipt.left.join(', ') })}
            </StateSign>
          </div>
          <p className="small muted">
            {t('receipts.counts', { count: receipt.comments, others: receipt.others })}{' '}
            {receipt.backupsKept.length > 0
              ? t('receipts.backups', { count: receipt.backupsKept.length })
              : ''}
          </p>
        </li>
      ))}
    </ul>
  );
}
