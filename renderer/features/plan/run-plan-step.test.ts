import { expect, test } from 'vitest';
import type { ReplanMove } from '../../../shared/contract/posts.ts';
import type { PlanStep } from './plan-history.ts';
import { isEmptyStep, runPlanStep } from './run-plan-step.ts';

const now = Date.parse('2026-11-24T08:00:00Z');

/** A studio of three posts that keeps where each stands. */
function openPosts() {
  const plans = new Map<string, string | null>([
    ['a', '2026-11-26T17:30:00.000Z'],
    ['b', null],
    ['over', '2026-11-20T17:30:00.000Z'],
  ]);
  const campaigns = new Map<string, string | null>();
  const removed = new Set<string>();
  const done = { ok: true } as const;
  const client = {
    posts: {
      replan: ({ moves }: { moves: ReplanMove[] }) => {
        const moved = moves.map(({ postId, at }) => {
          const before = { postId, at: plans.get(postId) ?? null };
          plans.set(postId, at);
          return { postId, before };
        });
        return Promise.resolve({ moved, refused: [] });
      },
      remove: ({ postId }: { postId: string }) => Promise.resolve((removed.add(postId), done)),
      restore: ({ postId }: { postId: string }) => Promise.resolve((removed.delete(postId), done)),
    },
    campaigns: {
      assign: ({ moves }: { moves: { postId: string; campaignId: string | null }[] }) => {
        const before = moves.map(({ postId }) => ({
          postId,
          campaignId: campaigns.get(postId) ?? null,
        }));
        for (const { postId, campaignId } of moves) campaigns.set(postId, campaignId);
        return Promise.resolve({ before });
      },
    },
  };
  return { plans, campaigns, removed, run: (step: PlanStep) => runPlanStep(client, step, now) };
}

test('every step answers the one that takes it back', async () => {
  const { plans, campaigns, removed, run } = openPosts();
  const at = '2026-11-27T17:30:00.000Z';
  const before = new Map(plans);
  const moved = await run({ kind: 'replan', moves: ['a', 'b'].map((postId) => ({ postId, at })) });
  expect([...plans.values()].slice(0, 2)).toEqual([at, at]);
  await run(moved.back);
  expect(plans).toEqual(before);

  const assigned = await run({ kind: 'assign', moves: [{ postId: 'a', campaignId: 'c' }] });
  expect(campaigns.get('a')).toBe('c');
  await run(assigned.back);
  expect(campaigns.get('a')).toBeNull();

  const gone = await run({ kind: 'remove', postIds: ['b'] });
  expect([...removed]).toEqual(['b']);
  await run(gone.back);
  expect([...removed]).toEqual([]);
});

test('a time that is over is no way back', async () => {
  const { run } = openPosts();
  const { back, count } = await run({ kind: 'replan', moves: [{ postId: 'over', at: null }] });
  expect(count).toBe(1);
  expect(isEmptyStep(back)).toBe(true);
});
