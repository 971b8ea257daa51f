import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../shared/contract/publishing.ts';
import { useApi } from '../link/link-provider.tsx';
import { NetworkIcon } from '../ui/network-icon.tsx';
import { PostState } from '../ui/post-state.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { Thumbnail } from '../ui/thumbnail.tsx';

/** A post on its way to one network; opens its sheet. */
export function TargetLine({ target, onClose }: { target: Target; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const api = useApi();
  const navigate = useNavigate();
  const post = useQuery(api.posts.get.queryOptions({ input: { postId: target.postId } }));
  const open = () => {
    onClose();
    void navigate({ to: '/plan', search: { post: target.postId } });
  };
  return (
    <li>
      <div className="outbox-line">
        <Thumbnail url={post.data?.thumbUrl} widthPx={32} />
        <span className="outbox-words">
          <span className="cut">{post.data?.title ?? ''}</span>
          <PostState state={target.state} />
        </span>
        <NetworkIcon network={target.network} />
        <TextButton onClick={open}>{t('outbox.see')}</TextButton>
      </div>
      {target.reason ? <p className="small muted">{target.reason.text}</p> : null}
    </li>
  );
}
