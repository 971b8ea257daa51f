import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';

/** Who did what with a thread, newest first. */
export function HistoryDialog({ threadId, onClose }: { threadId: string; onClose: () => void }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const pages = useInfiniteQuery(
    api.teamwork.history.infiniteOptions({
      input: (cursor: string | undefined) => ({ threadId, ...(cursor && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  const deeds = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Dialog opened onClose={onClose} title={t('history.title')} widthPx={480}>
      {pages.isPending ? <SkeletonRows /> : null}
      {pages.data && deeds.length === 0 ? <p className="muted">{t('history.none')}</p> : null}
      <ol className="inbox-history">
        {deeds.map(({ id, person, at, text }) => (
          <li key={id}>
            <Avatar name={person.name} />
            <span>
              <span className="inbox-block">{text}</span>
              <span className="small muted num">
                {person.name} · {formats.near(at, now)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {pages.hasNextPage ? (
        <Button
          kind="quiet"
          busy={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      ) : null}
    </Dialog>
  );
}
