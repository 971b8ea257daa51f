import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../../link/link-provider.tsx';
import { useTeam } from '../../link/use-team.ts';
import { draftKeeper, type Drafts } from './drafts.ts';

/** The drafts of this window, for whoever works here; saved before it closes. */
export function useDrafts(): Drafts {
  const { client } = useStudio();
  const { me } = useTeam();
  const [drafts] = useState(() =>
    draftKeeper(async (threadId, text) => void (await client.inbox.draft({ threadId, text }))),
  );
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
