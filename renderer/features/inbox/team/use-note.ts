import { useState } from 'react';
import type { Drafts } from '../drafts.ts';

export type NoteState = {
  isOpen: boolean;
  /** Somebody wants to write now; else it stands there because it was begun before. */
  isAsked: boolean;
  read(): string;
  write(text: string): void;
  /** With words that are given back. */
  open(text?: string): void;
  close(): void;
};

/** The note that is being written about a thread. One that was begun stands there again whenever the thread
 *  does; `kept` is what the studio has of it. */
export function useNote(threadId: string, drafts: Drafts, kept: string | undefined): NoteState {
  const [asked, setAsked] = useState<boolean>();
  const read = () => drafts.read(threadId, kept);
  const write = (text: string) => {
    if (text === '') drafts.clear(threadId);
    else drafts.write(threadId, text);
    // Emptied by hand it still stands.
    setAsked(true);
  };
  return {
    isOpen: asked ?? read() !== '',
    isAsked: asked === true,
    read,
    write,
    open(text) {
      if (text === undefined) setAsked(true);
      else write(text);
    },
    close: () => setAsked(false),
  };
}
