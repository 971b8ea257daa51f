import { Problem } from '../../shared/contract/problem.ts';
import { keysPerMs } from './comment-key.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { Block } from './mark-store.ts';
import type { Syncing } from './sync.ts';

/** Other threads that are shown beside one. */
const mostOthers = 5;
/** Threads looked into for a person's first words. */
const mostThreads = 500;

const instantOf = (key: bigint) => new Date(Number(key / keysPerMs)).toISOString();

type Other = {
  id: string;
  accountId: string;
  postRemoteId: string;
  snippet: string;
  lastKey: bigint;
};

/** What is known of whoever began a thread. Somebody without an id on the network is known by this thread
 *  alone: names are no proof. `lookAtPerson` asks the network what it knows by now; that is told when it is here. */
export function personReads(
  { tools, threads, uses, marks }: InboxParts,
  lookAtPerson: Syncing['lookAtPerson'] = () => {},
) {
  const of = 'FROM threads WHERE account_id = @accountId AND person_id = @personId';
  const others = tools.db
    .prepare<unknown[], Other>(
      `SELECT id, account_id AS accountId, post_remote_id AS postRemoteId, snippet, last_key AS lastKey
       ${of} AND id <> @id AND spam = 0 ORDER BY last_key DESC LIMIT ${mostOthers}`,
    )
    .safeIntegers(true);
  const all = tools.db
    .prepare<unknown[], { n: bigint; first: bigint | null }>(
      `SELECT count(*) AS n, min((SELECT min(key) FROM comments WHERE thread_id = own.id)) AS first
       FROM (SELECT id ${of} ORDER BY last_key LIMIT ${mostThreads}) AS own`,
    )
    .safeIntegers(true);
  const firstHere = tools.db
    .prepare<[string], bigint | null>('SELECT min(key) FROM comments WHERE thread_id = ?')
    .pluck()
    .safeIntegers(true);

  return function person(threadId: string) {
    const thread = threads.find(threadId);
    if (!thread) throw new Problem('not-found');
    lookAtPerson(thread);
    const { id, accountId, personId } = thread;
    const own = { id, accountId, personId };
    const known = personId === null ? undefined : all.get(own);
    const first = known?.first ?? firstHere.get(id) ?? thread.lastKey;
    const rows = personId === null ? [] : others.all(own);
    const block = personId === null ? undefined : marks.blockOf(accountId, personId);
    return {
      firstAt: instantOf(first),
      ...(block && { blocked: presentBlock(block) }),
      threads: Number(known?.n ?? 1n),
      others: rows.map((row) => {
        const post = uses.readPublished(row.accountId, row.postRemoteId)?.title;
        const { id: otherId, snippet, lastKey } = row;
        return { threadId: otherId, snippet, lastAt: instantOf(lastKey), ...(post && { post }) };
      }),
    };
  };
}

function presentBlock({ at, reason, elsewhere }: Block) {
  return {
    at: new Date(at).toISOString(),
    ...(reason !== '' && { reason }),
    ...(elsewhere && { elsewhere }),
  };
}
