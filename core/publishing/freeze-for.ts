import type { AccountFact, PostFact } from '../../shared/facts.ts';
import { handOverWindow } from '../../shared/rules/hand-over-window.ts';
import type { EngineParts } from './engine-parts.ts';
import { freezeContent, type Freeze } from './frozen-content.ts';
import { recipes } from './recipes/recipes.ts';

const longestLeadMs = 45 * 60_000;
/** Who changes a planned post often changes it again: it is handed over when the words have settled. */
const settlingMs = 10_000;

/** The copy of a post for an account, with the way it goes out when it is due at `dueAt`. */
export function freezeFor(
  parts: EngineParts,
  post: PostFact,
  account: AccountFact,
  dueAt: number,
): Freeze {
  const freeze = freezeContent(post, account, parts.uses.readAsset);
  if (!freeze.ok || freeze.content.recipe !== 'facebook-post') return freeze;
  const wants = post.handOver ?? parts.preferences.read().handOver;
  const isAhead = dueAt - parts.now() >= handOverWindow.nearestMs;
  if (!wants || !isAhead) return freeze;
  return { ok: true, content: { ...freeze.content, recipe: 'facebook-scheduled' } };
}

/** When the work for a target due at `dueAt` begins; later when it `wasChanged` just now. */
export function startAt(
  parts: EngineParts,
  post: PostFact,
  account: AccountFact,
  dueAt: number,
  wasChanged: boolean,
): number {
  const freeze = freezeFor(parts, post, account, dueAt);
  const recipe = freeze.ok ? recipes[freeze.content.recipe] : undefined;
  const now = parts.now();
  const pauseMs = wasChanged && recipe?.handsOver ? settlingMs : 0;
  return Math.max(dueAt - (recipe?.leadMs ?? longestLeadMs), now + pauseMs);
}
