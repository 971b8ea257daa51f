import { createElement } from 'react';
import type { InboxComment } from '../../../../shared/contract/inbox.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useToast } from '../../../ui/toast.tsx';
import { DeedToast, type ToldDeed } from './deed-toast.tsx';

const clientId = () => crypto.randomUUID();

/** What is done about one comment besides answering and hiding it. */
export function useCommentDeeds({ commentId, from, liked = false }: InboxComment) {
  const api = useApi();
  const toast = useToast();
  const like = useChange(api.inbox.like.mutationOptions());
  const remove = useChange(api.inbox.remove.mutationOptions());
  const block = useChange(api.inbox.block.mutationOptions());
  const edit = useChange(api.inbox.editSent.mutationOptions());
  /** Told once it stands in the outbox; the words then follow what becomes of it. */
  const tell = (deed: ToldDeed, undo?: () => void) =>
    toast({
      text: createElement(DeedToast, { deed, commentId, person: from.name }),
      ...(undo && { undo }),
    });
  const setBlocked = (blocked: boolean, reason?: string, onSuccess = () => {}) =>
    block.mutate(
      { commentId, blocked, clientId: clientId(), ...(reason && { reason }) },
      { onSuccess },
    );
  return {
    toggleLike: () => like.mutate({ commentId, liked: !liked, clientId: clientId() }),
    remove: () =>
      remove.mutate({ commentId, clientId: clientId() }, { onSuccess: () => tell('delete') }),
    block: (reason: string) =>
      setBlocked(true, reason.trim(), () => tell('block', () => setBlocked(false))),
    unblock: () => setBlocked(false, undefined, () => tell('unblock')),
    editSent: (text: string, onSaved: () => void) =>
      edit.mutate({ commentId, text, clientId: clientId() }, { onSuccess: onSaved }),
    isSaving: edit.isPending,
  };
}
