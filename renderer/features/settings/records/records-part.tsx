import './records.css';
import { useTranslation } from 'react-i18next';
import { ForgetPerson } from './forget-person.tsx';
import { KeepRules } from './keep-rules.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { WriteComments } from './write-comments.tsx';

const blocks = [
  ['write', WriteComments],
  ['keep', KeepRules],
  ['forget', ForgetPerson],
  ['receipts', ReceiptList],
] as const;

/** What customers wrote: taken along, kept for a while, forgotten. */
export function RecordsPart() {
  const { t } = useTranslation('records-ui');
  return (
    <div className="records">
      {blocks.map(([name, Block]) => (
        <section key={name} aria-labelledby={`records-${name}`}>
          <h3 id={`records-${name}`}>{t(`${name}.title`)}</h3>
          <p className="muted">{t(`${name}.lead`)}</p>
          <Block />
        </section>
      ))}
    </div>
  );
}
