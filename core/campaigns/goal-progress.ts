import type { Campaign } from '../../shared/contract/campaigns.ts';

/** How far a goal with a count is: counted where the studio sees it, else as far as the merchant says. */
export function goalProgress(
  goal: Campaign['goal'],
  counts: Pick<Campaign['counts'], 'published' | 'comments'>,
): { reached: number; count: number } | undefined {
  if (goal?.count === undefined) return undefined;
  return { reached: reachedOf(goal, counts), count: goal.count };
}

function reachedOf(
  { kind, reached = 0 }: NonNullable<Campaign['goal']>,
  counts: Pick<Campaign['counts'], 'published' | 'comments'>,
): number {
  switch (kind) {
    case 'posts':
      return counts.published;
    case 'comments':
      return counts.comments;
    case 'clicks':
    case 'sales':
    case 'answers':
    case undefined:
      return reached;
  }
}
