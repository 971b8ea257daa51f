import { useTranslation } from 'react-i18next';
import type { InboxComment, Thread } from '../../../shared/contract/inbox.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';

/** What is done to a whole thread or one comment, each with its way back. */
export function useThreadDeeds() {
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const toast = useToast();
  const formats = useFormats();
  const done = useChange(api.inbox.markDone.mutationOptions());
  const read = useChange(api.inbox.markRead.mutationOptions());
  const hide = useChange(api.inbox.hide.mutationOptions());
  const spam = useChange(api.inbox.markSpam.mutationOptions());
  const later = useChange(api.inbox.snooze.mutationOptions());
  const given = useChange(api.inbox.assign.mutationOptions());

  const setHidden = ({ commentId }: InboxComment, hidden: boolean) =>
    hide.mutate({ commentId, hidden, clientId: crypto.randomUUID() });

  return {
    setDone: (
      thread: Pick<Thread, 'threadId' | 'person'>,
      isDone: boolean,
      onUndo?: () => void,
    ): void => {
      const threadIds = [thread.threadId];
      done.mutate({ threadIds, done: isDone });
      if (!isDone) return;
      toast({
        text: t('doneToast', { person: thread.person.name }),
        undo: () => {
          done.mutate({ threadIds, done: false });
          onUndo?.();
        },
      });
    },
    setUnread: (thread: Pick<Thread, 'threadId'>) =>
      read.mutate({ threadIds: [thread.threadId], read: false }),
    setSpam: ({ threadId, person }: Pick<Thread, 'threadId' | 'person'>, isSpam: boolean): void => {
      const set = (value: boolean) => spam.mutate({ threadIds: [threadId], spam: value });
      set(isSpam);
      toast({
        text: t(isSpam ? 'spamToast' : 'notSpamToast', { person: person.name }),
        undo: () => set(!isSpam),
      });
    },
    /** Without an instant it comes back at once. */
    snooze: ({ threadId, person }: Pick<Thread, 'threadId' | 'person'>, until?: string): void => {
      const set = (at?: string) =>
        later.mutate({ threadIds: [threadId], ...(at === undefined ? {} : { until: at }) });
      set(until);
      if (until === undefined) return;
      const when = formats.dateTime(until);
      toast({ text: t('snoozeToast', { person: person.name, when }), undo: () => set() });
    },
    assign: ({ threadId, assigneeId }: Thread, personId?: string): void => {
      const set = (id?: string) =>
        given.mutate({ threadIds: [threadId], ...(id === undefined ? {} : { personId: id }) });
      set(personId);
      toast({ text: t('assignToast'), undo: () => set(assigneeId) });
    },
    hide: (comment: InboxComment, hidden: boolean): void => {
      setHidden(comment, hidden);
      toast({
        text: t(hidden ? 'hiddenToast' : 'shownToast', { person: comment.from.name }),
        undo: () => setHidden(comment, !hidden),
      });
    },
  };
}

export type ThreadDeeds = ReturnType<typeof useThreadDeeds>;
