import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxComment, Thread } from '../../../shared/contract/inbox.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';
import { DeedToast } from './deeds/deed-toast.tsx';

type Told = Pick<Thread, 'threadId' | 'person'>;

const idsOf = (threads: readonly Pick<Thread, 'threadId'>[]) =>
  threads.map(({ threadId }) => threadId);

/** What is done to whole threads or one comment, each with its way back. */
export function useThreadDeeds() {
  const several = useSeveralDeeds();
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const toast = useToast();
  const read = useChange(api.inbox.markRead.mutationOptions());
  const hide = useChange(api.inbox.hide.mutationOptions());
  const like = useChange(api.inbox.like.mutationOptions());
  const spam = useChange(api.inbox.markSpam.mutationOptions());

  const setHidden = ({ commentId }: InboxComment, hidden: boolean, onSuccess = () => {}) =>
    hide.mutate({ commentId, hidden, clientId: crypto.randomUUID() }, { onSuccess });

  return {
    ...several,
    setDone: (thread: Told, isDone: boolean, onUndo?: () => void): void =>
      several.setAllDone([thread], isDone, onUndo),
    setUnread: (thread: Pick<Thread, 'threadId'>) =>
      read.mutate({ threadIds: [thread.threadId], read: false }),
    setSpam: ({ threadId, person }: Told, isSpam: boolean): void => {
      const set = (value: boolean) => spam.mutate({ threadIds: [threadId], spam: value });
      set(isSpam);
      toast({
        text: t(isSpam ? 'spamToast' : 'notSpamToast', { person: person.name }),
        undo: () => set(!isSpam),
      });
    },
    /** Without an instant it comes back at once. */
    snooze: (thread: Told, until?: string): void => several.snoozeAll([thread], until),
    assign: (thread: Thread, personId?: string): void => several.assignAll([thread], personId),
    hide: (comment: InboxComment, hidden: boolean): void =>
      setHidden(comment, hidden, () =>
        toast({
          text: createElement(DeedToast, {
            deed: hidden ? 'hide' : 'show',
            commentId: comment.commentId,
            person: comment.from.name,
          }),
          undo: () => setHidden(comment, !hidden),
        }),
      ),
    setLiked: ({ commentId }: InboxComment, liked: boolean): void =>
      like.mutate({ commentId, liked, clientId: crypto.randomUUID() }),
  };
}

/** The same done to one thread or to several, told and taken back together. */
function useSeveralDeeds() {
  const { t } = useTranslation('inbox-ui');
  const { t: tHand } = useTranslation('inbox-hand');
  const api = useApi();
  const toast = useToast();
  const formats = useFormats();
  const done = useChange(api.inbox.markDone.mutationOptions());
  const later = useChange(api.inbox.snooze.mutationOptions());
  const given = useChange(api.inbox.assign.mutationOptions());
  const give = (threadIds: string[], personId: string | undefined) =>
    given.mutate({ threadIds, ...(personId === undefined ? {} : { personId }) });

  return {
    setAllDone: (threads: readonly Told[], isDone: boolean, onUndo?: () => void): void => {
      const threadIds = idsOf(threads);
      done.mutate({ threadIds, done: isDone });
      const [first] = threads;
      if (!isDone || !first) return;
      const undo = () => {
        done.mutate({ threadIds, done: false });
        onUndo?.();
      };
      const text =
        threads.length === 1
          ? t('doneToast', { person: first.person.name })
          : tHand('several.done', { count: threads.length });
      toast({ text, undo });
    },
    snoozeAll: (threads: readonly Told[], until?: string): void => {
      const threadIds = idsOf(threads);
      const set = (at?: string) =>
        later.mutate({ threadIds, ...(at === undefined ? {} : { until: at }) });
      set(until);
      const [first] = threads;
      if (until === undefined || !first) return;
      const when = formats.dateTime(until);
      const text =
        threads.length === 1
          ? t('snoozeToast', { person: first.person.name, when })
          : tHand('several.later', { count: threads.length, when });
      toast({ text, undo: () => set() });
    },
    assignAll: (threads: readonly Thread[], personId?: string): void => {
      give(idsOf(threads), personId);
      // Each goes back to whoever had it.
      const before = Map.groupBy(threads, ({ assigneeId }) => assigneeId);
      const undo = () => {
        for (const [holder, theirs] of before) give(idsOf(theirs), holder);
      };
      const text =
        threads.length === 1
          ? t('assignToast')
          : tHand('several.assigned', { count: threads.length });
      toast({ text, undo });
    },
  };
}

export type ThreadDeeds = ReturnType<typeof useThreadDeeds>;
