import {
  attachmentsOf,
  type GraphClient,
  type GraphResult,
  type RemoteAttachment,
} from 'graph-api-client';
import type { PictureOrigin } from './picture-store.ts';

/** As many of the newest mentions as one call tells. */
const mentionsRead = 25;

/** Asks the network once for what came with a comment: its addresses are new ones then. Undefined where the
 *  network tells it no more. */
export async function readAgain(
  client: GraphClient,
  { network, threadKind, remoteId }: PictureOrigin,
  ownerRemoteId: string,
): Promise<GraphResult<RemoteAttachment[] | undefined>> {
  if (threadKind === 'message') {
    const answer = await client.readMessage(remoteId);
    return answer.ok ? { ...answer, value: attachmentsOf(answer.value) } : answer;
  }
  if (threadKind === 'mention') return readMention(client, network, remoteId, ownerRemoteId);
  if (network === 'instagram') {
    const answer = await client.readInstagramComment(remoteId);
    return answer.ok ? { ...answer, value: answer.value.attachments } : answer;
  }
  const answer = await client.readFacebookComment(remoteId);
  return answer.ok ? { ...answer, value: answer.value.attachments } : answer;
}

/** A stranger's post is not read by itself: it stands in the list, if it is new enough. */
async function readMention(
  client: GraphClient,
  network: PictureOrigin['network'],
  remoteId: string,
  ownerRemoteId: string,
): Promise<GraphResult<RemoteAttachment[] | undefined>> {
  const answer = await (network === 'facebook'
    ? client.taggedPosts({ pageId: ownerRemoteId, limit: mentionsRead })
    : client.taggedMedia({ igId: ownerRemoteId, limit: mentionsRead }));
  if (!answer.ok) return answer;
  const url = answer.value.items.find(({ id }) => id === remoteId)?.pictureUrl;
  return { ...answer, value: url === undefined ? undefined : [{ kind: 'image', url }] };
}
