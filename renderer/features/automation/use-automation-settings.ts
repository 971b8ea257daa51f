import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';

/** What holds for all rules; undefined until it is known. */
export function useAutomationSettings() {
  const api = useApi();
  const queries = useQueryClient();
  const settings = useQuery(api.automation.settings.queryOptions({ input: {} })).data;
  const save = useChange(
    api.automation.saveSettings.mutationOptions({
      onSuccess: (saved) =>
        queries.setQueryData(api.automation.settings.queryKey({ input: {} }), saved),
    }),
  );
  return { settings, save: save.mutate, isSaving: save.isPending };
}
