import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../../shared/contract/inbox.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useToast } from '../../../ui/toast.tsx';

const clientId = () => crypto.randomUUID();

/** What is done about one comment besides answering and hiding it. */
export function useCommentDeeds({ commentId, from, liked = false }: InboxComment) {
  const { t } = useTranslation('inbox-deeds');
  const api = useApi();
  const toast = useToast();
  const like = useChange(api.inbox.like.mutationOptions());
  const remove = useChange(api.inbox.remove.mutationOptions());
  const block = useChange(api.inbox.block.mutationOptions());
  const edit = useChange(api.inbox.editSent.mutationOptions());
  const setBlocked = (blocked: boolean, reason?: string) =>
    block.mutate({ commentId, blocked, clientId: clientId(), ...(reason && { reason }) });
  return {
    toggleLike: () => like.mutate({ commentId, liked: !liked, clientId: clientId() }),
    remove: () =>
      remove.mutate(
        { commentId, clientId: clientId() },
        { onSuccess: () => toast({ text: t('deleteToast') }) },
      ),
    block: (reason: string) => {
      setBlocked(true, reason.trim());
      const text = t('blockToast', { person: from.name });
      toast({ text, undo: () => setBlocked(false) });
    },
    unblock: () => {
      setBlocked(false);
      toast({ text: t('unblockToast', { person: from.name }) });
    },
    editSent: (text: string, onSaved: () => void) =>
      edit.mutate({ commentId, text, clientId: clientId() }, { onSuccess: onSaved }),
    isSaving: edit.isPending,
  };
}
