import type { ThreadClaim } from '../../shared/contract/teamwork.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { WriterFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { claimStore, type ClaimRow } from './claim-store.ts';
import type { NoteDeed } from './history.ts';
import type { TeamworkUses } from './teamwork-uses.ts';

/** How long a thread is held after the last sign of writing. */
export const claimMs = 3 * 60_000;

type ClaimsParts = {
  tools: FeatureTools;
  uses: TeamworkUses;
  noteDeed: NoteDeed;
  who: (personId: string | null) => WriterFact;
};
type Wish = { threadId: string; holder: string; take?: boolean | undefined };

/** Nobody answers over another: who writes holds the thread for some minutes, and whoever else wants it says so.
 *  A hold belongs to a window and to the person at it. */
export function threadClaims({ tools, uses, noteDeed, who }: ClaimsParts) {
  const store = claimStore(tools.db);
  const now = () => tools.clock.now();
  const myId = () => uses.me()?.id ?? null;

  function isMine(row: ClaimRow, holder: string | undefined): boolean {
    return row.holder === holder && row.personId === myId();
  }

  function present(row: ClaimRow, holder: string | undefined): ThreadClaim {
    const mine = isMine(row, holder);
    const isMyself = row.personId === myId() && row.holder !== holder;
    return {
      threadId: row.threadId,
      person: who(row.personId),
      mine,
      ...(isMyself && { otherWindow: true }),
      until: new Date(row.until).toISOString(),
    };
  }

  function claim({ threadId, holder, take = false }: Wish): ThreadClaim {
    if (!uses.threadFact(threadId)) throw new Problem('not-found');
    const held = store.find(threadId, now());
    const isAnothers = held !== undefined && !isMine(held, holder);
    if (held && isAnothers && !take) return present(held, holder);
    const row = { threadId, personId: myId(), holder, until: now() + claimMs };
    store.put(row, now());
    if (held && isAnothers) {
      const from = held.personId;
      noteDeed({ threadId, kind: 'taken-over', ...(from !== null && { params: { from } }) });
    }
    tools.events.changed('teamwork');
    return present(row, holder);
  }

  function release(threadId: string, holder: string): void {
    const held = store.find(threadId, now());
    if (!held || !isMine(held, holder)) return;
    store.remove(threadId);
    tools.events.changed('teamwork');
  }

  return {
    claim,
    release,
    find(threadId: string, holder: string | undefined): ThreadClaim | undefined {
      const held = store.find(threadId, now());
      return held && present(held, holder);
    },
    all: (holder: string | undefined) => store.all(now()).map((row) => present(row, holder)),
    /** Programs that tell no holder answer as before. */
    requireFree(threadId: string, holder: string | undefined): void {
      if (holder === undefined) return;
      const held = store.find(threadId, now());
      if (!held || isMine(held, holder)) return;
      throw new Problem('thread-claimed', { name: who(held.personId).name });
    },
  };
}
