import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FilmSummary } from '../../../../shared/contract/films.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { usePreparePosts } from '../use-prepare-posts.ts';
import { filmDraft } from './film-draft.ts';

/** As many as one order names. */
const mostFilms = 60;

/** Films begun together, in the order of their products. */
export function useFilmBatch(batchId: string) {
  const api = useApi();
  const found = useQuery(api.films.list.queryOptions({ input: { batchId, limit: mostFilms } }));
  // Ids are in order of time.
  const items = found.data?.items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) ?? [];
  return { ...found, items };
}

/** What is done to films of a list. */
export function useFilmsDeeds() {
  const api = useApi();
  const queries = useQueryClient();
  const posts = usePreparePosts();
  const again = useChange(api.films.again.mutationOptions());
  const stop = useChange(api.films.stop.mutationOptions());
  const idsOf = (items: readonly FilmSummary[]) => items.slice(0, mostFilms).map(({ id }) => id);
  const productsOf = async (items: readonly FilmSummary[]) => {
    const ids = new Set(items.flatMap(({ productIds = [] }) => productIds));
    const asked = [...ids].map((productId) =>
      queries.fetchQuery(api.catalogue.get.queryOptions({ input: { productId } })),
    );
    const answers = await Promise.allSettled(asked);
    const known = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    return new Map(known.map((product) => [product.id, product]));
  };
  return {
    isBusy: again.isPending || stop.isPending || posts.isBusy,
    again: (items: readonly FilmSummary[]) => again.mutate({ filmIds: idsOf(items) }),
    stop: (items: readonly FilmSummary[]) => stop.mutate({ filmIds: idsOf(items) }),
    /** One post for each film of which there is a file, in the order given. */
    async prepare(items: readonly FilmSummary[], open: 'plan' | 'placed' | 'post') {
      const products = await productsOf(items);
      await posts.prepare(
        (accounts) =>
          items.flatMap(({ files = [], productIds = [], cover }) => {
            const [file] = files;
            const own = productIds.flatMap((id) => products.get(id) ?? []);
            return file ? [filmDraft(cover, file, own, accounts)] : [];
          }),
        open,
      );
    },
  };
}
export type FilmsDeeds = ReturnType<typeof useFilmsDeeds>;
