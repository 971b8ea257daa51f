import { Problem } from '../../shared/contract/problem.ts';
import type { Target } from '../../shared/contract/publishing.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { instantToWall, resolveWallTime } from '../../shared/rules/zoned-time.ts';
import { chooseTime, type ChosenTime } from './choose-time.ts';
import { placePosts, plannedPosts, type PlaceNext } from './place-next.ts';
import { postFact } from './post-content.ts';
import { findPost, graceMsOf, type PostParts } from './post-parts.ts';
import type { Plan, PostRow } from './store.ts';

export type MovedPlan = { postId: string; title: string; from: number; to: number };

/** Planning posts and taking plans back. */
export function planning(parts: PostParts) {
  const { tools, store, uses } = parts;
  const changed = () => tools.events.changed('posts', 'targets');
  const zoneOf = (row: PostRow): string => uses.placeOf(row.content.accountIds).zone;

  function schedule(postId: string, chosen: ChosenTime, language: Language): Target[] {
    const row = findPost(store, postId);
    const plan = chooseTime(chosen, zoneOf(row), tools.clock.now(), language);
    refuseUnready(parts, row, plan.at, language);
    store.setPlan(postId, plan);
    uses.targets.plan(postFact(row), plan.at, graceMsOf(row, uses));
    changed();
    return uses.targets.list({ postId }, language);
  }

  function publishNow(postId: string, language: Language): Target[] {
    const row = findPost(store, postId);
    const at = tools.clock.now();
    refuseUnready(parts, row, at, language);
    const zone = zoneOf(row);
    store.setPlan(postId, { at, wall: instantToWall(at, zone), zone });
    uses.targets.plan(postFact(row), at, graceMsOf(row, uses), { now: true });
    changed();
    return uses.targets.list({ postId }, language);
  }

  /** A post of which nothing is out yet is a draft again. */
  function cancel(postId: string, language: Language): Target[] {
    findPost(store, postId);
    uses.targets.cancel(postId);
    const targets = uses.targets.list({ postId }, language);
    if (targets.every((target) => target.state === 'cancelled')) store.setPlan(postId, undefined);
    changed();
    return targets;
  }

  function remove(postId: string, language: Language): { ok: true } {
    const targets = cancel(postId, language);
    const isLeaving = (target: Target) =>
      target.state === 'cancelled' || target.handedOver?.takingBack === true;
    if (!targets.every(isLeaving)) throw new Problem('post-not-editable', { postId });
    store.setRemoved(postId, tools.clock.now());
    return { ok: true };
  }

  function restore(postId: string): { ok: true } {
    if (store.isRemoved(postId) === undefined) throw new Problem('not-found', { what: 'post' });
    store.setRemoved(postId, null);
    changed();
    return { ok: true };
  }

  const placeNext = placePosts(parts, schedule);
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();
  return {
    schedule: (
      { postId, ...chosen }: ChosenTime & { postId: string },
      clientId?: string,
      language?: Language,
    ) =>
      tools.applyOnce('posts/schedule', clientId, () => schedule(postId, chosen, spoken(language))),
    placeNext: (asked: PlaceNext, clientId?: string, language?: Language) =>
      tools.applyOnce('posts/placeNext', clientId, () => placeNext(asked, spoken(language))),
    publishNow: (postId: string, clientId?: string, language?: Language) =>
      tools.applyOnce('posts/publishNow', clientId, () => publishNow(postId, spoken(language))),
    cancel: (postId: string, clientId?: string, language?: Language) =>
      tools.applyOnce('posts/cancel', clientId, () => cancel(postId, spoken(language))),
    remove: (postId: string, clientId?: string) =>
      tools.applyOnce('posts/remove', clientId, () => remove(postId, tools.shopLanguage())),
    restore: (postId: string, clientId?: string) =>
      tools.applyOnce('posts/restore', clientId, () => restore(postId)),
    plannedBetween: plannedPosts(parts),
    /** Finds future plans anew from their wall times: zone rules may have changed since (F30). */
    realignPlans: () => tools.transact(() => realignPlans(parts)),
  };
}

/** What stands against sending the post out at all, and at that time. */
function refuseUnready(
  { uses, checkContent, checkTime }: PostParts,
  row: PostRow,
  at: number,
  language: Language,
): void {
  if (uses.targets.isLocked(row.id)) throw new Problem('already-publishing', { postId: row.id });
  const targets = uses.targets.list({ postId: row.id });
  const open = row.content.accountIds.filter(
    (id) => !targets.some((target) => target.accountId === id && target.state === 'published'),
  );
  if (row.content.accountIds.length > 0 && open.length === 0)
    throw new Problem('post-not-editable', { postId: row.id });
  const errors = [
    ...checkContent(row.content, row.id, language),
    ...checkTime(postFact(row), at, language),
  ].filter((check) => check.level === 'error');
  if (errors.length > 0)
    throw new Problem('post-refused', {
      count: errors.length,
      first: errors[0]?.text ?? '',
      checks: errors,
    });
}

function realignPlans({ tools, store, uses }: PostParts): MovedPlan[] {
  const moved: MovedPlan[] = [];
  for (const { id, title, plan } of store.planned(tools.clock.now() + 1, Number.MAX_SAFE_INTEGER)) {
    const at = plan && realigned(plan);
    if (!plan || at === undefined || uses.targets.isLocked(id)) continue;
    const row = findPost(store, id);
    store.setPlan(id, { ...plan, at });
    uses.targets.plan(postFact(row), at, graceMsOf(row, uses));
    moved.push({ postId: id, title, from: plan.at, to: at });
  }
  if (moved.length > 0) tools.events.changed('posts', 'targets');
  return moved;
}

/** The instant a plan's wall time stands for now, when that is another one than stored. */
function realigned(plan: Plan): number | undefined {
  const answer = resolveWallTime(plan.wall, plan.zone);
  switch (answer.kind) {
    case 'ok':
      return sameMinute(answer.at, plan.at) ? undefined : answer.at;
    case 'overlap':
      return [answer.earlier.at, answer.later.at].some((at) => sameMinute(at, plan.at))
        ? undefined
        : answer.chosen.at;
    case 'gap':
      return sameMinute(answer.alternatives[0].at, plan.at) ? undefined : answer.alternatives[0].at;
    case 'unreadable':
      return undefined;
  }
}

/** A plan made from an instant may carry milliseconds that its wall time leaves out. */
function sameMinute(one: number, other: number): boolean {
  return Math.abs(one - other) < 60_000;
}
