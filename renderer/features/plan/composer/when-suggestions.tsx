import { IconClockUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import type { ZoneWords } from './use-post-zone.ts';

/** Up to three times worth taking, each with its reason; says where there are too few results. */
export function WhenSuggestions({
  accountIds,
  postId,
  words,
  onWall,
}: {
  accountIds: readonly string[];
  postId: string | undefined;
  words: ZoneWords;
  onWall: (wall: string) => void;
}) {
  const { t } = useTranslation('when');
  const api = useApi();
  const asked = useQuery(
    api.timing.suggest.queryOptions({
      input: { accountIds: [...accountIds], ...(postId === undefined ? {} : { postId }) },
      enabled: accountIds.length > 0,
    }),
  );
  const found = asked.data;
  if (!found || found.items.length === 0) return null;
  const isHabit = found.from === 'usual-hours';
  const tooFew = found.posts < found.needed;
  return (
    <div className="when-suggestions" role="group" aria-label={t('suggested')}>
      <p className="field-label">{t('suggested')}</p>
      {isHabit ? (
        <div className="when-habits">
          {found.items.map((item) => (
            <Button key={item.at} onClick={() => onWall(item.wall.slice(0, 16))}>
              {words.formats.dateTime(item.at)}
            </Button>
          ))}
        </div>
      ) : (
        found.items.map((item) => (
          <button
            key={item.at}
            type="button"
            className="when-suggestion"
            onClick={() => onWall(item.wall.slice(0, 16))}
          >
            <IconClockUp aria-hidden />
            <span>
              <b className="num">{words.formats.dateTime(item.at)}</b>
              <span className="small muted">{item.text}</span>
            </span>
          </button>
        ))
      )}
      {isHabit ? (
        <p className="small muted">
          {found.items[0]?.text}{' '}
          {tooFew ? t('tooFew', { count: found.posts, needed: found.needed }) : t('noBest')}
        </p>
      ) : null}
    </div>
  );
}
