import type { Language } from '../../shared/contract/shapes.ts';
import { targetState } from '../../shared/contract/shapes.ts';
import type { Target } from '../../shared/contract/publishing.ts';
import type { PublishedPostFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { bringForward, createSetBackWatch } from './after-clock-change.ts';
import { recoverAfterStart } from './advance-target.ts';
import { createAnswering, isAsking } from './answering.ts';
import { createChanging, followChange } from './change-published.ts';
import { createEngineParts, type EngineParts } from './engine-parts.ts';
import type { AtPoint } from '../db/kill-point.ts';
import { dayLimitOf, fullDays } from './day-limit.ts';
import { createLanes } from './lanes.ts';
import { createPlanning } from './planning.ts';
import { presentTarget } from './present-target.ts';
import type { Publishing, PublishingCounts, TargetFilter } from './publishing-port.ts';
import type { PublishingUses } from './publishing-uses.ts';
import { createSelfWaking } from './self-waking.ts';
import type { TargetRow } from './store.ts';

export type EngineOptions = {
  random?: () => number;
  atPoint?: AtPoint;
  /** A clock that only runs forward, in ms: what a jump of the other one is told by. */
  steady?: () => number;
};

/** The engine: posts planned for accounts are published at most once each, and never in silence. What
 *  an earlier run left in the middle of a visible call becomes `uncertain` before anything else. */
export function createPublishing(
  tools: FeatureTools,
  uses: PublishingUses,
  options: EngineOptions = {},
): Publishing {
  const parts: EngineParts = {
    ...createEngineParts(tools, uses, options),
    afterMove: (row) => followChange(parts, row),
  };
  const wasSetBack = createSetBackWatch();
  const steady = options.steady ?? (() => performance.now());
  recoverAfterStart(parts);
  const lanes = createLanes(parts);
  const waking = createSelfWaking(parts, tick);
  const planning = createPlanning(parts);
  const answering = createAnswering(parts);
  const changing = createChanging(parts);

  async function tick(now: number): Promise<void> {
    parts.clockGuard.noteTick(now, steady());
    if (wasSetBack(now)) bringForward(parts, now);
    const round = lanes.round(now);
    // Armed before the round ends: a slow upload of one account must not hold up the others.
    waking.arm();
    await round;
    waking.arm();
  }

  const list = (filter: TargetFilter, language?: Language): Target[] =>
    findRows(parts, filter).map((row) => presentTarget(parts, row, language));

  function change(name: string, clientId: string | undefined, work: () => string): Target[] {
    const postId = tools.applyOnce(name, clientId, work);
    waking.soon();
    return list({ postId });
  }

  return {
    plan(post, dueAt, graceMs, planOptions) {
      planning.plan(post, dueAt, graceMs, planOptions);
      waking.soon();
      return list({ postId: post.id });
    },
    cancel(postId) {
      planning.cancel(postId);
      waking.soon();
      return list({ postId });
    },
    list,
    isLocked: planning.isLocked,
    fullDays: (post, at) => fullDays(parts, post, at),
    dayLimitOf: (accountId) => dayLimitOf(parts, accountId),
    answer({ targetId, answer, clientId }) {
      const postId = tools.applyOnce('publishing/answer', clientId, () =>
        answering.answer(targetId, answer),
      );
      waking.soon();
      return list({ postId });
    },
    retry({ targetId, clientId }) {
      const postId = tools.applyOnce('publishing/retry', clientId, () => answering.retry(targetId));
      waking.soon();
      return list({ postId });
    },
    changeText: ({ targetId, text, clientId }) =>
      change('publishing/changeText', clientId, () => changing.changeText(targetId, text)),
    deletePublished: ({ targetId, clientId }) =>
      change('publishing/deletePublished', clientId, () => changing.deletePublished(targetId)),
    cancelChange: ({ targetId, clientId }) =>
      change('publishing/cancelChange', clientId, () => changing.cancelChange(targetId)),
    preferences: parts.preferences,
    setPreferences(wanted) {
      tools.events.changed('targets');
      return parts.preferences.change(wanted);
    },
    counts: () => countTargets(parts),
    readPublished(accountId, remoteId) {
      const row = parts.targets.byRemoteId(accountId, remoteId);
      return row && publishedFact(parts, row);
    },
    listPublished: (accountId, sinceAt = 0) =>
      parts.targets
        .publishedSince(accountId, sinceAt)
        .flatMap((row) => publishedFact(parts, row) ?? []),
    releaseAccount(accountId) {
      const codes = ['sign-in', 'permission', 'restricted'];
      release(parts, (row, code) => row.accountId === accountId && codes.includes(code));
      waking.soon();
    },
    stateOf: (targetId) => parts.targets.find(targetId)?.progress.state,
    releasePictures() {
      release(parts, (_row, code) => code === 'picture-store');
      waking.soon();
    },
    haltedBy: () => parts.halt.code(),
    tick,
    wake: () => waking.now(),
    start: () => waking.start(),
    async close() {
      waking.stop();
      await lanes.stop(10_000);
    },
  };
}

function findRows(parts: EngineParts, filter: TargetFilter): TargetRow[] {
  const { targets } = parts;
  const { accountId, state } = filter;
  const postIds = filter.postIds ?? (filter.postId === undefined ? undefined : [filter.postId]);
  const candidates = (): TargetRow[] => {
    if (postIds) return postIds.flatMap((postId) => targets.ofPost(postId));
    if (state !== undefined) return targets.ofState(state);
    return accountId === undefined ? targets.all() : targets.ofAccount(accountId);
  };
  return candidates().filter(
    (row) =>
      row.role === 'post' &&
      (accountId === undefined || row.accountId === accountId) &&
      (state === undefined || row.progress.state === state),
  );
}

function countTargets(parts: EngineParts): PublishingCounts {
  const none = Object.fromEntries(targetState.options.map((state) => [state, 0]));
  const counted = Object.fromEntries(parts.targets.counts().map(({ state, n }) => [state, n]));
  const asking = parts.targets.inState('uncertain').filter(isAsking).length;
  return { ...none, ...counted, asking } as PublishingCounts;
}

function publishedFact(parts: EngineParts, row: TargetRow): PublishedPostFact | undefined {
  const { content, publishedAt, remoteId } = row;
  if (!content || publishedAt === undefined || !remoteId) return undefined;
  const assets = content.media.map((medium) => parts.uses.readAsset(medium.assetId));
  const tagged = content.media.flatMap((medium) => medium.tags.map((tag) => tag.productId));
  const shown = assets.flatMap((asset) => asset?.productIds ?? []);
  const thumbUrl = assets[0]?.thumbUrl;
  return {
    postId: row.postId,
    accountId: row.accountId,
    remoteId,
    publishedAt,
    title: content.title,
    caption: content.text,
    productIds: [...new Set([...tagged, ...shown])],
    ...(row.permalink ? { permalink: row.permalink } : {}),
    ...(thumbUrl ? { thumbUrl } : {}),
    pictureUrls: assets.flatMap((asset) => asset?.thumbUrl ?? []),
  };
}

function release(parts: EngineParts, isFree: (row: TargetRow, code: string) => boolean): void {
  for (const row of parts.targets.inState('waiting')) {
    if (row.progress.state !== 'waiting' || !isFree(row, row.progress.why.code)) continue;
    parts.targets.lookAt(row.id, parts.now());
  }
}
