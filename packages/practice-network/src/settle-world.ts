import { isBlocked } from './edges/blocked-routes.ts';
import { addComment, type NewComment } from './edges/comments.ts';
import { addReaction } from './edges/like-routes.ts';
import { customers, shownWith } from './personas/customers.ts';
import { seededFraction } from './seeded-random.ts';
import { applyBatch, type BatchRow } from './edges/product-batches.ts';
import { dropSweptPhotos, showPost } from './edges/posts.ts';
import { receiveMessage } from './edges/threads.ts';
import { showVideo } from './edges/videos.ts';
import type { PostRow, VideoRow } from './nodes/facebook-rows.ts';
import { homePageOf } from './nodes/home-page.ts';
import { processingMs } from './world/delays.ts';
import type { Settings } from './world/settings.ts';
import { keepDrawn } from './world/customer-pictures.ts';
import type { World } from './world/world.ts';

/** Lets everything happen that is due by now: schedules, finished clips, customers, reviews. */
export function settleWorld(world: World, settings: Settings): void {
  const nowMs = world.clock.now();
  if (!hasDueWork(world, nowMs)) return;
  world.transact(() => {
    settleSchedules(world, settings, nowMs);
    settleVideos(world, settings, nowMs);
    settleCustomers(world, settings, nowMs);
    settleMessages(world, settings, nowMs);
    settleProducts(world, settings, nowMs);
  });
}

function hasDueWork(world: World, nowMs: number): boolean {
  const row = world.get<{ due: number }>(
    `SELECT EXISTS (SELECT 1 FROM posts WHERE mode = 'scheduled' AND scheduled_at <= ?1)
      OR EXISTS (SELECT 1 FROM videos WHERE wants_published = 1 AND published_at IS NULL AND ready_at <= ?1)
      OR EXISTS (SELECT 1 FROM planned_comments WHERE due_at <= ?1)
      OR EXISTS (SELECT 1 FROM planned_messages WHERE due_at <= ?1)
      OR EXISTS (SELECT 1 FROM product_batches WHERE applied = 0 AND finish_at <= ?1)
      OR EXISTS (SELECT 1 FROM products WHERE review_due_at <= ?1) AS due`,
    nowMs,
  );
  return row?.due === 1;
}

function settleSchedules(world: World, settings: Settings, nowMs: number): void {
  const due = world.all<PostRow>(
    "SELECT * FROM posts WHERE mode = 'scheduled' AND deleted_at IS NULL AND scheduled_at <= ? ORDER BY scheduled_at",
    nowMs,
  );
  for (const row of due) {
    const atMs = (row.scheduled_at ?? nowMs) + processingMs(world, settings, 'schedule', row.id);
    if (atMs > nowMs) continue;
    dropSweptPhotos(world, row.id, atMs);
    showPost(world, settings, row.id, atMs, 'scheduler');
  }
}

function settleVideos(world: World, settings: Settings, nowMs: number): void {
  const ready = world.all<VideoRow>(
    `SELECT * FROM videos WHERE wants_published = 1 AND published_at IS NULL AND deleted_at IS NULL
     AND error IS NULL AND ready_at <= ? AND (scheduled_at IS NULL OR scheduled_at <= ?)`,
    nowMs,
    nowMs,
  );
  for (const row of ready) {
    const atMs = Math.max(row.ready_at ?? nowMs, row.scheduled_at ?? 0);
    showVideo(world, settings, row, atMs, row.scheduled_at === null ? 'api' : 'scheduler');
  }
}

interface PlannedRow {
  n: number;
  due_at: number;
  network: 'fb' | 'ig';
  object_id: string;
  from_id: string;
  from_name: string;
  message: string;
}

function settleCustomers(world: World, settings: Settings, nowMs: number): void {
  const due = world.all<PlannedRow>(
    'SELECT * FROM planned_comments WHERE due_at <= ? ORDER BY due_at, n LIMIT 500',
    nowMs,
  );
  for (const row of due) {
    world.run('DELETE FROM planned_comments WHERE n = ?', row.n);
    if (!settings.personas || !stillThere(world, row)) continue;
    addComment(world, settings, {
      network: row.network,
      objectId: row.object_id,
      fromId: row.from_id,
      fromName: row.from_name,
      message: row.message,
      createdAtMs: row.due_at,
      by: 'persona',
      ...photoWith(world, row),
    });
    settleReaction(world, row);
  }
}

/** A comment on Instagram is words alone. */
function photoWith(world: World, row: PlannedRow): Pick<NewComment, 'attachment'> {
  if (row.network !== 'fb' || !shownWith.has(row.message)) return {};
  return { attachment: keepDrawn(world, row.n) };
}

/** Who writes often reacts as well; those who praise love it. */
function settleReaction(world: World, row: PlannedRow): void {
  if (seededFraction(world.seed, 'reacts', row.object_id, row.from_id) > 0.6) return;
  const isPraise = customers.some(
    (one) => one.habit === 'praise' && [one.name, one.handle].includes(row.from_name),
  );
  const person = { id: row.from_id, name: row.from_name };
  const kind = isPraise && row.network === 'fb' ? 'LOVE' : 'LIKE';
  addReaction(world, row.object_id, person, kind, row.due_at);
}

interface PlannedMessageRow {
  n: number;
  due_at: number;
  page_id: string;
  network: 'fb' | 'ig';
  person_id: string;
  person_name: string;
  message: string;
}

function settleMessages(world: World, settings: Settings, nowMs: number): void {
  const due = world.all<PlannedMessageRow>(
    'SELECT * FROM planned_messages WHERE due_at <= ? ORDER BY due_at, n LIMIT 500',
    nowMs,
  );
  for (const row of due) {
    world.run('DELETE FROM planned_messages WHERE n = ?', row.n);
    if (!settings.personas || isBlocked(world, row.page_id, row.person_id)) continue;
    receiveMessage(world, {
      pageId: row.page_id,
      network: row.network,
      personId: row.person_id,
      personName: row.person_name,
      text: row.message,
      atMs: row.due_at,
      by: 'persona',
    });
  }
}

function stillThere(world: World, row: PlannedRow): boolean {
  const home = homePageOf(world, row.object_id, row.network === 'fb' ? 'post' : 'media');
  if (home !== undefined && isBlocked(world, home, row.from_id)) return false;
  const table = row.network === 'fb' ? 'posts' : 'ig_media';
  return (
    world.get(`SELECT id FROM ${table} WHERE id = ? AND deleted_at IS NULL`, row.object_id) !==
    undefined
  );
}

function settleProducts(world: World, settings: Settings, nowMs: number): void {
  const batches = world.all<BatchRow>(
    'SELECT * FROM product_batches WHERE applied = 0 AND finish_at <= ? ORDER BY finish_at',
    nowMs,
  );
  for (const batch of batches) applyBatch(world, settings, batch);
  world.run(
    "UPDATE products SET review_status = 'approved', review_due_at = NULL WHERE review_due_at <= ?",
    nowMs,
  );
}
