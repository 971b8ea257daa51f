import { createAutosave, type Autosave } from '../../link/create-autosave.ts';

export type SaveDraft = (threadId: string, text: string) => Promise<void>;

export type Drafts = {
  /** What stands in a thread's box: what was typed in this window, else what the studio keeps. */
  read(threadId: string, kept: string | undefined): string;
  write(threadId: string, text: string): void;
  /** Forgets it at once: what stood there was sent. */
  clear(threadId: string): void;
  /** Saves what is not saved yet. */
  flush(): Promise<void>;
  /** Somebody else works here now: their own drafts are the studio's to tell. */
  forget(): void;
};

const delayMs = 400;

/** What is being written in threads: at hand at once, kept by the studio a moment later. */
export function draftKeeper(save: SaveDraft): Drafts {
  const typed = new Map<string, { text: string; autosave: Autosave<string> }>();
  function entry(threadId: string) {
    const known = typed.get(threadId);
    if (known) return known;
    const autosave = createAutosave<string>({
      save: (text) => save(threadId, text),
      delayMs,
      onState: () => {},
    });
    const made = { text: '', autosave };
    typed.set(threadId, made);
    return made;
  }
  function write(threadId: string, text: string): void {
    const one = entry(threadId);
    one.text = text;
    one.autosave.touch(text);
  }
  return {
    read: (threadId, kept = '') => typed.get(threadId)?.text ?? kept,
    write,
    clear(threadId) {
      write(threadId, '');
      // What cannot be kept now is kept with the next words.
      void entry(threadId)
        .autosave.flush()
        .catch(() => {});
    },
    async flush() {
      await Promise.allSettled([...typed.values()].map(({ autosave }) => autosave.flush()));
    },
    forget() {
      for (const { autosave } of typed.values()) autosave.end();
      typed.clear();
    },
  };
}
