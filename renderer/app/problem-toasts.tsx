import { useCallback, type ReactNode } from 'react';
import type { ShownProblem } from '../link/problem-of.ts';
import { ReportProblem } from '../link/report-problem.ts';
import { useToast } from '../ui/toast.tsx';

/** Problems of changes that show theirs nowhere else appear as toasts. */
export function ProblemToasts({ children }: { children: ReactNode }) {
  const toast = useToast();
  const report = useCallback(
    ({ title, what, todo }: ShownProblem) => toast({ title, text: `${what} ${todo}`.trim() }),
    [toast],
  );
  return <ReportProblem value={report}>{children}</ReportProblem>;
}
