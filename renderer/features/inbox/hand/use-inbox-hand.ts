import { useEffect, useRef, useState } from 'react';
import type { Thread } from '../../../../shared/contract/inbox.ts';
import { useUndoNewest } from '../../../ui/toast.tsx';
import type { HandDialog } from './hand-dialogs.tsx';
import { replyTarget } from '../reply-target.ts';
import type { ThreadSelection } from './selection-context.ts';
import { neighbourOf, stepThread } from '../step-thread.ts';
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
  const { threads, openId, open, shown, deeds, selection, more } = uses;
  const [asked, setAsked] = useState<{ dialog: HandDialog; threads: readonly Thread[] }>();
  const [writeIn, setWriteIn] = useState<string>();
  const undoNewest = useUndoNewest();
  const visit = useVisit(openId);
  const isSeveral = selection.threads.length > 0;
  /** The chosen ones, else the open one. */
  const at: readonly Thread[] = isSeveral ? selection.threads : shown ? [shown] : [];
  /** The caret of another thread's box is not asked for again when somebody comes back to it. */
  const goTo = (threadId: string | undefined) => {
    setWriteIn(undefined);
    open(threadId);
  };
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
    deeds.setDone(shown, !shown.done, () => open(shown.threadId));
    if (!shown.done) leave();
  }
  function keepUnread(): void {
    if (!shown) return;
    deeds.setUnread(shown);
    leave();
  }
  /** Behind the last that is loaded it goes on when more is here, unless the person went elsewhere meanwhile. */
  function walk(step: 1 | -1, go: (threadId: string | undefined) => void): void {
    const to = stepThread(threads, openId, step);
    if (step === -1 || to !== openId) return go(to);
    const isStillHere = visit();
    void more().then((found) => {
      if (isStillHere()) go(found ?? to);
    });
  }
  function extend(to: string | undefined): void {
    selection.add([openId, to].filter((id) => id !== undefined));
    goTo(to);
  }

  const has = at.length > 0;
  useCommands({
    next: () => walk(1, goTo),
    previous: () => walk(-1, goTo),
    // A thread that is still being read has no box yet: the caret begins there.
    answer: shown?.threadId === openId ? undefined : () => setWriteIn(openId),
    done: has ? toggleDone : undefined,
    later: has ? () => ask('later') : undefined,
    assign: has ? () => ask('assign') : undefined,
    unread: shown && keepUnread,
    ...commentCommands(shown, deeds, leave),
    select: openId === undefined ? undefined : () => selection.toggle(openId),
    selectNext: openId === undefined ? undefined : () => walk(1, extend),
    selectPrevious: openId === undefined ? undefined : () => walk(-1, extend),
    answerMany: isSeveral ? () => ask('several') : undefined,
    undo: () => void undoNewest(),
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
    /** The one below, once it is loaded. There is none at the end of the list, and for whoever went elsewhere
     *  before it came. */
    async next(): Promise<string | undefined> {
      const below = shown && stepThread(threads, shown.threadId, 1);
      if (below !== shown?.threadId) return below;
      const isStillHere = visit();
      const found = await more();
      return isStillHere() ? found : undefined;
    },
    /** Opens a thread with the caret in its box. */
    writeNext(threadId: string | undefined) {
      if (threadId === undefined) return;
      setWriteIn(threadId);
      open(threadId);
    },
    startsWriting: shown !== undefined && writeIn === shown.threadId,
  };
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
