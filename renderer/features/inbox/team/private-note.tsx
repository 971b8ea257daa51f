import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadNote } from '../../../../shared/contract/teamwork.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { MentionField } from './mention-field.tsx';
import { NoteForm } from './note-box.tsx';
import { NoteText } from './note-text.tsx';

/** What a colleague noted, in the flow of the thread and plainly not part of what was said in it. */
export function PrivateNote({ note, now }: { note: ThreadNote; now: string }) {
  const { t } = useTranslation('inbox-team');
  const formats = useFormats();
  const [isChanging, setChanging] = useState(false);
  const { person, text, at, editedAt, mine } = note;
  if (isChanging)
    return (
      <li className="inbox-said inbox-note">
        <ChangeNote note={note} onClose={() => setChanging(false)} />
      </li>
    );
  return (
    <li className="inbox-said inbox-note">
      <Avatar name={person.name} />
      <div>
        <p className="inbox-who">
          <span className="inbox-name">
            {mine ? t('note.mine') : t('note.by', { person: person.name })}
          </span>
          <span className="small muted num">{formats.near(at, now)}</span>
          {editedAt ? <span className="small muted">{t('note.changed')}</span> : null}
        </p>
        <NoteText text={text} />
        <p className="inbox-signs small">
          <span className="inbox-note-private">
            <IconLock aria-hidden /> {t('note.private')}
          </span>
          {mine ? <OwnDeeds note={note} onChange={() => setChanging(true)} /> : null}
        </p>
      </div>
    </li>
  );
}

function OwnDeeds({ note: { noteId }, onChange }: { note: ThreadNote; onChange: () => void }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const toast = useToast();
  const remove = useChange(api.teamwork.removeNote.mutationOptions());
  const removeNote = () => {
    remove.mutate({ noteId, removed: true });
    toast({ text: t('note.removed'), undo: () => remove.mutate({ noteId, removed: false }) });
  };
  return (
    <>
      <TextButton onClick={onChange}>{t('note.change')}</TextButton>
      <TextButton onClick={removeNote}>{t('note.remove')}</TextButton>
    </>
  );
}

function ChangeNote({ note, onClose }: { note: ThreadNote; onClose: () => void }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const [text, setText] = useState(note.text);
  const edit = useChange(api.teamwork.editNote.mutationOptions({ onSuccess: onClose }));
  const words = text.trim();
  const send = () => {
    if (words !== '' && !edit.isPending) edit.mutate({ noteId: note.noteId, text: words });
  };
  return (
    <NoteForm onSend={send} onCancel={onClose} canSend={words !== ''} busy={edit.isPending}>
      <MentionField
        label={t('note.change')}
        value={text}
        onChange={setText}
        onSend={send}
        onCancel={onClose}
      />
    </NoteForm>
  );
}
