import {
  attachmentsOf,
  type Participant,
  type RemoteComment,
  type RemoteMessage,
} from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { Talk } from './take-comments.ts';

/** A message as a row of its thread; undefined where the network tells no more than that it was there. */
export function toComment(message: RemoteMessage): RemoteComment | undefined {
  const { id, from, createdAt, text, attachments, stickerUrl } = message;
  if (!from || createdAt === undefined) return undefined;
  const attachmentUrl = attachments.find(({ url }) => url !== undefined)?.url ?? stickerUrl;
  return {
    ...{ id, from, createdAt, text, isHidden: false, likeCount: 0 },
    ...(attachmentUrl === undefined ? {} : { attachmentUrl }),
    attachments: attachmentsOf(message),
  };
}

/** Who the shop talks to: whoever of a message is not the shop. */
export function talkOf(account: AccountFact, messages: readonly RemoteMessage[]): Talk | undefined {
  const isOwn = ({ id, username }: Participant) =>
    id === account.remoteId ||
    id === account.pageRemoteId ||
    (username !== undefined && username === account.username);
  const person = messages
    .flatMap(({ from, to }) => (from ? [from, ...to] : to))
    .find((one) => !isOwn(one));
  return person && { personId: person.id, personName: person.name ?? person.username ?? '' };
}
