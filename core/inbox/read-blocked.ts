import type { AccountFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';

/** Longer lists are read so far; who stands behind is not taken for let in again. */
const mostPages = 20;
const rowsAPage = 100;

type Listed = {
  ids: Set<string>;
  isWhole: boolean;
  calls: number;
};

/** Everybody whom a Page has blocked; undefined where the network did not answer to the end. */
async function listBlocked(parts: InboxParts, account: AccountFact): Promise<Listed | undefined> {
  const client = await parts.uses.clientFor(account.id);
  const ids = new Set<string>();
  let after: string | undefined;
  for (let calls = 1; ; calls += 1) {
    const paging = { limit: rowsAPage, ...(after === undefined ? {} : { after }) };
    const answer = await client.blockedPeople({ pageId: account.pageRemoteId, ...paging });
    if (!answer.ok) return undefined;
    const { items, after: next } = answer.value;
    for (const { id } of items) ids.add(id);
    const isEnd = next === undefined || next === after;
    if (isEnd || calls >= mostPages) return { ids, isWhole: next === undefined, calls };
    after = next;
  }
}

/** What the network says of people, taken over: unless the shop wishes otherwise and that has not left, or got
 *  there after the network was asked. */
function take(
  { tools, marks, outbox, threads }: InboxParts,
  accountId: string,
  said: { blocked: Iterable<string>; free: Iterable<string> },
  askedAt: number,
): void {
  tools.transact(() => {
    const ours = outbox.peopleToBlock(accountId, askedAt);
    const at = tools.clock.now();
    let isOther = false;
    for (const personId of said.blocked) {
      // Who never wrote here is nobody's business, and who was forgotten stays so.
      const name = threads.nameOf(accountId, personId);
      if (name === undefined || ours.has(personId) || marks.blockOf(accountId, personId)) continue;
      marks.block({ accountId, personId, name, reason: '', at, elsewhere: true });
      isOther = true;
    }
    for (const personId of said.free) {
      if (ours.has(personId) || !marks.blockOf(accountId, personId)) continue;
      marks.unblock(accountId, personId);
      isOther = true;
    }
    if (isOther) tools.events.changed('inbox');
  });
}

/** Reads whom an account has blocked, in the network's own app too. Instagram tells it nobody. How many calls it
 *  took; undefined where the network did not answer. */
export async function readBlocked(
  parts: InboxParts,
  account: AccountFact,
): Promise<number | undefined> {
  if (account.network !== 'facebook') return 0;
  const askedAt = parts.tools.clock.now();
  const listed = await listBlocked(parts, account);
  if (!listed) return undefined;
  const { ids, isWhole, calls } = listed;
  const known = isWhole ? parts.marks.blockedOf(account.id) : [];
  take(parts, account.id, { blocked: ids, free: known.filter((id) => !ids.has(id)) }, askedAt);
  return calls;
}

/** Asks about one person alone. */
export async function readBlockedPerson(
  parts: InboxParts,
  account: AccountFact,
  personId: string,
): Promise<void> {
  const askedAt = parts.tools.clock.now();
  const client = await parts.uses.clientFor(account.id);
  const answer = await client.blockedPeople({ pageId: account.pageRemoteId, personId });
  if (!answer.ok) return;
  const { items, after } = answer.value;
  const isBlocked = items.some(({ id }) => id === personId);
  // A network that does not know the question answers with everybody.
  if (!isBlocked && (items.length > 0 || after !== undefined)) return;
  const [blocked, free] = isBlocked ? [[personId], []] : [[], [personId]];
  take(parts, account.id, { blocked, free }, askedAt);
}
