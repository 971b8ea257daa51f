import { useTranslation } from 'react-i18next';

const mostRows = 4;

/** The first rows as they were read, each column under its header and what it feeds. */
export function ImportPreview({
  headers,
  rows,
  mapping,
}: {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  mapping: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation('catalogue');
  return (
    <div
      className="cat-preview"
      role="region"
      aria-label={t('import.preview')}
      // Scrolls sideways: whoever has no mouse reaches it by Tab.
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {headers.map((header, index) => (
              <th key={index} scope="col">
                {header}
                <span className="cat-feeds">
                  {mapping[header] ? t(`import.field.${mapping[header]}`) : t('import.unused')}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, index) => (
            <tr key={index}>
              {headers.map((_, column) => (
                <td key={column}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
