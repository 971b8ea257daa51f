import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { CheckBox } from '../../../ui/check-box.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { TimeField } from '../../../ui/time-field.tsx';
import { slotsOf } from './slots-of.ts';
import type { Wish } from './use-wish.ts';

const kinds = ['usual', 'weekdays', 'per-week'] as const;
const counts = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** On which accounts and at which hours the posts go out. */
export function WhenPart({ wish }: { wish: Wish }) {
  const { t } = useTranslation('series');
  const { slots, setSlots } = wish;
  return (
    <div className="fp-when">
      <Accounts wish={wish} />
      <h3>{t('when.title')}</h3>
      <Segments
        label={t('when.kind')}
        value={slots.kind}
        options={kinds.map((value) => ({ value, label: t(`when.${value}`) }))}
        onChange={(kind) => setSlots({ ...slots, kind })}
      />
      <div className="fp-pair">
        {slots.kind === 'per-week' ? (
          <SelectField
            label={t('when.count')}
            value={String(slots.count) as (typeof counts)[number]}
            options={counts.map((value) => ({ value, label: value }))}
            onChange={(value) => setSlots({ ...slots, count: Number(value) })}
          />
        ) : null}
        {slots.kind === 'usual' ? null : (
          <TimeField
            label={t('when.time')}
            value={slots.time}
            onChange={(time) => setSlots({ ...slots, time })}
          />
        )}
        <TextField
          label={t('when.from')}
          type="date"
          value={slots.from}
          onChange={(from) => setSlots({ ...slots, from })}
        />
      </div>
    </div>
  );
}

function Accounts({ wish }: { wish: Wish }) {
  const { t } = useTranslation('series');
  const { accounts, accountIds, setAccountIds } = wish;
  return (
    <fieldset className="fp-accounts">
      <legend className="fp-legend">{t('when.accounts')}</legend>
      {accounts.map(({ id, network, name }) => (
        <CheckBox
          key={id}
          checked={accountIds.includes(id)}
          onChange={(isOn) =>
            setAccountIds(isOn ? [...accountIds, id] : accountIds.filter((one) => one !== id))
          }
          label={
            <span className="fp-account">
              <NetworkIcon network={network} />
              <span className="cut">{name}</span>
            </span>
          }
        />
      ))}
      {accounts.length === 0 ? <p className="small muted">{t('when.noAccount')}</p> : null}
    </fieldset>
  );
}

/** The first and the last hour that the series would take. */
export function SeriesSpan({ wish, count }: { wish: Wish; count: number }) {
  const { t } = useTranslation('series');
  const api = useApi();
  const { dateTime } = useFormats();
  const problem = useProblem();
  const times = useQuery(
    api.series.times.queryOptions({
      input: { accountIds: wish.accountIds, slots: slotsOf(wish.slots), count },
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  if (times.error) {
    const { title, todo } = problem(times.error);
    return <p className="small fp-error fp-span" role="alert">{`${title}. ${todo}`}</p>;
  }
  const items = times.data?.items ?? [];
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return null;
  return (
    <p className="small muted num fp-span" role="status">
      {count === 1
        ? t('when.one', { at: dateTime(first.at) })
        : t('when.span', { count, from: dateTime(first.at), to: dateTime(last.at) })}
    </p>
  );
}
