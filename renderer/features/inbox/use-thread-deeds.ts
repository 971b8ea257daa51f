import { useTranslation } from 'react-i18next';
import type { InboxComment, Thread } from '../../../shared/contract/inbox.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';

/** What is done to a whole thread or one comment, each with its way back. */
export function useThreadDeeds() {
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const toast = useToast();
  const done = useChange(api.inbox.markDone.mutationOptions());
  const read = useChange(api.inbox.markRead.mutationOptions());
  const hide = useChange(api.inbox.hide.mutationOptions());

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
