import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { wallWords } from './wall-words.ts';

/** Lists the plans that go out at another instant since a zone changed its rules (F30). */
export function MovedNote({ onOpen }: { onOpen: (postId: string) => void }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const { locale } = useFormats();
  const items = useQuery(api.timing.moved.queryOptions()).data?.items ?? [];
  const putAway = useChange(api.timing.putAwayMoved.mutationOptions());
  if (items.length === 0) return null;
  return (
    <div className="rhythm-gap" role="status">
      <div className="grow">
        <b>{t('moved.title', { count: items.length })}</b>
        <p className="small">{t('moved.what')}</p>
        <ul className="small">
          {items.map(({ postId, title, wall, zone, from, to }) => (
            <li key={postId}>
              <TextButton onClick={() => onOpen(postId)}>{title}</TextButton>{' '}
              {t('moved.line', {
                wall: wallWords(wall, locale),
                zone: zone.replaceAll('_', ' '),
                from: from.slice(11, 16),
                to: to.slice(11, 16),
              })}
            </li>
          ))}
        </ul>
      </div>
      <Button busy={putAway.isPending} onClick={() => putAway.mutate({})}>
        {t('moved.ok')}
      </Button>
    </div>
  );
}
