import { useCallback, useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ThreadClaim, ThreadNote } from '../../../../shared/contract/teamwork.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useNow } from '../../../link/use-now.ts';
import { windowId } from '../../../link/window-id.ts';

/** Typing renews a hold no more often than this; it lasts minutes. */
const renewMs = 40_000;

const noNotes: readonly ThreadNote[] = [];

/** What colleagues wrote about a thread, and who answers it now, as this window sees it. */
export function useThreadTeam(threadId: string): {
  notes: readonly ThreadNote[];
  claim: ThreadClaim | undefined;
  /** A note that was begun. */
  draft: string | undefined;
} {
  const api = useApi();
  const now = useNow();
  const input = { threadId, holder: windowId };
  const team = useQuery(api.teamwork.thread.queryOptions({ input })).data;
  const claim = team?.claim && team.claim.until > now ? team.claim : undefined;
  return { notes: team?.notes ?? noNotes, claim, draft: team?.draft };
}

/** Holds a thread while this window writes in it. `others` is whoever else does. */
export function useClaim(threadId: string) {
  const api = useApi();
  const { client } = useStudio();
  const { claim } = useThreadTeam(threadId);
  const others = claim?.mine === false ? claim : undefined;
  const heldAt = useRef<number | undefined>(undefined);
  const { mutate, isPending } = useChange(api.teamwork.claim.mutationOptions());
  const isOthers = others !== undefined;

  const hold = useCallback(() => {
    const at = Date.now();
    if (isOthers || (heldAt.current !== undefined && at - heldAt.current < renewMs)) return;
    heldAt.current = at;
    mutate({ threadId, holder: windowId });
  }, [isOthers, mutate, threadId]);

  const release = useCallback(() => {
    if (heldAt.current === undefined) return;
    heldAt.current = undefined;
    // Nobody waits for it, and without it the hold ends by the clock.
    client.teamwork.release({ threadId, holder: windowId }).catch(() => {});
  }, [client, threadId]);

  const take = () => {
    heldAt.current = Date.now();
    mutate({ threadId, holder: windowId, take: true });
  };

  useEffect(() => release, [release]);

  return {
    others,
    holder: windowId,
    /** With each letter: the first one takes the thread, the others keep it. */
    hold,
    /** The words are gone. */
    release,
    /** The answer is written: the studio has let go of the thread by itself. */
    sent: () => {
      heldAt.current = undefined;
    },
    take,
    isTaking: isPending,
  };
}

export type Claim = ReturnType<typeof useClaim>;
