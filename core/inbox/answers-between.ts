import type { AnswerFact } from '../../shared/facts.ts';
import { firstKeyOf, keysPerMs } from './comment-key.ts';
import type { InboxParts } from './inbox-parts.ts';

type Raw = { accountId: string; answered: bigint; asked: bigint; outboxId: string | null };

/** Our answers that are out, each with the first of the customer's words that had waited for it: what came after
 *  our word before. Words that are hidden, gone or spam waited for nothing; a second answer in a row answers
 *  nothing new. */
export function answersBetween({ tools: { db } }: InboxParts) {
  const answers = db
    .prepare<{ from: bigint; to: bigint; accounts: string | null }, Raw>(
      `SELECT accountId, answered, asked, outboxId FROM (
         SELECT own.account_id AS accountId, own.key AS answered, own.outbox_id AS outboxId, (
           SELECT c.key FROM comments c WHERE c.thread_id = own.thread_id AND c.key < own.key
             AND c.mine = 0 AND c.deleted = 0 AND c.hidden = 0
             AND c.key > coalesce((SELECT p.key FROM comments p WHERE p.thread_id = own.thread_id
               AND p.key < own.key AND p.mine = 1 AND p.deleted = 0 ORDER BY p.key DESC LIMIT 1), 0)
           ORDER BY c.key LIMIT 1) AS asked
         FROM comments own JOIN threads t ON t.id = own.thread_id
         WHERE own.mine = 1 AND own.deleted = 0 AND own.key >= @from AND own.key < @to AND t.spam = 0
           AND (@accounts IS NULL OR own.account_id IN (SELECT value FROM json_each(@accounts)))
       ) WHERE asked IS NOT NULL ORDER BY answered`,
    )
    .safeIntegers(true);
  return (fromAt: number, toAt: number, accountIds?: readonly string[]): AnswerFact[] =>
    answers
      .all({
        from: firstKeyOf(fromAt),
        to: firstKeyOf(toAt + 1),
        accounts: accountIds === undefined ? null : JSON.stringify(accountIds),
      })
      .map(({ accountId, answered, asked, outboxId }) => ({
        accountId,
        askedAt: Number(asked / keysPerMs),
        answeredAt: Number(answered / keysPerMs),
        ...(outboxId !== null && { outboxId }),
      }));
}
