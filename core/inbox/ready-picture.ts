import { afterReadFailure, type Sending } from './check-before.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { Ready } from './make-call.ts';
import type { OutboxRow, Standing } from './outbox-store.ts';

/** Makes the picture of an answer ready, unseen by anybody: may be repeated. A picture that is no longer
 *  the one that was written with is not sent. */
export async function readyPicture(
  parts: InboxParts,
  row: OutboxRow,
  { client, account }: Sending,
): Promise<{ ready: Ready } | { standing: Standing }> {
  if (row.assetId === null || row.assetHash === null) return { ready: {} };
  const filePath = await parts.uses.pictureFile(row.assetId, row.assetHash);
  if (filePath === undefined)
    return { standing: { state: 'refused', nextAt: null, reasonCode: 'picture-changed' } };
  if (row.kind === 'message') return { ready: { filePath } };
  const photo = await client.uploadPhoto({
    pageId: account.pageRemoteId,
    filePath,
    temporary: true,
  });
  if (photo.ok) return { ready: { photoId: photo.value.photoId } };
  const { failure } = photo;
  const isRefused = failure.outcome === 'not-done' && failure.reaction === 'fix';
  return {
    standing: isRefused
      ? { state: 'refused', nextAt: null, reasonCode: 'picture-refused' }
      : afterReadFailure(failure, parts.tools.clock.now()),
  };
}
