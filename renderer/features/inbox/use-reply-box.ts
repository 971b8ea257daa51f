import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';
import { checkWords } from './check-words.ts';
import type { Drafts } from './drafts.ts';
import type { Picture } from './deeds/picture.ts';
import type { Claim } from './team/use-claim.ts';
import { privateTarget, replyTarget } from './reply-target.ts';
import type { OpenThread } from './use-open-thread.ts';
import { useSendUndo } from './use-send-undo.ts';

export type BoxMode = 'reply' | 'private' | 'edit';

export type BoxUses = {
  drafts: Drafts;
  /** The thread to go on with, once the list has it. */
  next: () => Promise<string | undefined>;
  /** Opens that thread with the caret in its box. */
  onNext: (threadId: string | undefined) => void;
  /** An answer was taken back; its words stand in the thread's draft again. */
  onBack: (threadId: string) => void;
};

/** What stands in the reply box and where it goes: under the newest word, in private, or in the place
 *  of an answer that has not left. Give the component a `key` of the thread: each has its own draft. */
export function useReplyBox(thread: OpenThread, uses: BoxUses, claim: Claim) {
  const { drafts } = uses;
  const [draft, setDraft] = useState(() => drafts.read(thread.threadId, thread.draft));
  const [isPrivate, setPrivate] = useState(false);
  const [picture, setPicture] = useState<Picture>();
  const [editing, setEditing] = useState<{ outboxId: string; text: string }>();
  const mode: BoxMode = editing ? 'edit' : isPrivate ? 'private' : 'reply';
  const text = editing?.text ?? draft;

  const setText = (next: string) => {
    if (editing) return setEditing({ ...editing, text: next });
    if (next.trim() === '') claim.release();
    else claim.hold();
    setDraft(next);
    drafts.write(thread.threadId, next);
  };
  const clear = () => {
    claim.sent();
    setDraft('');
    drafts.clear(thread.threadId);
    setPrivate(false);
    setPicture(undefined);
  };
  const sending = useSending(thread, uses, { clear, stopEdit: () => setEditing(undefined) });
  const to = mode === 'private' ? privateTarget(thread.comments) : replyTarget(thread.comments);
  const kind = mode === 'private' || thread.kind === 'message' ? 'message' : 'comment';
  const check = checkWords(text, { network: thread.network, kind });
  const withPicture = mode === 'reply' ? picture : undefined;
  const hasContent = text.trim() !== '' || withPicture !== undefined;
  const isReady = hasContent && check.open.length === 0 && !check.isTooLong;
  const mayAnswer = to !== undefined && claim.others === undefined;
  const canSend = isReady && !sending.busy && (mode === 'edit' || mayAnswer);

  function send(goOn = false): void {
    if (!canSend) return;
    const words = text.trim();
    if (editing) return sending.edit(editing.outboxId, words);
    if (!to) return;
    const { holder } = claim;
    const goes = withPicture && { assetId: withPicture.assetId };
    sending.send(mode, { commentId: to.commentId, text: words, holder, ...goes }, goOn);
  }

  return {
    text,
    setText,
    mode,
    setPrivate,
    /** Goes with a public answer or a message. */
    picture: withPicture,
    setPicture,
    to,
    busy: sending.busy,
    check,
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

type Answer = { commentId: string; text: string; holder: string; assetId?: string };
type After = { clear: () => void; stopEdit: () => void };

/** Hands what was written to the studio, each once; what can still be taken back says so. */
function useSending(
  { threadId, person }: OpenThread,
  { drafts, next, onNext, onBack }: BoxUses,
  { clear, stopEdit }: After,
) {
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const toast = useToast();
  const tellHeld = useSendUndo();
  const holdSeconds = useQuery(api.inbox.sending.queryOptions({ input: {} })).data?.undoSeconds;
  const reply = useChange(api.inbox.reply.mutationOptions());
  const privately = useChange(
    api.inbox.privateReply.mutationOptions({
      onSuccess: () => {
        clear();
        toast({ text: t('privateToast', { person: person.name }) });
      },
    }),
  );
  const change = useChange(api.inbox.editReply.mutationOptions({ onSuccess: stopEdit }));

  /** The words come back to their thread, wherever the window is by then. */
  const takeBack = (text: string) => {
    drafts.write(threadId, text);
    onBack(threadId);
  };

  return {
    busy: reply.isPending || privately.isPending || change.isPending,
    edit: (id: string, text: string) => change.mutate({ id, text }),
    send(mode: BoxMode, answer: Answer, goOn: boolean): void {
      const written = { ...answer, clientId: crypto.randomUUID() };
      if (mode === 'private') return privately.mutate(written);
      // The list may lose this thread before the answer is here.
      const following = goOn ? next() : undefined;
      const held = holdSeconds === undefined ? {} : { holdSeconds };
      reply.mutate(
        { ...written, ...held },
        {
          onSuccess: ({ replyId, replyIds = [replyId], leavesAt }) => {
            clear();
            if (leavesAt !== undefined)
              tellHeld({
                ...{ replyIds, person: person.name },
                ...{ text: answer.text, onBack: takeBack },
              });
            void following?.then((next) => {
              // Whoever writes on here meanwhile keeps the caret.
              if (drafts.read(threadId, undefined) === '') onNext(next);
            });
          },
        },
      );
    },
  };
}

export type ReplyBoxState = ReturnType<typeof useReplyBox>;
