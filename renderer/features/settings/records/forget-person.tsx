import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../shared/contract/records.ts';
import { calmText } from '../../../../shared/rules/calm-text.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { PersonReportPanel } from './person-report.tsx';

const keyOf = ({ network, id, name }: Customer) => JSON.stringify([network, id ?? name]);

/** Finds somebody on both networks, shows what is held of them, and forgets them. */
export function ForgetPerson() {
  const { t } = useTranslation('records-ui');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Customer[]>([]);
  const [reported, setReported] = useState<Customer[]>();
  const restart = (next: Customer[]) => {
    setChosen(next);
    setReported(undefined);
  };
  return (
    <div className="settings-form">
      <SearchField
        label={t('forget.search')}
        placeholder={t('forget.searchHint')}
        value={text}
        onChange={(now) => {
          setText(now);
          restart([]);
        }}
      />
      <Found text={text} chosen={chosen} onChoose={restart} />
      {chosen.length > 0 && !reported ? (
        <div>
          <Button onClick={() => setReported(chosen)}>{t('forget.look')}</Button>
        </div>
      ) : null}
      {reported ? (
        <PersonReportPanel
          customers={reported}
          onForgotten={() => {
            setText('');
            restart([]);
          }}
        />
      ) : null}
    </div>
  );
}

function Found({
  text,
  chosen,
  onChoose,
}: {
  text: string;
  chosen: readonly Customer[];
  onChoose: (chosen: Customer[]) => void;
}) {
  const { t } = useTranslation('records-ui');
  const api = useApi();
  const formats = useFormats();
  const [sought] = useDebouncedValue(text.trim(), 250);
  const input = { text: sought };
  const { data } = useQuery(
    api.records.customers.queryOptions({ input, enabled: sought.length > 1, staleTime: 0 }),
  );
  if (sought.length < 2 || !data) return null;
  if (data.items.length === 0)
    return (
      <p className="muted" role="status">
        {t('forget.nobody')}
      </p>
    );
  const isChosen = (one: Customer) => chosen.some((other) => keyOf(other) === keyOf(one));
  return (
    <ul className="records-chosen" aria-label={t('forget.found')}>
      {data.items.slice(0, 20).map(({ comments, firstAt, lastAt, ...one }) => (
        <li key={keyOf(one)} className="records-line">
          <CheckBox
            checked={isChosen(one)}
            label={<bdi>{calmText(one.name)}</bdi>}
            onChange={(on) =>
              onChoose(
                on ? [...chosen, one] : chosen.filter((other) => keyOf(other) !== keyOf(one)),
              )
            }
          />
          <span className="small muted num">
            {t(`forget.network.${one.network}`)} ·{' '}
            {t('forget.wrote', {
              count: comments,
              from: formats.date(firstAt),
              to: formats.date(lastAt),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
