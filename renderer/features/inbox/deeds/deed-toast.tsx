import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import { useApi } from '../../../link/link-provider.tsx';

/** What was done, as the words of its toast are called. */
export type ToldDeed = 'hide' | 'show' | 'delete' | 'block' | 'unblock';

const wanted = {
  hide: { kind: 'hide', on: true },
  show: { kind: 'hide', on: false },
  delete: { kind: 'delete', on: undefined },
  block: { kind: 'block', on: true },
  unblock: { kind: 'block', on: false },
} as const satisfies Record<ToldDeed, Pick<OutboxItem, 'kind'> & { on: boolean | undefined }>;

/** Words of a toast that stay true: on its way, waiting and why, refused, and done only when the network has
 *  it. */
export function DeedToast({
  deed,
  commentId,
  person,
}: {
  deed: ToldDeed;
  commentId: string;
  person: string;
}) {
  const { t } = useTranslation('inbox-deeds');
  const api = useApi();
  const outbox = useQuery(api.inbox.outbox.queryOptions({ refetchOnMount: 'always' }));
  const { kind, on } = wanted[deed];
  const item = outbox.data?.items.findLast(
    (one) => one.kind === kind && one.on === on && one.commentId === commentId,
  );
  // Read before the deed was written, the outbox tells nothing of it.
  const stand = outbox.isFetchedAfterMount ? standOf(item) : 'goes';
  const why = item?.waitsFor?.text ?? '';
  return (
    <>
      {t(`told.${deed}.${stand}`, { person })}
      {stand === 'waits' && why ? ` ${why}` : null}
    </>
  );
}

function standOf(item: OutboxItem | undefined): 'goes' | 'waits' | 'refused' | 'done' {
  if (!item) return 'done';
  if (item.state === 'refused') return 'refused';
  return item.state === 'waiting' ? 'waits' : 'goes';
}
