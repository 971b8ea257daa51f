import './person/person.css';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonFacts } from './person/person-facts.tsx';
import { PersonOrders } from './person/person-orders.tsx';
import { PostFacts, ProductFacts } from './person/post-facts.tsx';
import type { OpenThread } from './use-open-thread.ts';

/** What the thread is about: the post, where there is one, its products with today's price and stock, and the person. */
export const ContextPane = memo(function ContextPane({
  thread,
  onInsert,
}: {
  thread: OpenThread;
  onInsert: (words: string) => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const { post, kind } = thread;
  return (
    <aside className="inbox-context" aria-label={t('context')}>
      {post ? <PostFacts post={post} postId={thread.postId} /> : null}
      {post || kind === 'message' ? null : <Unknown />}
      {post && post.products.length > 0 ? (
        <section>
          <h3>{t('products', { count: post.products.length })}</h3>
          {post.products.map((product) => (
            <ProductFacts key={product.id} product={product} onInsert={onInsert} />
          ))}
        </section>
      ) : null}
      <PersonFacts thread={thread} />
      <PersonOrders thread={thread} />
    </aside>
  );
});

function Unknown() {
  const { t } = useTranslation('inbox-ui');
  return (
    <section>
      <h3>{t('post')}</h3>
      <p className="muted">{t('postElsewhere')}</p>
    </section>
  );
}
