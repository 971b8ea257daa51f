import type { GraphClient, GraphResult } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { beyondAllKeys } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { deletedAfterMs } from './polling.ts';
import { toComment } from './read-message.ts';
import { summariseThread } from './summarise-thread.ts';
import { takeComments } from './take-comments.ts';
import type { ThreadRow } from './thread-store.ts';

/** In one go, with what stands under those that are gone. */
const mostAsked = 40;

/** Asks for comments and messages by themselves that a list should have named and did not. Lists leave some
 *  out for many reasons: only two direct reads an hour apart that find nothing make one deleted. How many
 *  calls it took. */
export async function askForMissing(
  parts: InboxParts,
  account: AccountFact,
  client: GraphClient,
  rows: readonly CommentRow[],
): Promise<number> {
  const queue = [...rows];
  const asked = new Set<bigint>();
  for (let row = queue.shift(); row && asked.size < mostAsked; row = queue.shift()) {
    if (asked.has(row.key)) continue;
    asked.add(row.key);
    const thread = parts.threads.find(row.threadId);
    if (!thread) continue;
    const { postRemoteId, kind, personId, personName } = thread;
    const id = row.fullRemoteId;
    if (kind === 'message') {
      const answer = await client.readMessage(id);
      const told = answer.ok ? toComment(account, answer.value) : undefined;
      const talk = { personId, personName };
      if (told) takeComments(parts, account, postRemoteId, [told], { kind, talk });
      else noteAbsence(parts, row, answer);
      continue;
    }
    const answer =
      account.network === 'facebook'
        ? await client.readFacebookComment(id)
        : await client.readInstagramComment(id);
    if (answer.ok) takeComments(parts, account, postRemoteId, [{ ...answer.value, id }]);
    else if (noteAbsence(parts, row, answer)) queue.push(...withoutTop(parts, row, thread));
  }
  return asked.size;
}

/** Answers go with the comment that they stand under, and no list names what became of them. */
function withoutTop(
  { comments }: InboxParts,
  { key, accountId }: CommentRow,
  { id, topRemoteId }: ThreadRow,
): CommentRow[] {
  const top = comments.findRemote(accountId, topRemoteId);
  if (top && !top.deleted && top.missingAt === null) return [];
  return comments
    .ofThread(id, beyondAllKeys, mostAsked)
    .filter((row) => row.key !== key && !row.deleted && row.missingAt === null);
}

/** The first time only notes it. False when the network did not say that it is gone. */
function noteAbsence(parts: InboxParts, row: CommentRow, answer: GraphResult<unknown>): boolean {
  if (answer.ok || answer.failure.reaction !== 'gone') return false;
  const { comments, tools } = parts;
  const now = tools.clock.now();
  tools.transact(() => {
    if (row.missingAt === null) return comments.setMissing(row.key, now);
    if (now - row.missingAt < deletedAfterMs) return;
    comments.setDeleted(row.key);
    summariseThread(parts, row.threadId);
    tools.events.changed('inbox');
  });
  return true;
}
