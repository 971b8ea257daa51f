import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import type { ShownProblem } from '../../link/problem-of.ts';
import type { ConnectFlow } from './connect-flow.ts';

export type Begin = { again: boolean; onFlow: (flow: ConnectFlow) => void };

/** Opens the login where the person answers it, and goes on to waiting for the answer. */
export function useBeginLogin({ again, onFlow }: Begin): {
  begin: () => void;
  busy: boolean;
  problem: ShownProblem | undefined;
} {
  const api = useApi();
  const problem = useProblem();
  const login = useMutation(
    api.accounts.beginLogin.mutationOptions({
      onSuccess: (opened) => {
        if (opened.opens === 'tab') openTab(opened.loginUrl);
        onFlow({ at: 'wait', login: opened });
      },
    }),
  );
  return {
    begin: () => login.mutate(again ? { again } : {}),
    busy: login.isPending,
    problem: login.error ? problem(login.error) : undefined,
  };
}

/** Without a hand on this window: the page that opens belongs to somebody else. */
function openTab(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}
