import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostNote } from '../../../../../shared/contract/review.ts';
import { useFormats } from '../../../../link/formats-context.tsx';
import { useApi } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import { Avatar } from '../../../../ui/avatar.tsx';
import { Button } from '../../../../ui/button.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextButton } from '../../../../ui/text-button.tsx';

/** Notes in the margin of a draft; only the people of the shop ever read them. */
export function NotesList({ postId, notes }: { postId: string; notes: readonly PostNote[] }) {
  const { t } = useTranslation('review');
  const api = useApi();
  const [text, setText] = useState('');
  const add = useChange(api.review.addNote.mutationOptions({ onSuccess: () => setText('') }));
  return (
    <>
      {notes.length === 0 ? <p className="muted">{t('noNotes')}</p> : null}
      <ul className="review-list">
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} />
        ))}
      </ul>
      <TextArea label={t('newNote')} rows={2} maxLength={2000} value={text} onChange={setText} />
      <Button
        disabled={text.trim() === ''}
        busy={add.isPending}
        onClick={() => add.mutate({ postId, text: text.trim() })}
      >
        {t('addNote')}
      </Button>
    </>
  );
}

function NoteLine({ note }: { note: PostNote }) {
  const { t } = useTranslation('review');
  const api = useApi();
  const formats = useFormats();
  const resolve = useChange(api.review.resolveNote.mutationOptions());
  const { id: noteId, resolved, person } = note;
  return (
    <li className={resolved ? 'review-line review-done' : 'review-line'}>
      <Avatar name={person.name} />
      <div>
        <p className="small">
          <b>{person.name}</b> <span className="muted">{formats.dateTime(note.at)}</span>
        </p>
        <p className="review-words">{note.text}</p>
        <TextButton onClick={() => resolve.mutate({ noteId, resolved: !resolved })}>
          {t(resolved ? 'reopen' : 'resolve')}
        </TextButton>
      </div>
    </li>
  );
}
