import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { typedBehind } from '../drafts.ts';
import { useDraft } from '../use-drafts.ts';
import { MentionField } from './mention-field.tsx';
import type { NoteState } from './use-note.ts';

/** A note about the thread, for colleagues alone. */
export function NoteBox({ threadId, note }: { threadId: string; note: NoteState }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const toast = useToast();
  const [text, setText] = useDraft(note.drafts, threadId, note.kept);
  const write = (next: string) => {
    setText(next);
    note.write(next);
  };
  const onSuccess = (_: unknown, { text: kept }: { text: string }) => {
    const rest = typedBehind(note.drafts.read(threadId, note.kept), kept);
    write(rest);
    if (rest === '') note.close();
  };
  const add = useChange(api.teamwork.addNote.mutationOptions({ onSuccess }));
  const words = text.trim();
  const send = () => {
    if (words !== '' && !add.isPending) add.mutate({ threadId, text: words });
  };
  const cancel = () => {
    note.write('');
    note.close();
    if (words !== '') toast({ text: t('note.dropped'), undo: () => note.open(text) });
  };
  return (
    <NoteForm onSend={send} onCancel={cancel} canSend={words !== ''} busy={add.isPending}>
      <MentionField
        label={t('note.write')}
        value={text}
        startsWriting={note.isAsked}
        onChange={write}
        onSend={send}
        onCancel={cancel}
      />
    </NoteForm>
  );
}

/** The frame of a note that is written or changed. */
export function NoteForm({
  onSend,
  onCancel,
  canSend,
  busy,
  children,
}: {
  onSend: () => void;
  onCancel: () => void;
  canSend: boolean;
  busy: boolean;
  children: React.ReactNode;
}) {
  const { t } = useTranslation('inbox-team');
  return (
    <form
      className="inbox-note-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <div className="inbox-tools">
        <span className="small inbox-note-private grow">
          <IconLock aria-hidden /> {t('note.private')}
        </span>
        <Button kind="quiet" onClick={onCancel}>
          {t('note.cancel')}
        </Button>
        <Button type="submit" disabled={!canSend} busy={busy} aria-keyshortcuts="Control+Enter">
          {t('note.keep')}
        </Button>
      </div>
    </form>
  );
}
