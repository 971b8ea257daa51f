import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';
import { checkWords } from './check-words.ts';
import { typedBehind, type Drafts } from './drafts.ts';
import type { EarlyLetters } from './early-letters.ts';
import type { Picture } from './deeds/picture.ts';
import type { Claim } from './team/use-claim.ts';
import { privateTarget, replyTarget } from './reply-target.ts';
import { useDraft } from './use-drafts.ts';
import type { OpenThread } from './use-open-thread.ts';
import { useSendUndo } from './use-send-undo.ts';

export type BoxMode = 'reply' | 'private' | 'edit';

export type BoxUses = {
  drafts: Drafts;
  early: EarlyLetters;
  /** Goes on with the thread below, the caret in its box and behind `words`; where it is not loaded yet, once
   *  it is and if nothing new is begun here. */
  onNext: (from: string, words: string) => void;
  /** Opens the thread of an answer that is taken back. */
  onBack: (threadId: string) => void;
  isOpen: (threadId: string) => boolean;
  /** Takes back what was done last; answers false where nothing can be. */
  undo: () => boolean;
  /** An answer is on its way to the studio, which tells whether it can be taken back. */
  noting: (threadId: string, noted: Promise<boolean>) => void;
};

/** What stands in the reply box and where it goes: under the newest word, in private, or in the place
 *  of an answer that has not left. Give the component a `key` of the thread: each has its own draft. */
export function useReplyBox(thread: OpenThread, uses: BoxUses, claim: Claim) {
  const { drafts } = uses;
  const { threadId } = thread;
  const [draft, setDraft] = useDraft(drafts, threadId, thread.draft);
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
    drafts.write(threadId, next);
  };
  const leavePrivate = (sent: string) => {
    const rest = typedBehind(drafts.read(threadId, thread.draft), sent);
    claim.sent();
    setDraft(rest);
    if (rest === '') drafts.clear(threadId);
    else drafts.write(threadId, rest);
    setPrivate(false);
  };
  const stopEdit = () => setEditing(undefined);
  const sending = useSending(thread, uses, { claim, leavePrivate, stopEdit, setPicture });
  const to = mode === 'private' ? privateTarget(thread.comments) : replyTarget(thread.comments);
  const kind = mode === 'private' || thread.kind === 'message' ? 'message' : 'comment';
  const check = checkWords(text, { network: thread.network, kind });
  const withPicture = mode === 'reply' ? picture : undefined;
  const hasContent = text.trim() !== '' || withPicture !== undefined;
  const isReady = hasContent && check.open.length === 0 && !check.isTooLong;
  const mayAnswer = to !== undefined && claim.others === undefined;
  const canSend = isReady && !sending.busy && (mode === 'edit' || mayAnswer);

  /** The box is free for the next words at once. `rest` was typed behind these already. */
  function send(goOn = false, rest = ''): void {
    if (!canSend) return;
    const words = text.trim();
    if (editing) return sending.edit(editing.outboxId, words);
    if (!to) return;
    const answer = { commentId: to.commentId, text: words, holder: claim.holder };
    if (mode === 'private') return sending.privately(answer);
    sending.reply(answer, withPicture);
    drafts.clear(threadId);
    setPicture(undefined);
    setDraft('');
    if (goOn) uses.onNext(threadId, rest);
    else if (rest !== '') setText(rest);
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
    stopEdit,
    /** Adds words at the end of what stands there. */
    insert: (words: string) => setText(text === '' ? words : `${text.trimEnd()} ${words}`),
  };
}

type Answer = { commentId: string; text: string; holder: string };
type After = {
  claim: Claim;
  leavePrivate: (sent: string) => void;
  stopEdit: () => void;
  setPicture: (picture: Picture) => void;
};

/** Hands what was written to the studio, each once; what can still be taken back says so. What comes of an
 *  answer is told to its thread's draft: its box may be gone by then. */
function useSending(
  { threadId, person }: OpenThread,
  { drafts, onBack, isOpen, noting }: BoxUses,
  { claim, leavePrivate, stopEdit, setPicture }: After,
) {
  const { t } = useTranslation('inbox-ui');
  const { t: tHand } = useTranslation('inbox-hand');
  const api = useApi();
  const toast = useToast();
  const tellHeld = useSendUndo();
  const held = useHeld();
  const reply = useChange(api.inbox.reply.mutationOptions());
  const privately = useChange(
    api.inbox.privateReply.mutationOptions({
      onSuccess: (_, { text }) => {
        leavePrivate(text);
        toast({ text: t('privateToast', { person: person.name }) });
      },
    }),
  );
  const change = useChange(api.inbox.editReply.mutationOptions({ onSuccess: stopEdit }));

  const tellRefused = () =>
    toast({
      text: tHand('notSent', { person: person.name }),
      action: { label: tHand('openThread'), run: () => onBack(threadId) },
    });

  return {
    busy: privately.isPending || change.isPending,
    edit: (id: string, text: string) => change.mutate({ id, text }),
    privately: (answer: Answer) => privately.mutate({ ...answer, clientId: crypto.randomUUID() }),
    reply(answer: Answer, picture: Picture | undefined): void {
      const { text } = answer;
      const giveBack = () => drafts.giveBack(threadId, text);
      const goes = picture && { assetId: picture.assetId };
      const written = { ...answer, ...goes, clientId: crypto.randomUUID() };
      const sent = held().then((seconds) => reply.mutateAsync({ ...written, ...seconds }));
      const noted = sent.then(
        ({ replyId, replyIds = [replyId], leavesAt }) => {
          claim.sent();
          if (leavesAt === undefined) return false;
          const back = { onUndo: () => onBack(threadId), onBack: giveBack };
          // In sight before anything else is: what is undone next is this.
          flushSync(() => tellHeld({ replyIds, person: person.name, ...back }));
          return true;
        },
        () => {
          giveBack();
          if (picture) setPicture(picture);
          if (!isOpen(threadId)) tellRefused();
          return false;
        },
      );
      noting(threadId, noted);
    },
  };
}

/** How long an answer may be taken back: also known to whoever answers before the window was told. */
function useHeld(): () => Promise<{ holdSeconds?: number }> {
  const { api, client } = useStudio();
  const known = useQuery(api.inbox.sending.queryOptions({ input: {} })).data;
  // Asked for anew where it is not known: the box's own question ends with the box.
  return () =>
    (known ? Promise.resolve(known) : client.inbox.sending({})).then(
      ({ undoSeconds }) => ({ holdSeconds: undoSeconds }),
      () => ({}),
    );
}

export type ReplyBoxState = ReturnType<typeof useReplyBox>;
