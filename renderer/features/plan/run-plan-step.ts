import type { Replanned } from '../../../shared/contract/posts.ts';
import type { StudioClient } from '../../link/studio-api.ts';
import type { PlanStep } from './plan-history.ts';

export type StepOutcome = {
  /** The step that takes this one back. */
  back: PlanStep;
  moved: Replanned['moved'];
  refused: Replanned['refused'];
  /** How many posts changed. */
  count: number;
};

type PlanClient = {
  posts: Pick<StudioClient['posts'], 'replan' | 'remove' | 'restore'>;
  campaigns: Pick<StudioClient['campaigns'], 'assign'>;
};

/** Does a step in the studio and answers how to take it back. What stood at a time that is over by now
 *  cannot be put there again: it is left out of the way back. */
export async function runPlanStep(
  client: PlanClient,
  step: PlanStep,
  now: number,
): Promise<StepOutcome> {
  switch (step.kind) {
    case 'replan': {
      const { moved, refused } = await client.posts.replan({ moves: [...step.moves] });
      const back = moved
        .map(({ before }) => before)
        .filter(({ at }) => at === null || Date.parse(at) > now);
      return { back: { kind: 'replan', moves: back }, moved, refused, count: moved.length };
    }
    case 'assign': {
      const { before } = await client.campaigns.assign({ moves: [...step.moves] });
      return {
        back: { kind: 'assign', moves: before },
        moved: [],
        refused: [],
        count: before.length,
      };
    }
    case 'remove':
    case 'restore': {
      const { postIds } = step;
      for (const postId of postIds) await client.posts[step.kind]({ postId });
      const kind = step.kind === 'remove' ? 'restore' : 'remove';
      return { back: { kind, postIds }, moved: [], refused: [], count: postIds.length };
    }
  }
}

/** Whether a step would change anything at all. */
export function isEmptyStep(step: PlanStep): boolean {
  return ('moves' in step ? step.moves : step.postIds).length === 0;
}
