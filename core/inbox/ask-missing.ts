import type { GraphClient, GraphResult } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { deletedAfterMs } from './polling.ts';
import { toComment } from './read-message.ts';
import { summariseThread } from './summarise-thread.ts';
import { takeComments } from './take-comments.ts';

/** Asks for comments and messages by themselves that a list should have named and did not. Lists leave some
 *  out for many reasons: only two direct reads an hour apart that find nothing make one deleted. How many
 *  calls it took. */
export async function askForMissing(
  parts: InboxParts,
  account: AccountFact,
  client: GraphClient,
  rows: readonly CommentRow[],
): Promise<number> {
  for (const row of rows) {
    const thread = parts.threads.find(row.threadId);
    if (!thread) continue;
    const { postRemoteId, kind, personId, personName } = thread;
    const id = row.fullRemoteId;
    if (kind === 'message') {
      const answer = await client.readMessage(id);
      const told = answer.ok ? toComment(answer.value) : undefined;
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
    else noteAbsence(parts, row, answer);
  }
  return rows.length;
}

/** The first time only notes it. */
function noteAbsence(parts: InboxParts, row: CommentRow, answer: GraphResult<unknown>): void {
  if (answer.ok || answer.failure.reaction !== 'gone') return;
  const { comments, tools } = parts;
  const now = tools.clock.now();
  tools.transact(() => {
    if (row.missingAt === null) return comments.setMissing(row.key, now);
    if (now - row.missingAt < deletedAfterMs) return;
    comments.setDeleted(row.key);
    summariseThread(parts, row.threadId);
    tools.events.changed('inbox');
  });
}
