import { useEffect, useRef, useState } from 'react';
import type { Thread } from '../../../../shared/contract/inbox.ts';
import { useUndoNewest } from '../../../ui/toast.tsx';
import { isWriting } from '../../../ui/use-shortcut.ts';
import type { HandDialog } from './hand-dialogs.tsx';
import { replyTarget } from '../reply-target.ts';
import type { ThreadSelection } from './selection-context.ts';
import { neighbourOf, stepThread, withOpen } from '../step-thread.ts';
import { useCommands } from './use-commands.ts';
import type { OpenThread } from '../use-open-thread.ts';
import type { ThreadDeeds } from '../use-thread-deeds.ts';

type HandUses = {
  threads: readonly Thread[];
  openId: string | undefined;
  open: (threadId: string | undefined) => void;
  shown: OpenThread | undefined;
  deeds: ThreadDeeds;
  selection: ThreadSelection;
  /** The first thread behind those that are loaded, once it is; undefined where the list ends. */
  more: () => Promise<string | undefined>;
};

/** What the hand does on the keyboard: walks through the list, settles the open thread or all that are chosen. */
export function useInboxHand(uses: HandUses) {
  const { openId, open, shown, deeds, selection, more } = uses;
  const threads = useWithOpen(uses.threads, openId);
  const [asked, setAsked] = useState<{ dialog: HandDialog; threads: readonly Thread[] }>();
  const { writeIn, setWriteIn, goTo, writeTo, comeBack } = useCaret(open);
  const walk = useWalk(threads, openId, more);
  const isSeveral = selection.threads.length > 0;
  /** The chosen ones, else the open one. */
  const at: readonly Thread[] = isSeveral ? selection.threads : shown ? [shown] : [];
  const leave = () => goTo(shown && neighbourOf(threads, shown.threadId));
  /** What a dialog is about stays so, whatever the list does meanwhile. */
  const ask = (dialog: HandDialog) => setAsked({ dialog, threads: at });
  const settle = () => {
    if (isSeveral) selection.clear();
    else leave();
  };

  function toggleDone(): void {
    if (isSeveral) {
      deeds.setAllDone(selection.threads, true);
      return selection.clear();
    }
    if (!shown) return;
    deeds.setDone(shown, !shown.done, () => comeBack(shown.threadId));
    if (!shown.done) leave();
  }
  function keepUnread(): void {
    if (!shown) return;
    deeds.setUnread(shown);
    leave();
  }
  const { undo, noting } = useUndo(comeBack);
  function extend(to: string | undefined): void {
    selection.add([openId, to].filter((id) => id !== undefined));
    goTo(to);
  }

  const has = at.length > 0;
  useCommands({
    next: () => walk(1, goTo),
    previous: () => walk(-1, goTo),
    // A thread that is still being read has no box yet: the caret begins there.
    answer: [shown?.threadId, writeIn].includes(openId) ? undefined : () => setWriteIn(openId),
    done: has ? toggleDone : undefined,
    later: has ? () => ask('later') : undefined,
    assign: has ? () => ask('assign') : undefined,
    unread: shown && keepUnread,
    ...commentCommands(shown, deeds, leave),
    select: openId === undefined ? undefined : () => selection.toggle(openId),
    selectNext: openId === undefined ? undefined : () => walk(1, extend),
    selectPrevious: openId === undefined ? undefined : () => walk(-1, extend),
    answerMany: isSeveral ? () => ask('several') : undefined,
    undo: () => void undo(),
    replies: () => ask('replies'),
    help: () => ask('keys'),
  });

  return {
    asked,
    ask,
    close: () => setAsked(undefined),
    settle,
    leave,
    toggleDone,
    keepUnread,
    /** Goes on below the open thread with the caret in the box, if `isFree` by then. Answers where, if that is
     *  known at once. */
    answerNext(isFree: () => boolean): string | undefined {
      let next: string | undefined;
      walk(1, (to) => {
        if (to === undefined || to === openId || !isFree()) return;
        next = to;
        writeTo(to);
      });
      return next;
    },
    comeBack,
    undo,
    noting,
    /** The caret has been asked for in this thread. */
    writeIn,
    startsWriting: shown !== undefined && writeIn === shown.threadId,
  };
}

/** Where the caret is asked for, and ways to open a thread with it and without. */
function useCaret(open: HandUses['open']) {
  const [writeIn, setWriteIn] = useState<string>();
  /** The caret of another thread's box is not asked for again when somebody comes back to it. */
  const goTo = (threadId: string | undefined) => {
    setWriteIn(undefined);
    open(threadId);
  };
  const writeTo = (threadId: string) => {
    setWriteIn(threadId);
    open(threadId);
  };
  /** Once more; a caret that is in a box goes along. */
  const comeBack = (threadId: string) =>
    isWriting(document.activeElement) ? writeTo(threadId) : goTo(threadId);
  return { writeIn, setWriteIn, goTo, writeTo, comeBack };
}

/** One further. Behind the last that is loaded it goes on when more is here, unless the person went elsewhere
 *  meanwhile. */
function useWalk(threads: readonly Thread[], openId: string | undefined, more: HandUses['more']) {
  const visit = useVisit(openId);
  return function walk(step: 1 | -1, go: (threadId: string | undefined) => void): void {
    const to = stepThread(threads, openId, step);
    if (step === -1 || to !== openId) return go(to);
    const isStillHere = visit();
    void more().then((found) => {
      if (isStillHere()) go(found ?? to);
    });
  };
}

/** Takes back what was done last; answers false where nothing can be. An answer that the studio has not noted yet
 *  is taken back once it has: something older is not what the hand means. */
function useUndo(comeBack: (threadId: string) => void) {
  const undoNewest = useUndoNewest();
  const last = useRef<{ threadId: string; noted: Promise<boolean> }>(undefined);
  return {
    undo(): boolean {
      const { current } = last;
      if (!current) return undoNewest();
      comeBack(current.threadId);
      void current.noted.then((isHeld) => isHeld && undoNewest());
      return true;
    },
    /** An answer is on its way to the studio, which tells whether it can be taken back. */
    noting(threadId: string, noted: Promise<boolean>): void {
      const sent = { threadId, noted };
      last.current = sent;
      void noted.then(() => {
        if (last.current === sent) last.current = undefined;
      });
    },
  };
}

/** The list with the open thread where it last stood. */
function useWithOpen(threads: readonly Thread[], openId: string | undefined): readonly Thread[] {
  const stood = useRef(threads);
  if (threads.some(({ threadId }) => threadId === openId)) stood.current = threads;
  return withOpen(threads, stood.current, openId);
}

/** Begins to watch; the answer tells whether the same thread has stayed open since. */
function useVisit(openId: string | undefined): () => () => boolean {
  const now = useRef<object>(undefined);
  useEffect(() => {
    now.current = {};
    return () => {
      now.current = undefined;
    };
  }, [openId]);
  return () => {
    const { current } = now;
    return () => current !== undefined && now.current === current;
  };
}

/** What is done to the customer's newest word, and to the thread for it. */
function commentCommands(shown: OpenThread | undefined, deeds: ThreadDeeds, leave: () => void) {
  const target = shown && replyTarget(shown.comments);
  const comment = target && !target.mine && target.state !== 'deleted' ? target : undefined;
  const canLike = comment?.deeds?.some(({ name, possible }) => name === 'like' && possible);
  return {
    hide: comment && (() => deeds.hide(comment, !comment.hidden)),
    like: comment && canLike ? () => deeds.setLiked(comment, comment.liked !== true) : undefined,
    spam:
      shown &&
      (() => {
        deeds.setSpam(shown, shown.spam !== true);
        leave();
      }),
  };
}
