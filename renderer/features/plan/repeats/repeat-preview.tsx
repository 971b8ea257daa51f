import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RepeatRule } from '../../../../shared/contract/repeats.ts';
import { useApi } from '../../../link/link-provider.tsx';
import type { ZoneWords } from '../composer/use-post-zone.ts';

/** The next dates of a rhythm, and whether the same text would come back too soon. */
export function RepeatPreview({
  rule,
  words,
  texts,
}: {
  rule: RepeatRule;
  words: ZoneWords;
  /** How many different texts there are. */
  texts: number;
}) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const { data } = useQuery(
    api.repeats.preview.queryOptions({ input: { rule, zone: words.zone, limit: 5 } }),
  );
  if (!data) return null;
  if (data.items.length === 0) return <p className="small field-note-bad">{t('form.nothing')}</p>;
  return (
    <div aria-live="polite">
      <p className="field-label">{t('form.coming')}</p>
      <ul className="repeat-dates">
        {data.items.map(({ at, moved }) => {
          const here = words.hereOf(at);
          return (
            <li key={at} className="num">
              {words.formats.dateTime(at)}
              {here ? (
                <span className="small muted"> · {t('when:here', { when: here })}</span>
              ) : null}
              {moved ? <span className="small repeat-moved">{t('form.moved')}</span> : null}
            </li>
          );
        })}
      </ul>
      {data.textsNeeded > texts ? (
        <p className="small repeat-moved">
          {t('form.sameText', { count: data.textsNeeded - texts })}
        </p>
      ) : null}
    </div>
  );
}
