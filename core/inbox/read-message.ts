import {
  attachmentsOf,
  type Participant,
  type RemoteComment,
  type RemoteMessage,
} from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { Talk } from './take-comments.ts';

/** Of older messages networks tell no more than that they were there. */
export function isTold({ from, text, attachments, stickerUrl }: RemoteMessage): boolean {
  return from !== undefined || text !== '' || attachments.length > 0 || stickerUrl !== undefined;
}

/** A message as a row of its thread; undefined where the network tells no more than that it was there. */
export function toComment(account: AccountFact, message: RemoteMessage): RemoteComment | undefined {
  if (!isTold(message)) return undefined;
  const { id, createdAt, text, attachments, stickerUrl } = message;
  const from = message.from ?? senderOf(account, message);
  const attachmentUrl = attachments.find(({ url }) => url !== undefined)?.url ?? stickerUrl;
  return {
    ...{ id, text, isHidden: false, likeCount: 0 },
    ...(from === undefined ? {} : { from }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(attachmentUrl === undefined ? {} : { attachmentUrl }),
    attachments: attachmentsOf(message),
  };
}

/** What went to somebody else came from the shop; whom else it came from is not told then. */
function senderOf(account: AccountFact, { to }: RemoteMessage): Participant | undefined {
  const isOwnMessage = to.length > 0 && to.every((one) => !isOwn(account, one));
  return isOwnMessage ? { id: account.remoteId } : undefined;
}

const isOwn = (account: AccountFact, { id, username }: Participant): boolean =>
  id === account.remoteId ||
  id === account.pageRemoteId ||
  (username !== undefined && username === account.username);

/** Who the shop talks to: whoever of a message is not the shop. Where none names them the words are kept all
 *  the same. */
export function talkOf(account: AccountFact, messages: readonly RemoteMessage[]): Talk | undefined {
  const person = messages
    .flatMap(({ from, to }) => (from ? [from, ...to] : to))
    .find((one) => !isOwn(account, one));
  if (person) return { personId: person.id, personName: person.name ?? person.username ?? '' };
  return messages.some(isTold) ? { personId: null, personName: '' } : undefined;
}
