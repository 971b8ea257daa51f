import { openClient, readHold } from './account-readiness.ts';
import { move, type EngineParts } from './engine-parts.ts';
import { liveDifferences } from './live-differences.ts';
import { afterReading, firstLookAt, type LiveReading, type LiveRecord } from './live-record.ts';
import { createRecipeContext } from './recipe-context.ts';
import { liveReaders } from './recipes/read-live.ts';
import type { Followed, RecipeContext } from './recipes/recipe.ts';
import { recipes } from './recipes/recipes.ts';
import { announce } from './settle-call.ts';
import type { TargetRow } from './store.ts';
import type { ProgressOf } from './target-progress.ts';

const addressDelaysMs = [5_000, 30_000, 120_000, 600_000, 3_600_000];

/** What comes after publishing, as often as it takes: address and id of what is there, and whether it is
 *  as planned. Nothing depends on it: failing leaves it published (F54). */
export async function followPublished(
  parts: EngineParts,
  row: TargetRow,
  progress: ProgressOf<'published'>,
): Promise<void> {
  if (row.role !== 'post' || row.removedAt !== undefined) {
    parts.targets.saveProgress(row.id, row.claim, progress, undefined);
    return;
  }
  const context = await openContext(parts, row);
  const wantsAddress = !row.remoteId || !row.permalink;
  const found = wantsAddress ? await readAddress(context, row) : undefined;
  const remoteId = found?.remoteId ?? row.remoteId;
  const isLiveDue = liveDueAt(row, parts.now()) <= parts.now();
  const reading = isLiveDue ? await readLive(context, remoteId) : undefined;
  const addressed = { ...row, remoteId, permalink: found?.permalink ?? row.permalink };
  parts.tools.transact(() => keep(parts, addressed, row, { progress, found, reading }));
}

type Findings = {
  progress: ProgressOf<'published'>;
  found: Followed | undefined;
  reading: LiveReading | undefined;
};

function keep(
  parts: EngineParts,
  row: TargetRow,
  before: TargetRow,
  { progress, found, reading }: Findings,
): void {
  const now = parts.now();
  const live = reading ? afterReading(row.live, reading, situation(row, now)) : row.live;
  const addressAt = row.remoteId && row.permalink ? undefined : addressDelaysMs[progress.tries];
  const times = [
    ...(addressAt === undefined ? [] : [now + addressAt]),
    ...liveTimes(row, live, now),
  ];
  const nextAt = times.length === 0 ? undefined : Math.min(...times);
  if (!move(parts, before, { type: 'followed' }, nextAt)) return;
  if (found) {
    parts.targets.savePublication(row.id, now, found.remoteId, found.permalink);
    if (found.remoteId && found.remoteId !== before.remoteId) {
      announce(parts, before, found.remoteId);
    }
  }
  if (reading && live) parts.targets.saveLive(row.id, live);
  if (found?.permalink || found?.remoteId || isNewsOf(before.live, live)) {
    parts.tools.events.changed('targets', 'posts');
  }
}

/** A post whose id is unknown has nothing to read back yet. */
function liveTimes(row: TargetRow, live: LiveRecord | undefined, now: number): number[] {
  if (!row.remoteId || !liveReaders[row.content?.recipe ?? 'first-comment']) return [];
  const at = live ? live.nextAt : liveDueAt(row, now);
  return at === undefined ? [] : [Math.max(at, now)];
}

function liveDueAt(row: TargetRow, now: number): number {
  return row.live ? (row.live.nextAt ?? Infinity) : firstLookAt(row.publishedAt ?? now);
}

function situation(row: TargetRow, now: number) {
  const isStory = row.content?.recipe.endsWith('-story') ?? false;
  return { now, publishedAt: row.publishedAt ?? now, isStory };
}

function isNewsOf(before: LiveRecord | undefined, after: LiveRecord | undefined): boolean {
  const shown = (record: LiveRecord | undefined) =>
    JSON.stringify([record?.checkedAt !== undefined, record?.differences, record?.isGone]);
  return shown(before) !== shown(after);
}

async function openContext(parts: EngineParts, row: TargetRow): Promise<RecipeContext | undefined> {
  const account = parts.uses.readAccount(row.accountId);
  if (!account || !row.content || readHold(parts, account)) return undefined;
  const opened = await openClient(parts, row.accountId);
  if (!opened.ok) return undefined;
  return createRecipeContext(parts, { ...row, content: row.content }, account, opened.client);
}

async function readAddress(
  context: RecipeContext | undefined,
  row: TargetRow,
): Promise<Followed | undefined> {
  return context && recipes[context.content.recipe].follow(context, row.remoteId);
}

async function readLive(
  context: RecipeContext | undefined,
  remoteId: string | undefined,
): Promise<LiveReading | undefined> {
  if (!context) return { kind: 'not-asked' };
  const read = liveReaders[context.content.recipe];
  if (!read || !remoteId) return undefined;
  const sight = await read(context, remoteId);
  if (sight.kind !== 'seen') return { kind: sight.kind };
  return { kind: 'seen', differences: liveDifferences(context.content, sight.view) };
}
