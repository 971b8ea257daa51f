import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useApi } from '../../link/link-provider.tsx';
import { noSelection, type Selection } from '../../ui/select-rows.ts';

export type Filter = 'all' | 'low-stock' | 'no-photo' | 'never-posted';
export type View = 'table' | 'grid';

const rememberedView = 'vitrine-catalogue-view';
const pageSize = 100;

/** What the catalogue shows: words, filter and view, the products found so far, and those chosen. */
export function useCatalogue() {
  const api = useApi();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [view, setViewState] = useState<View>(firstView);
  const [selection, setSelection] = useState<Selection>(noSelection);
  const [sought] = useDebouncedValue(text, 150);
  const found = useInfiniteQuery(
    api.catalogue.search.infiniteOptions({
      input: (cursor: string | undefined) => ({ text: sought, filter, cursor, limit: pageSize }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  const counts = useQuery(api.catalogue.counts.queryOptions());
  const pages = found.data?.pages;
  const products = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const setView = (next: View) => {
    window.localStorage.setItem(rememberedView, next);
    setViewState(next);
  };
  return {
    text,
    setText,
    filter,
    setFilter: (next: Filter) => setFilter(next === filter ? 'all' : next),
    view,
    setView,
    selection,
    setSelection,
    found,
    products,
    total: pages?.[0]?.total ?? 0,
    counts: counts.data,
  };
}

export type Catalogue = ReturnType<typeof useCatalogue>;

function firstView(): View {
  return window.localStorage.getItem(rememberedView) === 'grid' ? 'grid' : 'table';
}

/** The open product stands in the address, so that other screens can lead to it. */
export function useProductAddress() {
  const navigate = useNavigate();
  const { product } = useSearch({ strict: false });
  return {
    productId: product,
    open: (id: string) => void navigate({ to: '/catalogue', search: { product: id } }),
    close: () => void navigate({ to: '/catalogue', search: {} }),
  };
}

/** Ways from a product to the screens that make something of it. */
export function useProductDeeds() {
  const navigate = useNavigate();
  return {
    makePictures: (productIds: readonly string[]) =>
      void navigate({ to: '/studio', search: { products: productIds.join(',') } }),
    preparePosts: (productIds: readonly string[]) =>
      void navigate({ to: '/plan/from-products', search: { products: productIds.join(',') } }),
    publish: (productId: string, assetId: string | undefined) =>
      void navigate({
        to: '/plan',
        search: { new: '1', product: productId, ...(assetId && { assets: assetId }) },
      }),
    openPost: (postId: string) => void navigate({ to: '/plan', search: { post: postId } }),
  };
}
