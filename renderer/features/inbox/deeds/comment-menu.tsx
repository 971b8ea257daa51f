import {
  IconAt,
  IconBan,
  IconDots,
  IconEye,
  IconEyeOff,
  IconHeart,
  IconHeartFilled,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../../shared/contract/inbox.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { deedItem } from './deed-item.tsx';
import { useCommentDeeds } from './use-comment-deeds.ts';

type Asked = 'delete' | 'block';

/** What can be done about a comment of somebody else: the usual at hand, the rest in a menu. */
export function CommentMenu({
  comment,
  name,
  onHide,
  onMention,
}: {
  comment: InboxComment;
  name: string;
  onHide: (hidden: boolean) => void;
  onMention: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const { t: tDeeds } = useTranslation('inbox-deeds');
  const deeds = useCommentDeeds(comment);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const items = useItems({ comment, deeds, onHide, onMention, onAsk: setAsked });
  const canLike = comment.deeds?.some((one) => one.name === 'like' && one.possible);
  const canHide = comment.deeds?.every((one) => one.name !== 'hide' || one.possible) ?? true;
  const button = (
    <button type="button" className="btn btn-quiet btn-icon" aria-label={tDeeds('more', { name })}>
      <IconDots aria-hidden />
    </button>
  );
  return (
    <div className="deeds">
      {canLike ? (
        <IconButton
          label={tDeeds(comment.liked ? 'unlikeComment' : 'likeComment', { name })}
          aria-pressed={comment.liked ?? false}
          icon={comment.liked ? <IconHeartFilled aria-hidden /> : <IconHeart aria-hidden />}
          onClick={deeds.toggleLike}
        />
      ) : null}
      {canHide && comment.deeds?.some((one) => one.name === 'hide') !== false ? (
        <IconButton
          label={t(comment.hidden ? 'showComment' : 'hideComment', { person: name })}
          icon={comment.hidden ? <IconEye aria-hidden /> : <IconEyeOff aria-hidden />}
          onClick={() => onHide(!comment.hidden)}
        />
      ) : null}
      {items.length > 0 ? <Menu target={button} items={items} /> : null}
      <ConfirmDialog
        opened={asked === 'delete'}
        title={tDeeds('deleteTitle')}
        text={tDeeds('deleteText', { name })}
        action={tDeeds('delete')}
        danger
        onConfirm={() => {
          close();
          deeds.remove();
        }}
        onClose={close}
      />
      {asked === 'block' ? <BlockDialog name={name} onBlock={deeds.block} onClose={close} /> : null}
    </div>
  );
}

function useItems({
  comment,
  deeds,
  onHide,
  onMention,
  onAsk,
}: {
  comment: InboxComment;
  deeds: ReturnType<typeof useCommentDeeds>;
  onHide: (hidden: boolean) => void;
  onMention: () => void;
  onAsk: (asked: Asked) => void;
}): MenuItem[] {
  const { t } = useTranslation('inbox-deeds');
  const { liked, hidden, blocked } = comment;
  const of = (name: Parameters<typeof deedItem>[1], line: Parameters<typeof deedItem>[2]) =>
    deedItem(comment.deeds, name, line);
  const gentle = [
    ...of('mention', { label: t('mention'), icon: <IconAt aria-hidden />, run: onMention }),
    ...of('like', {
      label: t(liked ? 'unlike' : 'like'),
      icon: <IconHeart aria-hidden />,
      run: deeds.toggleLike,
    }),
    ...of('hide', {
      label: t(hidden ? 'show' : 'hide'),
      icon: hidden ? <IconEye aria-hidden /> : <IconEyeOff aria-hidden />,
      run: () => onHide(!hidden),
    }),
  ];
  const harsh = [
    ...of('delete', {
      label: t('delete'),
      icon: <IconTrash aria-hidden />,
      danger: true,
      run: () => onAsk('delete'),
    }),
    ...of('block', {
      label: t(blocked ? 'unblock' : 'block'),
      icon: blocked ? <IconUserCheck aria-hidden /> : <IconBan aria-hidden />,
      danger: !blocked,
      run: blocked ? deeds.unblock : () => onAsk('block'),
    }),
  ];
  return gentle.length > 0 && harsh.length > 0
    ? [...gentle, 'line', ...harsh]
    : [...gentle, ...harsh];
}
