import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useTeam } from '../../link/use-team.ts';
import { draftKeeper, type Drafts, type SaveDraft } from './drafts.ts';

/** As many as the studio is asked about at once. */
const mostAsked = 200;

/** Answers that are begun in this window. */
export function useDrafts(): Drafts {
  const { client } = useStudio();
  const { me } = useTeam();
  const drafts = useKeeper(async (threadId, text) => {
    await client.inbox.draft({ threadId, text });
  });
  useSettled(drafts, me);
  return drafts;
}

/** Notes for colleagues that are begun in this window. */
export function useNoteDrafts(): Drafts {
  const { client } = useStudio();
  return useKeeper(async (threadId, text) => {
    await client.teamwork.draftNote({ threadId, text });
  });
}

/** What stands in the box of a thread; `kept` is what the studio has of it. */
export function useDraft(drafts: Drafts, threadId: string, kept: string | undefined) {
  const begun = drafts.read(threadId, kept);
  const [text, setText] = useState(begun);
  // Somebody else works here now, or writes in another window: what was not typed here is the studio's to tell.
  useLayoutEffect(() => setText(begun), [begun]);
  useLayoutEffect(() => drafts.follow(threadId, setText), [drafts, threadId]);
  return [text, setText] as const;
}

/** For whoever works here; saved before the window closes. */
function useKeeper(save: SaveDraft): Drafts {
  const { me } = useTeam();
  const [drafts] = useState(() => draftKeeper(save));
  const person = useRef(me);
  if (person.current !== me) {
    person.current = me;
    drafts.forget();
  }
  useEffect(() => {
    const save = () => void drafts.flush();
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [drafts]);
  return drafts;
}

/** Asks what is still kept, each time that the inbox changed: a person may have been forgotten meanwhile. */
function useSettled(drafts: Drafts, me: string | undefined): void {
  const api = useApi();
  const { client } = useStudio();
  const now = useRef(me);
  now.current = me;
  useQuery({
    queryKey: api.inbox.drafts.key(),
    async queryFn() {
      const asked = new Map([...drafts.asked()].slice(-mostAsked));
      if (asked.size === 0) return [];
      const { items, personId } = await client.inbox.drafts({ threadIds: [...asked.keys()] });
      // Somebody else works here by now: these are not the words of this window.
      if (personId !== me || now.current !== me) return [];
      return drafts.settle(asked, items);
    },
  });
}
