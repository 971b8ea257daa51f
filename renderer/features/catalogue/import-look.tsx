import { IconAlertTriangle, IconCheck, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { badRowsFile } from './bad-rows-file.ts';
import { ImportPreview } from './import-preview.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { Import, ImportAnswer } from './use-import.ts';

type Source = Parameters<Import['confirm']>[0];
type Props = { work: Import; source: Source; answer: ImportAnswer };

const mostListed = 200;

/** What would be imported and what not, and how the file was read. */
export function ImportLook({ work, source, answer }: Props) {
  const { t } = useTranslation('catalogue');
  const { rows, valid, problems, reading } = answer;
  return (
    <>
      <div className="cat-verdict" role="status">
        <StateSign tone="leaf" icon={<IconCheck aria-hidden />}>
          {t('import.valid', { count: valid, rows })}
        </StateSign>
        {problems.length > 0 ? (
          <StateSign tone="berry" icon={<IconAlertTriangle aria-hidden />}>
            {t('import.bad', { count: problems.length })}
          </StateSign>
        ) : null}
      </div>
      <ImportPreview headers={reading.headers} rows={reading.preview} mapping={reading.mapping} />
      <HowRead work={work} source={source} answer={answer} />
      {problems.length > 0 ? <BadRows answer={answer} name={source.name} /> : null}
    </>
  );
}

type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
const encodings: readonly Encoding[] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];

/** What can be read in two ways: letters, cents, and which of two rows with one code stays. */
function HowRead({ work, source, answer }: Props) {
  const { t } = useTranslation('catalogue');
  const { options } = work;
  const { reading, problems } = answer;
  const hasTwice = problems.some((problem) => problem.code === 'sku-twice') || options.duplicates;
  const isUnsure =
    problems.some((problem) => problem.code === 'price-ambiguous') || options.decimalMark;
  return (
    <div className="cat-how">
      <SelectField
        label={t('import.encoding')}
        value={encodings.find((encoding) => encoding === reading.encoding) ?? 'utf-8'}
        options={encodings.map((value) => ({ value, label: t(`import.encodings.${value}`) }))}
        onChange={(encoding) => work.change(source, { encoding })}
      />
      {isUnsure ? (
        <div>
          <p className="field-label">{t('import.mark')}</p>
          <Segments
            label={t('import.mark')}
            value={options.decimalMark ?? reading.decimalMark ?? ''}
            options={[
              { value: ',', label: t('import.markComma') },
              { value: '.', label: t('import.markPoint') },
            ]}
            onChange={(mark) => mark && work.change(source, { decimalMark: mark })}
          />
        </div>
      ) : null}
      {hasTwice ? (
        <div>
          <p className="field-label">{t('import.twice')}</p>
          <Segments
            label={t('import.twice')}
            value={options.duplicates ?? 'keep-first'}
            options={[
              { value: 'keep-first', label: t('import.keepFirst') },
              { value: 'keep-last', label: t('import.keepLast') },
            ]}
            onChange={(duplicates) => work.change(source, { duplicates })}
          />
        </div>
      ) : null}
    </div>
  );
}

function BadRows({ answer, name }: { answer: ImportAnswer; name: string }) {
  const { t } = useTranslation('catalogue');
  const { problems, reading } = answer;
  const download = () => {
    const words = { row: t('import.row'), reason: t('import.reasonHead') };
    const text = badRowsFile(reading.headers, problems, reading.separator, words);
    saveFile(`${name.replace(/\.\w+$/, '')}-${t('import.badName')}.csv`, text, 'text/csv');
  };
  return (
    <section aria-label={t('import.bad', { count: problems.length })}>
      <div
        className="cat-problems"
        role="region"
        aria-label={t('import.problems')}
        // Scrolls: whoever has no mouse reaches it by Tab.
        tabIndex={0}
      >
        <table className="num">
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.reasonHead')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, mostListed).map((problem) => (
              <tr key={`${problem.row}-${problem.column}-${problem.code}`}>
                <td>{problem.row}</td>
                <td>{problem.column}</td>
                <td>{problem.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button icon={<IconDownload aria-hidden />} onClick={download}>
        {t('import.download', { count: problems.length })}
      </Button>
    </section>
  );
}
