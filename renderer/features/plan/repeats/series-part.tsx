import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Repeat } from '../../../../shared/contract/repeats.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useRuleWords } from './use-rule-words.ts';

/** The series: their rhythm, what is to come, and an end to them. */
export function SeriesPart({ onOpen }: { onOpen: (postId: string) => void }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const items = useQuery(api.repeats.list.queryOptions()).data?.items;
  if (!items) return <SkeletonRows />;
  return (
    <div className="rhythm-part">
      {items.length === 0 ? (
        <EmptyState title={t('series.none')} text={t('series.noneText')} />
      ) : (
        <ul className="rhythm-list">
          {items.map((repeat) => (
            <SeriesLine key={repeat.id} repeat={repeat} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </div>
  );
}

function SeriesLine({ repeat, onOpen }: { repeat: Repeat; onOpen: (postId: string) => void }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const formats = useFormats();
  const words = useRuleWords();
  const toast = useToast();
  const { id, title, thumbUrl, rule, coming } = repeat;
  const end = useChange(
    api.repeats.end.mutationOptions({
      onSuccess: () => toast({ text: t('series.ended', { title }) }),
    }),
  );
  const made = coming.filter((one) => one.state === 'made');
  const held = coming.filter((one) => one.state === 'held');
  const [next] = made;
  return (
    <li>
      <Thumbnail url={thumbUrl} widthPx={32} />
      <span className="rhythm-words">
        <span className="cut">{title}</span>
        <span className="small">{words(rule)}</span>
        <span className="small muted num">
          {next?.at
            ? t('series.next', { count: made.length, when: formats.dateTime(next.at) })
            : t('series.nothing')}
        </span>
        {held[0] ? (
          <span className="small repeat-moved">
            {t('series.held', { count: held.length, text: held[0].text })}
          </span>
        ) : null}
      </span>
      {next?.postId ? (
        <Button onClick={() => onOpen(next.postId ?? '')}>{t('series.open')}</Button>
      ) : null}
      <Button
        kind="quiet"
        busy={end.isPending}
        aria-label={t('series.endOf', { title })}
        onClick={() => end.mutate({ repeatId: id })}
      >
        {t('series.end')}
      </Button>
    </li>
  );
}
