import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../shared/contract/problem.ts';
import { changesOf, createWallClock, fortyZones } from '../../tests/support/forty-zones.ts';
import { openTestPosts, type TestPosts } from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { createTargetStore, type TargetStore } from '../publishing/store.ts';

// The clock stands still while 10,000 posts are planned and then jumps from one due instant to the next.
const postCount = 10_000;
const firstAt = Date.parse('2026-12-01T00:00:00Z');
const lastAt = Date.parse('2046-12-01T00:00:00Z');
const changes = fortyZones.flatMap((zone) => changesOf(zone, firstAt, lastAt));
const clocks = new Map(fortyZones.map((zone) => [zone, createWallClock(zone)]));

type Wish = { zone: string; wall: string; disambiguation: 'earlier' | 'later' };

const wallAt = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const disambiguation = fc.constantFrom('earlier', 'later') as fc.Arbitrary<'earlier' | 'later'>;
const anyTime = fc.record({
  zone: fc.constantFrom(...fortyZones),
  wall: fc
    .integer({ min: firstAt / 60_000 + 1440, max: lastAt / 60_000 })
    .map((m) => wallAt(m * 60_000)),
  disambiguation,
});
/** Within two hours of a change: where a wrong rule would show. */
const nearChange = fc.constantFrom(...changes).chain((change) =>
  fc.record({
    zone: fc.constant(change.zone),
    wall: fc
      .integer({ min: -120, max: 120 })
      .map((m) => wallAt(change.at + change.fromMs + m * 60_000)),
    disambiguation,
  }),
);
const wishes: Wish[] = fc.sample(fc.oneof(anyTime, nearChange), { numRuns: postCount, seed: 40 });

let tools: TestTools;
let posts: TestPosts;
let targets: TargetStore;
const planned = new Map<string, Wish>();
let gaps = 0;

/** Plans as a merchant does who, told of a gap, takes the time after it. */
function plan(postId: string, wish: Wish): void {
  const { zone, wall } = wish;
  try {
    posts.schedule({ postId, at: wall, zone, disambiguation: wish.disambiguation });
    planned.set(postId, wish);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'time-gap') throw error;
    gaps += 1;
    const [after] = error.params['alternatives'] as [{ wall: string }];
    posts.schedule({ postId, at: after.wall, zone });
    planned.set(postId, { ...wish, wall: after.wall });
  }
}

beforeAll(() => {
  tools = openTestTools();
  posts = openTestPosts(tools);
  targets = createTargetStore(tools.db);
  tools.db.exec('BEGIN');
  for (const [index, wish] of wishes.entries()) {
    const content = { accountIds: ['fb'], caption: `Arrivage ${index}`, media: [] };
    plan(posts.create(content).postId, wish);
  }
  tools.db.exec('COMMIT');
}, 240_000);
afterAll(() => tools.close());

test('every plan stands on the clock of its zone as it was chosen', () => {
  expect(planned.size).toBe(postCount);
  expect(gaps).toBeGreaterThan(500);
  const rows = posts.calendar({
    from: new Date(firstAt).toISOString(),
    to: '2047-01-01T00:00:00Z',
  });
  expect(rows).toHaveLength(postCount);
  for (const { id, at, wall } of rows) {
    const wish = planned.get(id);
    expect(wall).toBe(wish?.wall);
    expect(clocks.get(wish?.zone ?? '')?.(Date.parse(at ?? ''))).toBe(wish?.wall);
  }
});

test('of what the clocks show twice the asked one is planned', () => {
  let twice = 0;
  const due = new Map(targets.ofAccount('fb').map((row) => [row.postId, row.dueAt]));
  for (const [postId, { zone, wall, disambiguation: asked }] of planned) {
    const at = due.get(postId) ?? 0;
    const clock = clocks.get(zone);
    const others = [30, 60, 120].flatMap((m) => [at - m * 60_000, at + m * 60_000]);
    const other = others.find((one) => clock?.(one) === wall);
    if (other === undefined) continue;
    twice += 1;
    expect(asked === 'later' ? at > other : at < other, `${wall} ${zone}`).toBe(true);
  }
  expect(twice).toBeGreaterThan(500);
});

test('each becomes due once, at its instant and in order, as the clock runs on', () => {
  const leads = new Set<number>();
  const seen: string[] = [];
  let now = firstAt - 86_400_000;
  for (let at = targets.nextAfter(now); at !== undefined; at = targets.nextAfter(now)) {
    expect(targets.due('fb', at - 1)).toEqual([]);
    now = at;
    // The engine takes fifty at a time; what is taken is no longer due.
    for (let rows = targets.due('fb', now); rows.length > 0; rows = targets.due('fb', now))
      for (const row of rows) {
        leads.add(row.dueAt - now);
        const wish = planned.get(row.postId);
        expect(clocks.get(wish?.zone ?? '')?.(row.dueAt)).toBe(wish?.wall);
        seen.push(row.postId);
        targets.saveProgress(row.id, row.claim, row.progress, undefined);
      }
  }
  expect(seen).toHaveLength(postCount);
  expect(new Set(seen).size).toBe(postCount);
  // A post of words alone is made ready the same while before every due second, wherever it is due.
  expect([...leads]).toEqual([20 * 60_000]);
});
