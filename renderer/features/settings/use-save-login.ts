import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../link/link-provider.tsx';
import type { LoginSettings } from '../../../shared/contract/accounts.ts';

/** Keeps how the shop signs in; what was kept is known to every step at once. */
export function useSaveLogin(onSaved?: (saved: LoginSettings) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation(
    api.accounts.setLoginSettings.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.accounts.loginSettings.queryKey(), saved);
        onSaved?.(saved);
      },
    }),
  );
}
