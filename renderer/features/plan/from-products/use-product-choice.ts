import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import type { StudioClient } from '../../../link/studio-api.ts';
import { selectRow } from '../../../ui/select-rows.ts';
import { orderProducts, type ProductOrder } from './order-products.ts';

const pageSize = 100;
/** What one series may name. */
export const mostProducts = 100;
export const notPostedDays = 30;

export type Narrowing = { inStock: boolean; onSale: boolean; notPosted: boolean };

/** Step 1: the products found, and those chosen, in the order in which they are to go out. */
export function useProductChoice(asked: string | undefined) {
  const api = useApi();
  const { client } = useStudio();
  const [text, setText] = useState('');
  const [narrowing, setNarrowing] = useState<Narrowing>(wide);
  const [picked, setPicked] = useState<readonly Product[]>([]);
  const [anchor, setAnchor] = useState<string>();
  const [order, setOrder] = useState<ProductOrder>('chosen');
  const [sought] = useDebouncedValue(text.trim(), 150);
  const wish = { text: sought, ...narrowed(narrowing) };
  const found = useInfiniteQuery(
    api.catalogue.search.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...wish, cursor, limit: pageSize }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  const pages = found.data?.pages;
  const products = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const ids = useMemo(() => new Set(picked.map((product) => product.id)), [picked]);
  const chosen = useMemo(() => orderProducts(picked, order), [picked, order]);

  useEffect(() => {
    if (!asked) return;
    void productsOf(client, asked.split(',')).then(setPicked);
  }, [client, asked]);

  const choose = (productId: string, shift: boolean) => {
    const rows = products.map((product) => product.id);
    const next = selectRow({ ids, anchor }, rows, productId, { shift, mod: true });
    const known = new Map([...picked, ...products].map((product) => [product.id, product]));
    setAnchor(next.anchor);
    setPicked([...next.ids].flatMap((id) => known.get(id) ?? []).slice(0, mostProducts));
  };
  return {
    ...{ text, setText, narrowing, setNarrowing, found, products, ids, chosen, order, setOrder },
    total: pages?.[0]?.total ?? 0,
    isNarrowed: sought !== '' || Object.values(narrowing).some(Boolean),
    choose,
    chooseAll: async () => setPicked(await allFound(client, wish)),
    chooseNone: () => setPicked([]),
  };
}

export type ProductChoice = ReturnType<typeof useProductChoice>;

const wide: Narrowing = { inStock: false, onSale: false, notPosted: false };

function narrowed({ inStock, onSale, notPosted }: Narrowing) {
  return {
    ...(inStock && { inStock }),
    ...(onSale && { onSale }),
    ...(notPosted && { notPostedDays }),
  };
}

/** All that is found, as far as one series goes. */
async function allFound(client: StudioClient, wish: { text: string }): Promise<readonly Product[]> {
  const { items } = await client.catalogue.search({ ...wish, limit: mostProducts });
  return items;
}

async function productsOf(client: StudioClient, ids: readonly string[]): Promise<Product[]> {
  const asked = ids
    .slice(0, mostProducts)
    .map((productId) => client.catalogue.get({ productId }).catch(() => undefined));
  return (await Promise.all(asked)).filter((product) => product !== undefined);
}
