import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';
import { draftKeeper } from './drafts.ts';
import { privateTarget, replyTarget } from './reply-target.ts';
import type { OpenThread } from './use-open-thread.ts';

export type BoxMode = 'reply' | 'private' | 'edit';

/** What stands in the reply box and where it goes: under the newest word, in private, or in the place
 *  of an answer that has not left. Give the component a `key` of the thread: each has its own draft. */
export function useReplyBox(thread: OpenThread) {
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const toast = useToast();
  const [drafts] = useState(() => draftKeeper(window.localStorage));
  const [draft, setDraft] = useState(() => drafts.read(thread.threadId));
  const [isPrivate, setPrivate] = useState(false);
  const [editing, setEditing] = useState<{ outboxId: string; text: string }>();
  const mode: BoxMode = editing ? 'edit' : isPrivate ? 'private' : 'reply';
  const text = editing?.text ?? draft;

  const setText = (next: string) => {
    if (editing) return setEditing({ ...editing, text: next });
    setDraft(next);
    drafts.keep(thread.threadId, next);
  };
  const clear = () => {
    setDraft('');
    drafts.keep(thread.threadId, '');
    setPrivate(false);
  };
  const reply = useChange(api.inbox.reply.mutationOptions({ onSuccess: clear }));
  const privately = useChange(
    api.inbox.privateReply.mutationOptions({
      onSuccess: () => {
        clear();
        toast({ text: t('privateToast', { person: thread.person.name }) });
      },
    }),
  );
  const edit = useChange(
    api.inbox.editReply.mutationOptions({ onSuccess: () => setEditing(undefined) }),
  );
  const to = mode === 'private' ? privateTarget(thread.comments) : replyTarget(thread.comments);
  const busy = reply.isPending || privately.isPending || edit.isPending;
  const canSend = text.trim() !== '' && !busy && (mode === 'edit' || to !== undefined);

  function send(): void {
    if (!canSend) return;
    const words = text.trim();
    if (editing) return edit.mutate({ id: editing.outboxId, text: words });
    if (!to) return;
    const change = { commentId: to.commentId, text: words, clientId: crypto.randomUUID() };
    if (mode === 'private') privately.mutate(change);
    else reply.mutate(change);
  }

  return {
    text,
    setText,
    mode,
    setPrivate,
    to,
    busy,
    canSend,
    send,
    editing,
    startEdit({ outboxId, text: words }: InboxComment) {
      if (outboxId !== undefined) setEditing({ outboxId, text: words });
    },
    stopEdit: () => setEditing(undefined),
    /** Adds words at the end of what stands there. */
    insert: (words: string) => setText(text === '' ? words : `${text.trimEnd()} ${words}`),
  };
}

export type ReplyBoxState = ReturnType<typeof useReplyBox>;
