import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { MentionField } from './mention-field.tsx';

/** A note about the thread, for colleagues alone. */
export function NoteBox({ threadId, onClose }: { threadId: string; onClose: () => void }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const [text, setText] = useState('');
  const add = useChange(api.teamwork.addNote.mutationOptions({ onSuccess: onClose }));
  const words = text.trim();
  const send = () => {
    if (words !== '' && !add.isPending) add.mutate({ threadId, text: words });
  };
  return (
    <NoteForm onSend={send} onCancel={onClose} canSend={words !== ''} busy={add.isPending}>
      <MentionField
        label={t('note.write')}
        value={text}
        onChange={setText}
        onSend={send}
        onCancel={onClose}
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
