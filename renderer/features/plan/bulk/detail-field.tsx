import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postKind } from '../../../../shared/contract/posts.ts';
import type { BulkField, BulkRow } from '../../../../shared/contract/bulk.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useOffers } from './use-offers.tsx';
import type { Bulk } from './use-bulk.ts';

const long: ReadonlySet<BulkField> = new Set([
  'caption',
  'captionFacebook',
  'captionInstagram',
  'alt',
  'firstComment',
]);

/** One field of a row; saved when it is left. */
export function DetailField({ bulk, row, field }: { bulk: Bulk; row: BulkRow; field: BulkField }) {
  const isWrong = row.issues.some((issue) => issue.field === field && issue.level === 'error');
  const stored = row.cells[field] ?? '';
  const save = (text: string) => {
    if (text !== stored) bulk.setCells(row.row, { [field]: text });
  };
  return (
    <div className={isWrong ? 'bulk-field-error' : ''}>
      {field === 'kind' ? (
        <KindField value={row.kind} onSave={save} />
      ) : (
        <WordsField
          {...{ field, stored }}
          suggested={field === 'alt' ? row.altSuggested : undefined}
          onSave={save}
        />
      )}
    </div>
  );
}

function KindField({ value, onSave }: { value: BulkRow['kind']; onSave: (text: string) => void }) {
  const { t } = useTranslation('bulk');
  const options = postKind.options.map((kind) => ({
    value: kind,
    label: t(`ui.kindLabel.${kind}`),
  }));
  return <SelectField label={t('field.kind')} value={value} options={options} onChange={onSave} />;
}

function WordsField({
  field,
  stored,
  suggested,
  onSave,
}: {
  field: BulkField;
  stored: string;
  /** What stands in its place while nothing is written. */
  suggested: string | undefined;
  onSave: (text: string) => void;
}) {
  const { t } = useTranslation('bulk');
  const [typed, setTyped] = useState(stored);
  const offers = useOffers(field);
  // A fix, or the table itself, may change what stands here.
  useEffect(() => setTyped(stored), [stored]);
  const shared = {
    label: t(`field.${field}`),
    value: typed,
    onChange: setTyped,
    onBlur: () => onSave(typed),
  };
  if (long.has(field))
    return (
      <TextArea
        {...shared}
        {...(suggested && { placeholder: suggested })}
        rows={field === 'caption' ? 4 : 3}
      />
    );
  return (
    <>
      <TextField
        {...shared}
        list={offers.listId}
        onKeyDown={(event) => event.key === 'Enter' && onSave(typed)}
      />
      {offers.list}
    </>
  );
}
