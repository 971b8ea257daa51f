import './approvals.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../../shared/contract/posts.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useTeam } from '../../../link/use-team.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';

type Props = {
  posts: readonly PostTile[];
  onOpen: (postId: string) => void;
  onClose: () => void;
};

/** Everything that waits for a yes, to be read and approved in one go. */
export function ApprovalsDialog({ posts, onOpen, onClose }: Props) {
  const { t } = useTranslation(['review', 'ui']);
  const api = useApi();
  const { current } = useTeam();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const approve = useChange(
    api.review.approve.mutationOptions({
      onSuccess: ({ refused }) => (refused.length === 0 ? onClose() : undefined),
    }),
  );
  const chosen = posts.filter((post) => !left.has(post.id));
  const mayApprove = current?.role === 'owner' || current?.role === 'manager';
  const toggle = (id: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <Dialog
      opened
      onClose={onClose}
      widthPx={640}
      title={t('waitingTitle')}
      footer={
        mayApprove ? (
          <Button
            kind="primary"
            size="lg"
            busy={approve.isPending}
            disabled={chosen.length === 0}
            onClick={() => approve.mutate({ postIds: chosen.map((post) => post.id) })}
          >
            {t('approveMany', { count: chosen.length })}
          </Button>
        ) : undefined
      }
    >
      <ul className="approvals">
        {posts.map((post) => (
          <li key={post.id}>
            {mayApprove ? (
              <CheckBox
                bare
                label={post.title}
                checked={!left.has(post.id)}
                onChange={() => toggle(post.id)}
              />
            ) : null}
            <Line post={post} onOpen={() => onOpen(post.id)} />
          </li>
        ))}
      </ul>
      {approve.data?.refused.map(({ postId, text }) => (
        <p key={postId}>{text}</p>
      ))}
    </Dialog>
  );
}

function Line({ post, onOpen }: { post: PostTile; onOpen: () => void }) {
  const { t } = useTranslation('review');
  const formats = useFormats();
  return (
    <>
      <Thumbnail url={post.thumbUrl} />
      <div>
        <p className="cut">{post.title}</p>
        <p className="small muted">{post.at ? formats.dateTime(post.at) : t('noDate')}</p>
      </div>
      <TextButton onClick={onOpen}>{t('look')}</TextButton>
    </>
  );
}
