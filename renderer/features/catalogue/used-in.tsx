import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { PostState } from '../../ui/post-state.tsx';
import { Row } from '../../ui/row.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { useProductDeeds } from './use-catalogue.ts';

const mostShown = 6;

/** Posts and pictures of the studio that show the product. */
export const UsedIn = memo(function UsedIn({ productId }: { productId: string }) {
  const { t } = useTranslation('catalogue');
  const api = useApi();
  const formats = useFormats();
  const deeds = useProductDeeds();
  const { data } = useQuery(api.catalogue.usedIn.queryOptions({ input: { productId } }));
  if (!data) return null;
  const { posts, creations } = data;
  const rest = posts.length - mostShown;
  return (
    <section className="cat-used" aria-label={t('used.title')}>
      <h3>{t('used.title')}</h3>
      {posts.slice(0, mostShown).map((post) => (
        <Row key={post.postId} onClick={() => deeds.openPost(post.postId)}>
          <Thumbnail url={post.thumbUrl} widthPx={32} heightPx={40} />
          <span className="grow cut">{post.title}</span>
          <PostState state={post.state} />
          {post.at ? <span className="small muted num">{formats.date(post.at)}</span> : null}
        </Row>
      ))}
      <p className="small muted">
        {posts.length === 0 ? `${t('used.noPosts')} ` : ''}
        {rest > 0 ? `${t('used.morePosts', { count: rest })} ` : ''}
        {creations > 0 ? t('used.creations', { count: creations }) : ''}
      </p>
    </section>
  );
});
