import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeNetwork, type PracticeNetwork } from 'practice-network';
import { fillWorld, filled, type WorldSize } from 'practice-network/testing/fill-world';
import { openTables } from 'practice-network/world/world';
import { judge, time, type BenchLine } from './measure.ts';

const million = { posts: 10_000, commentsEach: 50, commentsOnNewest: 500_000 };
const small = { posts: 100, commentsEach: 50, commentsOnNewest: 500 };
const rounds = 400;

/** Pages of comments among a million and among a few, asked for in turn over HTTP. */
export async function benchPractice(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  const big = await openFilled(join(folder, 'big'), million);
  const few = await openFilled(join(folder, 'few'), small);
  try {
    const [ours, yardstick] = [walk(big, million), walk(few, small)];
    const oursMs: number[] = [];
    const yardstickMs: number[] = [];
    for (let round = -20; round < rounds; round += 1) {
      const [own, other] = [await time(ours), await time(yardstick)];
      // The first rounds warm both sides.
      if (round < 0) continue;
      oursMs.push(own);
      yardstickMs.push(other);
    }
    const line = {
      name: 'practice-million',
      target: 2,
      better: 'lower' as const,
      against: 'the same page in a world of 5,500 comments, p95 of each',
    };
    return [judge(line, p95(oursMs), p95(yardstickMs))];
  } finally {
    await big.close();
    await few.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openFilled(dataDir: string, size: WorldSize): Promise<PracticeNetwork> {
  // The first start makes the Page that the world is filled under.
  const first = await startPracticeNetwork({ dataDir });
  await first.close();
  const tables = openTables(dataDir);
  fillWorld(tables, first.ready.page.id, size, Date.now());
  tables.close();
  return startPracticeNetwork({ dataDir, settings: { personas: false, lag: false } });
}

/** Asks by turns for comments of posts all over the feed, and for ever later pages of the busiest post. */
function walk({ ready }: PracticeNetwork, { posts }: WorldSize): () => Promise<void> {
  let step = 0;
  let after = '';
  const newest = filled.post(ready.page.id, posts - 1);
  return async () => {
    step += 1;
    const deep = step % 2 === 0;
    const post = deep ? newest : filled.post(ready.page.id, (step * 7919) % posts);
    const place = deep && after !== '' ? `&after=${after}` : '';
    const page = await readPage(ready, `${post}/comments?limit=25&order=chronological${place}`);
    if (page.rows !== 25) throw new Error(`${post} answered ${page.rows} comments`);
    if (deep) after = page.after;
  };
}

async function readPage(
  { url, page }: PracticeNetwork['ready'],
  path: string,
): Promise<{ rows: number; after: string }> {
  const answer = await fetch(`${url}/v26.0/${path}&fields=message,from,created_time`, {
    headers: { authorization: `Bearer ${page.token}` },
  });
  const body = (await answer.json()) as {
    data: unknown[];
    paging?: { next?: string; cursors: { after: string } };
  };
  // The busiest post of the small world ends; then it begins again.
  const after = body.paging?.next === undefined ? '' : body.paging.cursors.after;
  return { rows: body.data.length, after };
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}
