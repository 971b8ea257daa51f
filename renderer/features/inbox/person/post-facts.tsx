import { IconLink } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { StateSign } from '../../../ui/state-sign.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import type { OpenThread } from '../use-open-thread.ts';

type Post = NonNullable<OpenThread['post']>;

/** More pictures than these stand in the post itself. */
const mostPictures = 5;

/** The post a thread stands under, as it went out. */
export function PostFacts({ post, postId }: { post: Post; postId: string | undefined }) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  const others = post.pictureUrls?.slice(1, mostPictures) ?? [];
  return (
    <section>
      <h3>{t('post')}</h3>
      <div className="inbox-post">
        <Thumbnail url={post.thumbUrl} widthPx={88} />
        <div>
          <p className="inbox-caption">{post.caption || post.title}</p>
          <p className="small muted num">
            {post.publishedAt ? formats.dateTime(post.publishedAt, now) : null}
          </p>
          <p className="inbox-post-links small">
            {postId ? (
              <TextButton onClick={() => void navigate({ to: '/plan', search: { post: postId } })}>
                {t('openPost')}
              </TextButton>
            ) : null}
            {post.permalink ? <TextLink href={post.permalink}>{t('seePost')}</TextLink> : null}
          </p>
        </div>
      </div>
      {others.length > 0 ? (
        <div className="inbox-pictures">
          {others.map((url, index) => (
            <Thumbnail key={index} url={url} widthPx={48} heightPx={60} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** A product of the post, with today's price and stock. */
export function ProductFacts({
  product,
  onInsert,
}: {
  product: Post['products'][number];
  onInsert: (words: string) => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const { t: tTeam } = useTranslation('inbox-team');
  const formats = useFormats();
  const now = useNow();
  const { link, editedSince } = product;
  return (
    <div className="inbox-product">
      <p className="inbox-product-name">
        <Thumbnail url={product.thumbUrl} widthPx={40} heightPx={40} />
        <span className="grow">
          <span className="inbox-block">{product.title}</span>
          <span className="small muted num">{product.sku}</span>
        </span>
      </p>
      <dl className="inbox-facts num">
        <dt>{t('price')}</dt>
        <dd className="inbox-name">{formats.money(product.price, product.currency)}</dd>
        <dt>{t('stock')}</dt>
        <dd>
          <StateSign tone={product.stock > 0 ? 'leaf' : 'berry'}>
            {product.stock > 0 ? t('inStock', { count: product.stock }) : t('soldOut')}
          </StateSign>
        </dd>
      </dl>
      {editedSince === undefined ? null : (
        <p className="small inbox-edited">
          {tTeam('product.edited', { when: formats.near(editedSince, now) })}
        </p>
      )}
      {link === undefined ? null : (
        <Button icon={<IconLink aria-hidden />} onClick={() => onInsert(link)}>
          {t('insertLink')}
        </Button>
      )}
    </div>
  );
}
