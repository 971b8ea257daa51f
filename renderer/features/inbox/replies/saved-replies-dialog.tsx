import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedReplyView } from '../../../../shared/contract/saved-replies.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { newReply, type ReplyDraft } from './reply-draft.ts';
import { SavedReplyForm } from './saved-reply-form.tsx';

/** Answers that the shop keeps: written once, taken with a few letters. */
export function SavedRepliesDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('replies');
  const api = useApi();
  const [draft, setDraft] = useState<ReplyDraft>();
  const list = useQuery(api.savedReplies.list.queryOptions({ input: {} })).data;
  const begin = () => setDraft(newReply(i18n.language === 'fr' ? 'fr' : 'en'));
  return (
    <Dialog opened onClose={onClose} title={t('title')} widthPx={680}>
      {draft ? (
        <SavedReplyForm draft={draft} onDraft={setDraft} onDone={() => setDraft(undefined)} />
      ) : (
        <div className="replies">
          {list?.items.length === 0 ? <p className="muted">{t('empty')}</p> : null}
          <ul className="pick-list">
            {list?.items.map((reply) => (
              <ReplyLine key={reply.id} reply={reply} onEdit={() => setDraft(reply)} />
            ))}
          </ul>
          <Button kind="primary" icon={<IconPlus aria-hidden />} onClick={begin}>
            {t('add')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function ReplyLine({ reply, onEdit }: { reply: SavedReplyView; onEdit: () => void }) {
  const { t } = useTranslation('replies');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const { id, name, shortcut, texts } = reply;
  const remove = useChange(
    api.savedReplies.remove.mutationOptions({
      onSuccess: () =>
        toast({
          text: t('removed', { name }),
          undo: () => void client.savedReplies.restore({ id }).catch(() => {}),
        }),
    }),
  );
  return (
    <li className="reply-line">
      <button type="button" className="pick-line" onClick={onEdit}>
        <span className="reply-picker-words">
          <span className="reply-line-head">
            <b className="cut">{name}</b>
            {shortcut ? <span className="small muted">/{shortcut}</span> : null}
            <span className="small muted">
              {Object.keys(texts)
                .map((language) => t(`language.${language}`))
                .join(', ')}
            </span>
          </span>
          <span className="small muted cut">{Object.values(texts)[0]}</span>
        </span>
      </button>
      <IconButton label={t('edit', { name })} icon={<IconPencil aria-hidden />} onClick={onEdit} />
      <IconButton
        label={t('remove', { name })}
        icon={<IconTrash aria-hidden />}
        onClick={() => remove.mutate({ id })}
      />
    </li>
  );
}
