import { useQuery } from '@tanstack/react-query';
import { useApi } from './link-provider.tsx';
import { useChange } from './use-change.ts';

/** How far a file of comments is written, and what can be done about it. */
export function useFileRun(runId: string) {
  const api = useApi();
  const { data: run } = useQuery(api.records.run.queryOptions({ input: { runId } }));
  const canShow = useQuery(api.records.outlook.queryOptions()).data?.canShow === true;
  const cancel = useChange(api.records.cancel.mutationOptions());
  const show = useChange(api.records.show.mutationOptions());
  return {
    /** Undefined until it is known. */
    run,
    onCancel: () => cancel.mutate({ runId }),
    /** Undefined where the studio's machine has no file window to open. */
    onShow: canShow ? () => show.mutate({ runId }) : undefined,
  };
}
