import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { Row } from '../../ui/row.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';

/** Posts that wait for the yes of whoever is at the computer. */
export function Approvals({ posts }: { posts: readonly PostTile[] }) {
  const { t } = useTranslation('today-ui');
  const formats = useFormats();
  const navigate = useNavigate();
  return (
    <section id="approvals" className="today-part" tabIndex={-1} aria-labelledby="approvals-title">
      <div className="today-part-head">
        <h2 id="approvals-title">{t('approvals')}</h2>
      </div>
      {posts.map((post) => (
        <Row
          key={post.id}
          onClick={() => void navigate({ to: '/plan', search: { post: post.id } })}
        >
          <Thumbnail url={post.thumbUrl} widthPx={28} heightPx={28} />
          <span className="cut grow">{post.title}</span>
          <NetworkIcon network={post.networks} />
          <span className="small muted num">
            {post.at ? formats.dateTime(post.at) : t('noDate')}
          </span>
        </Row>
      ))}
    </section>
  );
}
