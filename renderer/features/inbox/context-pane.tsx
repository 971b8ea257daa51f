import { IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import type { StudioClient } from '../../link/studio-api.ts';
import { useNow } from '../../link/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { calmText } from './calm-text.ts';
import type { OpenThread } from './use-open-thread.ts';

type Post = NonNullable<OpenThread['post']>;

/** What the thread is about: the post, its products with today's price and stock, and the person. */
export function ContextPane({
  thread,
  onInsert,
}: {
  thread: OpenThread;
  onInsert: (words: string) => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const { post } = thread;
  return (
    <aside className="inbox-context" aria-label={t('context')}>
      {post ? <PostFacts post={post} postId={thread.postId} /> : <Unknown />}
      {post && post.products.length > 0 ? (
        <section>
          <h3>{t('products', { count: post.products.length })}</h3>
          {post.products.map((product) => (
            <ProductFacts key={product.id} product={product} onInsert={onInsert} />
          ))}
        </section>
      ) : null}
      <PersonFacts thread={thread} />
    </aside>
  );
}

function Unknown() {
  const { t } = useTranslation('inbox-ui');
  return (
    <section>
      <h3>{t('post')}</h3>
      <p className="muted">{t('postElsewhere')}</p>
    </section>
  );
}

function PostFacts({ post, postId }: { post: Post; postId: string | undefined }) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
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
    </section>
  );
}

function ProductFacts({
  product,
  onInsert,
}: {
  product: Post['products'][number];
  onInsert: (words: string) => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const { link } = product;
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
        <dd>{product.stock > 0 ? t('inStock', { count: product.stock }) : t('soldOut')}</dd>
      </dl>
      {link === undefined ? null : (
        <Button icon={<IconLink aria-hidden />} onClick={() => onInsert(link)}>
          {t('insertLink')}
        </Button>
      )}
    </div>
  );
}

function PersonFacts({ thread }: { thread: OpenThread }) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const now = useNow();
  const api = useApi();
  const { threadId } = thread;
  const person = useQuery(api.inbox.person.queryOptions({ input: { threadId } })).data;
  const last = thread.comments.findLast((comment) => !comment.mine);
  return (
    <section>
      <h3>{t('person')}</h3>
      <dl className="inbox-facts num">
        <dt>{t('since')}</dt>
        <dd>{person ? formats.dateTime(person.firstAt, now) : null}</dd>
        <dt>{t('exchanges')}</dt>
        <dd>{person ? t('threadsOf', { count: person.threads }) : null}</dd>
        <dt>{t('last')}</dt>
        <dd>{formats.near(last?.createdAt ?? thread.lastAt, now)}</dd>
      </dl>
      {person && person.others.length > 0 ? <OtherThreads others={person.others} /> : null}
    </section>
  );
}

type Others = Awaited<ReturnType<StudioClient['inbox']['person']>>['others'];

/** What the person wrote under other posts, one press away. */
function OtherThreads({ others }: { others: Others }) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  return (
    <>
      <h4 className="small muted">{t('others')}</h4>
      <ul className="inbox-others">
        {others.map(({ threadId, snippet, lastAt, post }) => (
          <li key={threadId}>
            <button
              type="button"
              className="inbox-other"
              onClick={() => void navigate({ to: '/inbox', search: { thread: threadId } })}
            >
              <bdi className="cut">{calmText(snippet)}</bdi>
              <span className="small muted num">
                {formats.near(lastAt, now)}
                {post ? ` · ${post}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
