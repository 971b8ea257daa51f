import { useState } from 'react';
import { useTeam } from '../../../link/use-team.ts';
import type { Drafts } from '../drafts.ts';

export type NoteState = {
  isOpen: boolean;
  /** Somebody wants to write now; else it stands there because it was begun before. */
  isAsked: boolean;
  drafts: Drafts;
  kept: string | undefined;
  write(text: string): void;
  /** With words that are given back. */
  open(text?: string): void;
  close(): void;
};

/** The note that is being written about a thread. One that was begun stands there again whenever the thread
 *  does; `kept` is what the studio has of it. */
export function useNote(threadId: string, drafts: Drafts, kept: string | undefined): NoteState {
  const { me } = useTeam();
  const [said, setSaid] = useState<{ by: string | undefined; isAsked: boolean }>();
  // What somebody else opened or closed at this window is theirs.
  const asked = said?.by === me ? said?.isAsked : undefined;
  const setAsked = (isAsked: boolean) => {
    if (isAsked !== asked) setSaid({ by: me, isAsked });
  };
  const write = (text: string) => {
    if (text === '') drafts.clear(threadId);
    else drafts.write(threadId, text);
    // Emptied by hand it still stands.
    setAsked(true);
  };
  return {
    isOpen: asked ?? drafts.read(threadId, kept) !== '',
    isAsked: asked === true,
    drafts,
    kept,
    write,
    open(text) {
      if (text === undefined) setAsked(true);
      else write(text);
    },
    close: () => setAsked(false),
  };
}
