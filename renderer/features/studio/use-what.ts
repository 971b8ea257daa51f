import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import type { StudioClient } from '../../link/studio-api.ts';
import { selectRow } from '../../ui/select-rows.ts';

const pageSize = 100;
/** What one order may name. */
export const mostProducts = 500;

/** Step 1: the products found, and those chosen in the order of choosing. */
export function useWhat() {
  const api = useApi();
  const { client } = useStudio();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Product[]>([]);
  const [anchor, setAnchor] = useState<string>();
  const [sought] = useDebouncedValue(text.trim(), 150);
  const found = useInfiniteQuery(
    api.catalogue.search.infiniteOptions({
      input: (cursor: string | undefined) => ({ text: sought, cursor, limit: pageSize }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  const pages = found.data?.pages;
  const products = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const fresh = useMemo(() => freshest(chosen, products), [chosen, products]);
  const ids = useMemo(() => new Set(fresh.map((product) => product.id)), [fresh]);

  const choose = (productId: string, shift: boolean) => {
    const order = products.map((product) => product.id);
    const next = selectRow({ ids, anchor }, order, productId, { shift, mod: true });
    const known = new Map([...fresh, ...products].map((product) => [product.id, product]));
    setAnchor(next.anchor);
    setChosen([...next.ids].flatMap((id) => known.get(id) ?? []).slice(0, mostProducts));
  };
  const chooseAll = async () => setChosen(await allFound(client, sought));
  const chooseNone = () => setChosen([]);
  const chooseIds = useCallback(
    async (wanted: readonly string[]) => setChosen(await productsOf(client, wanted)),
    [client],
  );
  return {
    ...{ text, setText, isSearch: sought !== '', found, products },
    ...{ total: pages?.[0]?.total ?? 0, chosen: fresh, ids },
    ...{ choose, chooseAll, chooseNone, chooseIds },
  };
}

export type What = ReturnType<typeof useWhat>;

/** What was chosen earlier as the catalogue tells of it now. */
function freshest(chosen: readonly Product[], found: readonly Product[]): readonly Product[] {
  const known = new Map(found.map((product) => [product.id, product]));
  return chosen.map((product) => known.get(product.id) ?? product);
}

/** Everything that the words find, as far as one order goes. */
async function allFound(client: StudioClient, text: string): Promise<Product[]> {
  const all: Product[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.catalogue.search({ text, cursor, limit: 200 });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && all.length < mostProducts);
  return all.slice(0, mostProducts);
}

/** The products with these ids; those that have gone are left out. */
async function productsOf(client: StudioClient, ids: readonly string[]): Promise<Product[]> {
  const asked = ids.slice(0, mostProducts).map(async (productId) => {
    try {
      return await client.catalogue.get({ productId });
    } catch {
      return undefined;
    }
  });
  return (await Promise.all(asked)).filter((product) => product !== undefined);
}
