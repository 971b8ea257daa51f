import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ImportPreview } from './import-preview.tsx';
import type { ColumnsLack } from './read-lack.ts';
import type { Import } from './use-import.ts';

/** Asks which column is which, where the headers do not say. */
export function ImportColumns({
  work,
  source,
  lack,
}: {
  work: Import;
  source: Parameters<Import['confirm']>[0];
  lack: ColumnsLack;
}) {
  const { t } = useTranslation('catalogue');
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const headers = lack.headers.filter((header) => header.trim() !== '');
  const options = [
    { value: '', label: t('import.chooseColumn') },
    ...headers.map((header) => ({ value: header, label: header })),
  ];
  const isReady = lack.missingFields.every((field) => chosen[field]);
  const mapping = {
    ...lack.mapping,
    ...Object.fromEntries(Object.entries(chosen).map(([field, header]) => [header, field])),
  };
  return (
    <>
      <p role="alert">{t('import.columnsLead', { name: source.name })}</p>
      <div className="cat-columns">
        {lack.missingFields.map((field) => (
          <SelectField
            key={field}
            label={t('import.columnFor', { field: t(`import.field.${field}`) })}
            value={chosen[field] ?? ''}
            options={options}
            onChange={(header) => setChosen((all) => ({ ...all, [field]: header }))}
          />
        ))}
      </div>
      <ImportPreview headers={lack.headers} rows={lack.preview} mapping={lack.mapping} />
      <div>
        <Button
          kind="primary"
          size="lg"
          disabled={!isReady}
          onClick={() => work.change(source, { mapping })}
        >
          {t('import.readAgain')}
        </Button>
      </div>
    </>
  );
}
