import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bulkField, type BulkField, type BulkSession } from '../../../../shared/contract/bulk.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import type { Bulk } from './use-bulk.ts';

/** Says which column feeds which field; a field can only come from one. */
export function BulkColumns({
  bulk,
  session,
  onClose,
}: {
  bulk: Bulk;
  session: BulkSession;
  onClose: () => void;
}) {
  const { t } = useTranslation('bulk');
  const [mapping, setMapping] = useState(session.mapping);
  const choose = (place: number, field: BulkField | '') =>
    setMapping((all) =>
      all.map((one, index) => (index === place ? field : one === field ? '' : one)),
    );
  const options = [
    { value: '' as const, label: t('ui.columnNone') },
    ...bulkField.options.map((value) => ({ value, label: t(`field.${value}`) })),
  ];
  const sample = (place: number) => {
    const text = session.samples[place];
    return text ? t('ui.columnSample', { text }) : undefined;
  };
  const apply = () => {
    bulk.setMapping(mapping);
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('ui.columnsTitle')}
      widthPx={640}
      footer={
        <Button size="lg" kind="primary" disabled={!mapping.some(Boolean)} onClick={apply}>
          {t('ui.columnsApply')}
        </Button>
      }
    >
      {session.mapping.some(Boolean) ? null : <p role="alert">{t('ui.noColumns')}</p>}
      <p>{t('ui.columnsLead')}</p>
      <div className="bulk-columns">
        {session.headers.map((header, place) => (
          <SelectField
            key={`${place}-${header}`}
            label={t('ui.columnLabel', { name: header || place + 1 })}
            value={mapping[place] ?? ''}
            options={options}
            hint={sample(place)}
            onChange={(field) => choose(place, field)}
          />
        ))}
      </div>
    </Dialog>
  );
}
