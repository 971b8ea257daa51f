import { useQueryClient } from '@tanstack/react-query';
import { useApi } from './link-provider.tsx';
import { useChange } from './use-change.ts';

/** Leaves practice for the merchant's own folder. The practice shop stays as it is. */
export function useOpenOwnShop(): () => void {
  const api = useApi();
  const queries = useQueryClient();
  const open = useChange(
    api.app.openOwnShop.mutationOptions({ onSuccess: () => void queries.invalidateQueries() }),
  );
  return () => open.mutate(undefined);
}
