import { IconEyeOff, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { CommentText } from './comment-text.tsx';
import './deeds/deeds.css';
import { CommentMenu } from './deeds/comment-menu.tsx';
import { DeedSigns } from './deeds/deed-signs.tsx';
import { CommentPictures } from './pictures/comment-pictures.tsx';

/** What somebody wrote, with what can be done about it at hand. */
export function CustomerComment({
  comment,
  now,
  isVeiled,
  onHide,
  onMention,
}: {
  comment: InboxComment;
  now: string;
  /** Its pictures wait until somebody asks for them. */
  isVeiled: boolean;
  onHide: (hidden: boolean) => void;
  /** Names whoever wrote it in the reply box. */
  onMention: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const name = calmText(comment.from.name) || t('someone');
  const isDeleted = comment.state === 'deleted';
  return (
    <li className={comment.hidden || isDeleted ? 'inbox-said inbox-said-off' : 'inbox-said'}>
      <Avatar name={name} />
      <div>
        <p className="inbox-who">
          <bdi className="inbox-name">{name}</bdi>
          <span className="small muted num">{formats.near(comment.createdAt, now)}</span>
        </p>
        {comment.text === '' ? null : <CommentText text={comment.text} />}
        {comment.pictures ? (
          <CommentPictures
            pictures={comment.pictures}
            name={name}
            isVeiled={isVeiled || comment.hidden || comment.blocked === true}
          />
        ) : null}
        <CommentSigns comment={comment} />
      </div>
      {isDeleted ? null : (
        <CommentMenu comment={comment} name={name} onHide={onHide} onMention={onMention} />
      )}
    </li>
  );
}

function CommentSigns({ comment }: { comment: InboxComment }) {
  const { t } = useTranslation('inbox-ui');
  const signs = [
    ...(comment.state === 'deleted' ? [t('deleted')] : []),
    ...(comment.hidden ? [t('hidden')] : []),
  ];
  const isPrivate = comment.privateReply === 'sent' || comment.privateReply === 'waiting';
  return (
    <p className="inbox-signs">
      {signs.map((sign) => (
        <StateSign key={sign} tone="muted" icon={<IconEyeOff aria-hidden />}>
          {sign}
        </StateSign>
      ))}
      {isPrivate ? (
        <StateSign
          tone={comment.privateReply === 'sent' ? 'leaf' : 'sun'}
          icon={<IconLock aria-hidden />}
        >
          {t(`private.${comment.privateReply}`)}
        </StateSign>
      ) : null}
      <DeedSigns comment={comment} />
    </p>
  );
}
