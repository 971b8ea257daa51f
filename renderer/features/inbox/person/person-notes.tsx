import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerNote } from '../../../../shared/contract/customers.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useToast } from '../../../ui/toast.tsx';

/** What the shop wrote down about the person, for everybody who answers them. */
export function PersonNotes({
  threadId,
  notes,
}: {
  threadId: string;
  notes: readonly CustomerNote[];
}) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const [isAdding, setAdding] = useState(false);
  const close = () => setAdding(false);
  const add = useChange(api.customers.addNote.mutationOptions({ onSuccess: close }));
  return (
    <div className="inbox-person-notes">
      {notes.map((note) => (
        <NoteLine key={note.noteId} note={note} />
      ))}
      {isAdding ? (
        <WriteNote
          text=""
          busy={add.isPending}
          onKeep={(text) => add.mutate({ threadId, text })}
          onClose={close}
        />
      ) : (
        <TextButton className="small" onClick={() => setAdding(true)}>
          {t('notes.add')}
        </TextButton>
      )}
    </div>
  );
}

function NoteLine({ note }: { note: CustomerNote }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const toast = useToast();
  const [isChanging, setChanging] = useState(false);
  const close = () => setChanging(false);
  const edit = useChange(api.customers.editNote.mutationOptions({ onSuccess: close }));
  const remove = useChange(api.customers.removeNote.mutationOptions());
  const { noteId, person, text, at, mine } = note;
  if (isChanging)
    return (
      <WriteNote
        text={text}
        busy={edit.isPending}
        onKeep={(words) => edit.mutate({ noteId, text: words })}
        onClose={close}
      />
    );
  const removeNote = () => {
    remove.mutate({ noteId, removed: true });
    toast({ text: t('notes.removed'), undo: () => remove.mutate({ noteId, removed: false }) });
  };
  return (
    <div className="small">
      <p>
        <span className="muted">
          {mine ? t('note.mine') : t('note.by', { person: person.name })}
        </span>{' '}
        <span className="muted num">{formats.date(at, now)}</span>
      </p>
      <p className="inbox-person-note">{text}</p>
      {mine ? (
        <p className="inbox-signs">
          <TextButton onClick={() => setChanging(true)}>{t('note.change')}</TextButton>
          <TextButton onClick={removeNote}>{t('note.remove')}</TextButton>
        </p>
      ) : null}
    </div>
  );
}

function WriteNote({
  text,
  busy,
  onKeep,
  onClose,
}: {
  text: string;
  busy: boolean;
  onKeep: (text: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-team');
  const [words, setWords] = useState(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') onKeep(words.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextArea
        label={t('notes.label')}
        labelHidden
        placeholder={t('notes.label')}
        rows={2}
        autoFocus
        maxLength={4000}
        value={words}
        onChange={setWords}
      />
      <div className="inbox-signs">
        <Button type="submit" disabled={words.trim() === ''} busy={busy}>
          {t('note.keep')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('note.cancel')}
        </Button>
      </div>
    </form>
  );
}
