import { IconCheck, IconClock, IconLock, IconSend, IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
  type RefObject,
} from 'react';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { useTranslation } from 'react-i18next';
import type { SavedReplyView } from '../../../shared/contract/saved-replies.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useNow } from '../../link/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { EmojiButton } from '../../ui/emoji/emoji-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { insertText } from '../../ui/insert-text.ts';
import { matchesKeys } from '../../ui/use-shortcut.ts';
import { useStable } from '../../ui/use-stable.ts';
import { BoxNotes } from './box-notes.tsx';
import { unsent, type Early } from './early-letters.ts';
import { AttachMenu } from './deeds/attach-menu.tsx';
import { PictureNote } from './deeds/picture-note.tsx';
import { inboxKeys } from './hand/inbox-keys.ts';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { privateReplyLeft } from './private-reply-left.ts';
import { ReplyPicker } from './replies/reply-picker.tsx';
import { ReplySuggestion, useSuggestion } from './replies/reply-suggestion.tsx';
import { SlashList, slashListId, slashOptionId } from './replies/slash-list.tsx';
import { useSlash } from './replies/use-slash.ts';
import type { OpenThread } from './use-open-thread.ts';
import type { Claim } from './team/use-claim.ts';
import { useReplyBox, type BoxUses, type ReplyBoxState } from './use-reply-box.ts';

type BoxProps = {
  thread: OpenThread;
  box: ReplyBoxState;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
};

/** What others do with the box. */
export type BoxHandle = {
  /** Puts the caret into it. */
  write(): void;
  /** Adds words at the end of what stands there, and the caret behind them. */
  insert(words: string): void;
  /** Takes up an answer that has not left. */
  edit(comment: InboxComment): void;
};

/** Always ready; its button says what will happen: answer now, wait for the line, or change. */
export function ReplyBox({
  ref,
  thread,
  claim,
  uses,
  startsWriting,
  onManage,
}: {
  ref: Ref<BoxHandle>;
  thread: OpenThread;
  claim: Claim;
  uses: BoxUses;
  /** The caret begins in it. */
  startsWriting: boolean;
  onManage: () => void;
}) {
  const box = useReplyBox(thread, uses, claim);
  useEarlyLetters(thread, box, uses, startsWriting);
  const fieldRef = useField(ref, box, startsWriting);
  const online = useIsOnline();
  const fill = useFill(thread);
  const put = (words: string) => fieldRef.current && insertText(fieldRef.current, words);
  const suggestion = useSuggestion(thread, box.mode === 'reply' && box.text === '');
  const takeSuggestion = suggestion && (() => put(suggestion.text));
  return (
    <>
      {suggestion && takeSuggestion ? (
        <ReplySuggestion suggestion={suggestion} onTake={takeSuggestion} />
      ) : null}
      <form
        className="inbox-box"
        onSubmit={(event) => {
          event.preventDefault();
          box.send();
        }}
      >
        <BoxField {...{ thread, box, fieldRef, uses, online, fill }} onTab={takeSuggestion} />
        {box.picture ? (
          <PictureNote picture={box.picture} onRemove={() => box.setPicture(undefined)} />
        ) : null}
        <BoxNotes box={box} fieldRef={fieldRef} />
        <div className="inbox-tools">
          <EmojiButton onTake={put} />
          <ReplyPicker
            thread={thread}
            onTake={({ reply, productId }) =>
              void fill(reply, productId).then((words) => words === undefined || put(words))
            }
            onManage={onManage}
          />
          {box.mode === 'reply' ? (
            <AttachMenu thread={thread} onPicture={box.setPicture} onInsert={put} />
          ) : null}
          <LinkButton thread={thread} onTake={box.insert} />
          {thread.kind === 'message' ? null : <PrivateSwitch box={box} />}
          <span className="grow" />
          <SendButtons box={box} online={online} />
        </div>
      </form>
    </>
  );
}

/** The field, and what others do with it. */
function useField(ref: Ref<BoxHandle>, box: ReplyBoxState, startsWriting: boolean) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the next letter comes.
  useLayoutEffect(() => {
    if (startsWriting) field.current?.focus();
  }, [startsWriting]);
  useImperativeHandle(ref, () => {
    const write = () => field.current?.focus();
    return {
      write,
      insert(words) {
        box.insert(words);
        write();
      },
      edit(comment) {
        box.startEdit(comment);
        write();
      },
    };
  });
  return field;
}

/** Takes over what was typed while the thread was still being read. What was sent then leaves now, if whoever
 *  sent it still waits for it. */
function useEarlyLetters(
  { threadId }: OpenThread,
  box: ReplyBoxState,
  { early }: BoxUses,
  isAwaited: boolean,
): void {
  const [sending, setSending] = useState<Early>();
  useLayoutEffect(() => {
    const begun = early.take(threadId);
    if (!begun) return;
    const letters = isAwaited ? begun : unsent(begun);
    if (letters.text !== '') box.insert(letters.text);
    if (letters.sends) setSending(letters);
    // Once, as the box comes to stand.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useLayoutEffect(() => {
    if (!sending) return;
    setSending(undefined);
    box.send(sending.sends === 'on', sending.rest);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sending]);
}

type Fill = (reply: SavedReplyView, productId?: string) => Promise<string | undefined>;

/** A saved reply with what is known of this thread put in; a problem is told, and nothing comes. */
function useFill({ threadId }: OpenThread): Fill {
  const api = useApi();
  const fill = useChange(api.inbox.fillReplies.mutationOptions());
  return async ({ id: savedReplyId }, productId) => {
    const wish = { threadIds: [threadId], savedReplyId, ...(productId && { productId }) };
    const filled = await fill.mutateAsync(wish).catch(() => undefined);
    return filled?.items[0]?.text;
  };
}

function BoxField({
  thread,
  box,
  fieldRef,
  online,
  fill,
  uses,
  onTab,
}: BoxProps & {
  online: boolean;
  fill: Fill;
  uses: BoxUses;
  onTab: (() => void) | undefined;
}) {
  const { t } = useTranslation('inbox-ui');
  const slash = useSlash(fieldRef, fill);
  const person = calmText(thread.person.name) || t('someone');
  const place = online || box.mode !== 'reply' ? box.mode : 'offline';
  const isOpen = slash.items.length > 0;
  const send = useStable(box.send);
  const look = useStable(slash.look);
  // A shortcut may have been typed before the box stood.
  useLayoutEffect(() => {
    if (document.activeElement === fieldRef.current) look();
  }, [box.text, fieldRef, look]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (slash.onKeyDown(event)) return;
    const isBare = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const goOn = event.shiftKey;
      slash.settled(() => send(goOn));
    } else if (matchesKeys(inboxKeys.undo, event.nativeEvent) && box.text === '') {
      // An answer that has just been sent left the box empty: what is typed has an undo of its own.
      if (!uses.undo()) return;
    } else if (event.key === 'Tab' && isBare && onTab) onTab();
    else if (event.key === 'Escape' && box.mode === 'edit') box.stopEdit();
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
  };
  return (
    <div className="inbox-field">
      <textarea
        ref={fieldRef}
        rows={2}
        aria-label={t(`box.${place}`, { person })}
        placeholder={t(`box.${place}`, { person })}
        value={box.text}
        onChange={(event) => {
          box.setText(event.currentTarget.value);
          slash.look();
        }}
        onKeyDown={onKeyDown}
        onClick={slash.look}
        onBlur={slash.close}
        aria-autocomplete="list"
        aria-controls={isOpen ? slashListId : undefined}
        aria-activedescendant={isOpen ? slashOptionId(slash.at) : undefined}
      />
      {isOpen ? (
        <SlashList items={slash.items} at={slash.at} onTake={(reply) => void slash.take(reply)} />
      ) : null}
    </div>
  );
}

function useIsOnline(): boolean {
  const api = useApi();
  return useQuery(api.app.info.queryOptions()).data?.line.online ?? true;
}

/** Puts the link of the post's product into the text. */
function LinkButton({ thread, onTake }: { thread: OpenThread; onTake: (link: string) => void }) {
  const { t } = useTranslation('inbox-ui');
  const link = thread.post?.products.find((product) => product.link)?.link;
  if (link === undefined) return null;
  return (
    <IconButton
      label={t('insertLink')}
      icon={<IconTag aria-hidden />}
      onClick={() => onTake(link)}
    />
  );
}

function SendButtons({ box, online }: { box: ReplyBoxState; online: boolean }) {
  const { t } = useTranslation('inbox-ui');
  const Icon = box.mode === 'edit' ? IconCheck : online ? IconSend : IconClock;
  const word = box.mode === 'edit' ? 'send.edit' : online ? `send.${box.mode}` : 'send.queue';
  return (
    <>
      {box.mode === 'edit' ? (
        <Button kind="quiet" onClick={box.stopEdit}>
          {t('cancelEdit')}
        </Button>
      ) : null}
      <Button
        type="submit"
        kind="primary"
        icon={<Icon aria-hidden />}
        busy={box.busy}
        aria-disabled={!box.canSend || undefined}
        aria-keyshortcuts="Control+Enter"
      >
        {t(word)}
      </Button>
    </>
  );
}

/** Answering in private: once for each comment, within seven days; how long is left is said. */
function PrivateSwitch({ box }: { box: ReplyBoxState }) {
  const { t } = useTranslation('inbox-ui');
  const now = useNow();
  const { to, mode } = box;
  if (mode === 'edit' || !to || to.mine) return null;
  const left = privateReplyLeft(to.createdAt, now);
  const isTaken = to.privateReply === 'sent' || to.privateReply === 'waiting';
  const isOff = isTaken || to.privateReply === 'late' || !left;
  const why = isTaken ? `private.${to.privateReply}` : isOff ? 'private.late' : undefined;
  return (
    <>
      <Button
        kind="quiet"
        icon={<IconLock aria-hidden />}
        aria-pressed={mode === 'private'}
        disabled={isOff}
        onClick={() => box.setPrivate(mode !== 'private')}
      >
        {t('privately')}
      </Button>
      {why ? <span className="small muted inbox-private-note">{t(why)}</span> : null}
      {mode === 'private' && left ? (
        <span className="small muted num inbox-private-note">
          {t(`private.left.${left.unit}`, { count: left.count })}
        </span>
      ) : null}
    </>
  );
}
