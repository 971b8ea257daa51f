import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { CommentText } from './comment-text.tsx';
import { DeedSigns } from './deeds/deed-signs.tsx';
import { OwnMenu } from './deeds/own-menu.tsx';
import { CommentPictures } from './pictures/comment-pictures.tsx';
import { ReplyQuestion } from './reply-question.tsx';
import { ReplySign } from './reply-sign.tsx';

/** An answer of the shop: where it stands, and what can still be done about it. */
export function OwnReply({
  comment,
  now,
  waitsForEarlier,
  onEdit,
  onTake,
}: {
  comment: InboxComment;
  now: string;
  /** Another answer of this thread has to leave first. */
  waitsForEarlier: boolean;
  onEdit: () => void;
  /** Puts the words of a refused answer back into the box. */
  onTake: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const { t: tTeam } = useTranslation('inbox-team');
  const formats = useFormats();
  return (
    <li className="inbox-said inbox-mine">
      <span className="avatar inbox-shop" aria-hidden="true">
        <IconBuildingStore />
      </span>
      <div>
        <p className="inbox-who">
          <span className="inbox-name">{comment.from.name || t('us')}</span>
          <span className="small muted num">{formats.near(comment.createdAt, now)}</span>
          {comment.by ? (
            <span className="small muted">{tTeam('by', { person: comment.by.name })}</span>
          ) : null}
        </p>
        <CommentText text={comment.text} />
        {comment.pictures ? (
          <CommentPictures pictures={comment.pictures} name={comment.from.name || t('us')} isOwn />
        ) : null}
        {comment.pictureUrl === undefined ? null : (
          <span className="deed-picture">
            <Thumbnail url={comment.pictureUrl} widthPx={120} heightPx={120} />
          </span>
        )}
        {comment.question ? (
          <ReplyQuestion comment={comment} question={comment.question} onEdit={onEdit} />
        ) : (
          <p className="inbox-signs">
            <ReplySign comment={comment} waitsForEarlier={waitsForEarlier} />
            <DeedSigns comment={comment} />
            <ReplyDeeds comment={comment} onEdit={onEdit} onTake={onTake} />
          </p>
        )}
      </div>
      <OwnMenu comment={comment} />
    </li>
  );
}

function ReplyDeeds({
  comment: { outboxId, state },
  onEdit,
  onTake,
}: {
  comment: InboxComment;
  onEdit: () => void;
  onTake: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const withdraw = useChange(api.inbox.withdraw.mutationOptions());
  if (outboxId === undefined) return null;
  const isWaiting = state === 'queued' || state === 'waiting';
  if (!isWaiting && state !== 'refused') return null;
  const take = () => {
    onTake();
    withdraw.mutate({ id: outboxId });
  };
  return (
    <>
      {isWaiting ? (
        <TextButton className="small" onClick={onEdit}>
          {t('edit')}
        </TextButton>
      ) : (
        <TextButton className="small" onClick={take}>
          {t('take')}
        </TextButton>
      )}
      <TextButton className="small" onClick={() => withdraw.mutate({ id: outboxId })}>
        {t('withdraw')}
      </TextButton>
    </>
  );
}
