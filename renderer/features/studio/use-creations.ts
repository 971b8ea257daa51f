import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../link/link-provider.tsx';

/** How much there is in the gallery, for the head of the page. */
export function useCreationCount(): number | undefined {
  const api = useApi();
  const found = useQuery(api.library.outline.queryOptions({ input: {} }));
  return found.data?.total;
}
