import { createAutosave, type Autosave } from '../../link/create-autosave.ts';

export type SaveDraft = (threadId: string, text: string) => Promise<void>;
/** What the studio keeps of some threads; a thread that is gone is not among them. */
export type KeptDrafts = readonly { threadId: string; text: string }[];

export type Drafts = {
  /** What stands in a thread's box: what was typed in this window, else what the studio keeps. */
  read(threadId: string, kept: string | undefined): string;
  write(threadId: string, text: string): void;
  /** Forgets it at once: what stood there is sent. A window that closes now must not keep it as a draft. */
  clear(threadId: string): void;
  /** Words that did not leave stand before what has been typed since. */
  giveBack(threadId: string, text: string): void;
  /** Tells a box of words that came or went without being typed in it. */
  follow(threadId: string, heard: (text: string) => void): () => void;
  /** Saves what is not saved yet. */
  flush(): Promise<void>;
  /** Somebody else works here now: their own drafts are the studio's to tell. */
  forget(): void;
  /** Threads with words of this window, to ask the studio about; what was answered to that goes to `settle`. */
  asked(): ReadonlyMap<string, string>;
  /** Lets go of words that the studio no longer keeps: their person was forgotten, or they left from another
   *  window. Answers the threads that lost theirs. */
  settle(asked: ReadonlyMap<string, string>, kept: KeptDrafts): string[];
};

const delayMs = 400;

/** What was typed behind words while these were on their way; all of it where they are no longer its
 *  beginning. */
export function typedBehind(standing: string, sent: string): string {
  const all = standing.trimStart();
  return all.startsWith(sent) ? all.slice(sent.length).trimStart() : standing;
}

type Typed = { text: string; isSaved: boolean; autosave: Autosave<string> };

/** What is being written in threads: at hand at once, kept by the studio a moment later. */
export function draftKeeper(save: SaveDraft): Drafts {
  const typed = new Map<string, Typed>();
  const boxes = new Map<string, (text: string) => void>();
  function entry(threadId: string): Typed {
    const known = typed.get(threadId);
    if (known) return known;
    const autosave = createAutosave<string>({
      save: (text) => save(threadId, text),
      delayMs,
      onState: (state) => (made.isSaved = state === 'saved' || state === 'clean'),
    });
    const made: Typed = { text: '', isSaved: true, autosave };
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
    giveBack(threadId, text) {
      const since = entry(threadId).text;
      write(threadId, since === '' ? text : `${text}\n${since}`);
      boxes.get(threadId)?.(entry(threadId).text);
    },
    follow(threadId, heard) {
      boxes.set(threadId, heard);
      return () => {
        if (boxes.get(threadId) === heard) boxes.delete(threadId);
      };
    },
    async flush() {
      await Promise.allSettled([...typed.values()].map(({ autosave }) => autosave.flush()));
    },
    forget() {
      for (const { autosave } of typed.values()) autosave.end();
      typed.clear();
    },
    asked: () =>
      new Map(
        [...typed].flatMap(([id, { text, isSaved }]) =>
          text === '' ? [] : [[id, isSaved ? text : '']],
        ),
      ),
    settle(asked, kept) {
      const there = new Map(kept.map(({ threadId, text }) => [threadId, text]));
      return [...asked].flatMap(([threadId, saved]) => {
        const one = typed.get(threadId);
        if (!one || one.text === '') return [];
        const isGone = !there.has(threadId);
        // Words that were not saved when the studio was asked are newer than its answer.
        const isLetGo = there.get(threadId) === '' && one.isSaved && one.text === saved;
        if (!isGone && !isLetGo) return [];
        one.autosave.forget();
        // Not unknown again: a view that is a moment old may still tell the words.
        one.text = '';
        boxes.get(threadId)?.('');
        return [threadId];
      });
    },
  };
}
