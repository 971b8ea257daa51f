import {
  useMutation,
  type DefaultError,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useContext } from 'react';
import { ReportProblem } from './report-problem.ts';
import { useProblem } from './use-problem.ts';

/** A change whose problem is shown as a toast unless `onError` shows it elsewhere:
 *  `const remove = useChange(api.posts.remove.mutationOptions())`, `remove.mutate({ postId })`. */
export function useChange<Output, Failure, Input, Context>(
  options: UseMutationOptions<Output, Failure, Input, Context>,
): UseMutationResult<Output, Failure, Input, Context> {
  const report = useContext(ReportProblem);
  const problem = useProblem();
  return useMutation<Output, Failure, Input, Context>({
    onError: (error: Failure | DefaultError) => report(problem(error)),
    ...options,
  });
}
