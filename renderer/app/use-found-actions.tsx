import { useDebouncedValue } from '@mantine/hooks';
import { IconMessageCircle } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PostTile } from '../../shared/contract/posts.ts';
import { calmText } from '../../shared/rules/calm-text.ts';
import { useFormats } from '../link/formats-context.tsx';
import { useApi } from '../link/link-provider.tsx';
import { useNow } from '../link/use-now.ts';
import { Thumbnail } from '../ui/thumbnail.tsx';
import type { PaletteAction } from './palette-action.ts';

/** Products, posts and threads in which `text` stands. */
export function useFoundActions(text: string): PaletteAction[] {
  const [settled] = useDebouncedValue(text, 150);
  const posts = useFoundPosts(settled);
  const products = useFoundProducts(settled);
  const threads = useFoundThreads(settled);
  return settled === '' || text === '' ? [] : [...products, ...posts, ...threads];
}

function useFoundProducts(text: string): PaletteAction[] {
  const api = useApi();
  const navigate = useNavigate();
  const formats = useFormats();
  const found = useQuery(
    api.catalogue.search.queryOptions({
      input: { text, limit: 5 },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  );
  return (found.data?.items ?? []).map((product) => ({
    id: `product-${product.id}`,
    group: 'products',
    label: product.title,
    about: `${product.sku}, ${formats.money(product.price, product.currency)}`,
    icon: <Thumbnail url={product.photos[0]?.thumbUrl} widthPx={28} />,
    run: () => void navigate({ to: '/catalogue', search: { product: product.id } }),
  }));
}

function useFoundThreads(text: string): PaletteAction[] {
  const api = useApi();
  const navigate = useNavigate();
  const found = useQuery(
    api.inbox.threads.queryOptions({
      input: { text, limit: 5 },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  );
  return (found.data?.items ?? []).map((thread) => ({
    id: `thread-${thread.threadId}`,
    group: 'threads',
    label: calmText(thread.person.name),
    about: calmText(thread.snippet),
    icon: <IconMessageCircle />,
    run: () => void navigate({ to: '/inbox', search: { thread: thread.threadId } }),
  }));
}

const dayMs = 86_400_000;

/** Posts of half a year around today, and drafts; the titles are few enough to be looked through. */
function useFoundPosts(text: string): PaletteAction[] {
  const api = useApi();
  const navigate = useNavigate();
  const formats = useFormats();
  const today = Math.floor(Date.parse(useNow()) / dayMs) * dayMs;
  const range = {
    from: new Date(today - 90 * dayMs).toISOString(),
    to: new Date(today + 90 * dayMs).toISOString(),
  };
  const planned = useQuery(api.posts.calendar.queryOptions({ input: range, enabled: text !== '' }));
  const drafts = useQuery(
    api.posts.drafts.queryOptions({ input: { limit: 100 }, enabled: text !== '' }),
  );
  const all: PostTile[] = [...(drafts.data?.items ?? []), ...(planned.data?.items ?? [])];
  const wanted = text.toLocaleLowerCase();
  return all
    .filter((post) => post.title.toLocaleLowerCase().includes(wanted))
    .slice(0, 5)
    .map((post) => ({
      id: `post-${post.id}`,
      group: 'posts',
      label: post.title,
      ...(post.at ? { about: formats.dateTime(post.at) } : {}),
      icon: <Thumbnail url={post.thumbUrl} widthPx={28} />,
      run: () => void navigate({ to: '/plan', search: { post: post.id } }),
    }));
}
