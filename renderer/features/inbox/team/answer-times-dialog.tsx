import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import type { StudioClient } from '../../../link/studio-api.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { daysChoices, waitShare, waitWords } from './wait-words.ts';

type Times = Awaited<ReturnType<StudioClient['teamwork']['answerTimes']>>;
type Figures = Pick<Times, 'count' | 'medianMs' | 'p90Ms'>;
const hoursChoices = ['all', 'open'] as const;
type Hours = (typeof hoursChoices)[number];

/** As the clock has it, or what of it the shop was open. */
const reading = ({ count, medianMs, p90Ms, open }: Figures & Pick<Times, 'open'>, hours: Hours) =>
  hours === 'open' && open ? { count, ...open } : { count, medianMs, p90Ms };

/** How long customers waited for an answer: all in all, by day, and by whoever answered. */
export function AnswerTimesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const [days, setDays] = useState<'7' | '28' | '90'>('7');
  const [wished, setHours] = useState<Hours>('all');
  const input = { days: Number(days) };
  const times = useQuery(api.teamwork.answerTimes.queryOptions({ input })).data;
  const hours: Hours = times?.open ? wished : 'all';
  return (
    <Dialog opened onClose={onClose} title={t('times.title')} widthPx={640}>
      <div className="times-choices">
        <Segments
          label={t('times.days')}
          value={days}
          options={daysChoices.map((count) => ({
            value: `${count}` as const,
            label: t('times.last', { count }),
          }))}
          onChange={setDays}
        />
        {times?.open && (
          <Segments
            label={t('times.hours')}
            value={wished}
            options={hoursChoices.map((value) => ({ value, label: t(`times.of.${value}`) }))}
            onChange={setHours}
          />
        )}
      </div>
      {times ? <TimesBody times={times} hours={hours} /> : <SkeletonRows />}
      <p className="small muted">{t('times.help')}</p>
      {times && times.count > 0 && (
        <p className="small muted">
          {times.open ? (
            t(`times.helpOf.${hours}`)
          ) : (
            <>
              {t('times.noHours')}{' '}
              <Link to="/inbox/rules" search={{ part: 'away' }} className="text-btn">
                {t('times.toHours')}
              </Link>
            </>
          )}
        </p>
      )}
    </Dialog>
  );
}

function TimesBody({ times, hours }: { times: Times; hours: Hours }) {
  const { t } = useTranslation('inbox-team');
  const formats = useFormats();
  if (times.count === 0) return <p className="muted">{t('times.none')}</p>;
  const days = times.days.filter(({ count }) => count > 0).toReversed();
  // Noon lies in the day of the shop, whatever its zone.
  const dayName = (date: string) => formats.date(`${date}T12:00:00.000Z`);
  const sum = reading(times, hours);
  const people = times.people.map((one) => ({ name: one.person.name, ...reading(one, hours) }));
  return (
    <>
      <dl className="times-sum">
        <Sum label={t('times.median')} ms={sum.medianMs} />
        <Sum label={t('times.p90')} ms={sum.p90Ms} />
        <div>
          <dt className="small muted">{t('times.answers')}</dt>
          <dd className="num">{formats.number(times.count)}</dd>
        </div>
      </dl>
      <div className="times-scroll" tabIndex={0} role="region" aria-label={t('times.byDay')}>
        <TimesTable
          head={t('times.day')}
          caption={t('times.byDay')}
          lines={days.map((one) => ({ name: dayName(one.date), ...reading(one, hours) }))}
        />
        <TimesTable head={t('times.who')} caption={t('times.byPerson')} lines={people} />
      </div>
    </>
  );
}

function Sum({ label, ms }: { label: string; ms: number | undefined }) {
  const { locale } = useFormats();
  return (
    <div>
      <dt className="small muted">{label}</dt>
      <dd className="num">{ms === undefined ? '–' : waitWords(ms, locale)}</dd>
    </div>
  );
}

function TimesTable({
  head,
  caption,
  lines,
}: {
  head: string;
  caption: string;
  lines: readonly (Figures & { name: string })[];
}) {
  const { t } = useTranslation('inbox-team');
  const { locale, number } = useFormats();
  const longestMs = Math.max(...lines.map(({ p90Ms = 0 }) => p90Ms));
  return (
    <table className="times-table num">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('times.answers')}</th>
          <th scope="col">{t('times.half')}</th>
          <th scope="col">{t('times.nine')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, count, medianMs = 0, p90Ms = 0 }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{number(count)}</td>
            <td>{waitWords(medianMs, locale)}</td>
            <td>
              {waitWords(p90Ms, locale)}
              <span className="times-bar" aria-hidden="true">
                <i style={{ transform: `scaleX(${waitShare(p90Ms, longestMs)})` }} />
                <b style={{ transform: `scaleX(${waitShare(medianMs, longestMs)})` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
