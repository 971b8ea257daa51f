import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../../shared/contract/inbox.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { deedItem } from './deed-item.tsx';
import { useCommentDeeds } from './use-comment-deeds.ts';

/** What can be done about an answer of ours that is out: change its words, or take it away. */
export function OwnMenu({ comment }: { comment: InboxComment }) {
  const { t } = useTranslation('inbox-deeds');
  const deeds = useCommentDeeds(comment);
  const [asked, setAsked] = useState<'edit' | 'delete'>();
  const close = () => setAsked(undefined);
  const items = [
    ...deedItem(comment.deeds, 'edit', {
      label: t('editSent'),
      icon: <IconPencil aria-hidden />,
      run: () => setAsked('edit'),
    }),
    ...deedItem(comment.deeds, 'delete', {
      label: t('delete'),
      icon: <IconTrash aria-hidden />,
      danger: true,
      run: () => setAsked('delete'),
    }),
  ];
  if (items.length === 0) return null;
  const button = (
    <button type="button" className="btn btn-quiet btn-icon" aria-label={t('moreOwn')}>
      <IconDots aria-hidden />
    </button>
  );
  return (
    <div className="deeds">
      <Menu target={button} items={items} />
      {asked === 'edit' ? <EditDialog comment={comment} deeds={deeds} onClose={close} /> : null}
      <ConfirmDialog
        opened={asked === 'delete'}
        title={t('deleteOwnTitle')}
        text={t('deleteOwnText')}
        action={t('delete')}
        danger
        onConfirm={() => {
          close();
          deeds.remove();
        }}
        onClose={close}
      />
    </div>
  );
}

function EditDialog({
  comment,
  deeds,
  onClose,
}: {
  comment: InboxComment;
  deeds: ReturnType<typeof useCommentDeeds>;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-deeds');
  const [text, setText] = useState(comment.text);
  const words = text.trim();
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('editTitle')}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            busy={deeds.isSaving}
            disabled={words === '' || words === comment.text.trim()}
            onClick={() => deeds.editSent(words, onClose)}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <TextArea label={t('editLabel')} value={text} maxLength={8000} onChange={setText} />
    </Dialog>
  );
}
