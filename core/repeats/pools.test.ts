import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestRhythm, type TestRhythm } from '../../tests/support/rhythm-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

// Now is Tuesday 24 November 2026, 09:12 in Paris; usual hours Tue and Thu 18:30, Sat 10:00.
let tools: TestTools;
let rhythm: TestRhythm;

beforeEach(() => {
  tools = openTestTools();
  rhythm = openTestRhythm(tools);
});
afterEach(async () => {
  await rhythm.close();
  tools.close();
});

const dayMs = 86_400_000;
const draft = (caption: string, accountIds = ['fb']) =>
  rhythm.posts.create({ accountIds, caption, media: [] }).postId;
const settings = {
  name: 'Toujours',
  accountIds: ['fb'],
  minDays: 14,
  maxUses: undefined,
  on: true,
};
const planned = () =>
  rhythm.posts
    .plannedBetween(0, Date.parse('2030-01-01T00:00:00Z'))
    .map(({ postId, title }) => `${rhythm.posts.get(postId).plan?.wall.slice(5)} ${title}`);

/** Ticks twice a day, as a studio that runs. */
function live(days: number): void {
  for (let half = 0; half < days * 2; half++) {
    tools.advance(dayMs / 2);
    rhythm.repeats.tick(tools.clock.now());
  }
}

test('fills the free hours of the next days, and leaves what is planned alone', () => {
  rhythm.posts.schedule({ postId: draft('mien'), at: '2026-11-24T18:30', zone: 'Europe/Paris' });
  const { id } = rhythm.repeats.savePool(settings);
  const pool = rhythm.repeats.addToPool(id, draft('un'), []);
  expect(pool.entries).toMatchObject([{ title: 'un', uses: 1 }]);
  expect(pool.coming).toMatchObject([{ title: 'un', wall: '2026-11-26T18:30' }]);
  rhythm.repeats.addToPool(id, draft('deux'), []);
  live(2);
  expect(planned()).toEqual(['11-24T18:30 mien', '11-26T18:30 un', '11-28T10:00 deux']);
});

test('keeps the distance and the limit over months, and fills each hour once', () => {
  const { id } = rhythm.repeats.savePool({ ...settings, maxUses: 3 });
  for (const caption of ['un', 'deux', 'trois']) rhythm.repeats.addToPool(id, draft(caption), []);
  live(90);
  const walls = planned();
  expect(walls).toHaveLength(9);
  expect(new Set(walls.map((line) => line.slice(0, 11))).size).toBe(9);
  for (const caption of ['un', 'deux', 'trois']) {
    const own = rhythm.posts
      .plannedBetween(0, Date.parse('2030-01-01T00:00:00Z'))
      .filter((post) => post.title === caption);
    expect(own).toHaveLength(3);
    for (const [index, { at }] of own.entries())
      if (index > 0) expect(at - (own[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(14 * dayMs);
  }
});

test('F51 the same words never within seven days, unless they vary', () => {
  rhythm.posts.schedule({ postId: draft('un'), at: '2026-11-25T12:00', zone: 'Europe/Paris' });
  const { id } = rhythm.repeats.savePool({ ...settings, minDays: 1 });
  rhythm.repeats.addToPool(id, draft('un'), []);
  expect(planned()).toEqual(['11-25T12:00 un']);
  const entry = rhythm.repeats.pools().items[0]?.entries[0];
  rhythm.repeats.changeEntry({ entryId: entry?.id ?? '', variants: ['une', 'uns'] });
  expect(planned()).toEqual(['11-24T18:30 une', '11-25T12:00 un', '11-26T18:30 uns']);
});

test('an hour that was filled and taken back is not filled again', () => {
  const { id } = rhythm.repeats.savePool(settings);
  const { coming } = rhythm.repeats.addToPool(id, draft('un'), []);
  rhythm.posts.cancel(coming[0]?.id ?? '');
  rhythm.repeats.addToPool(id, draft('deux'), []);
  expect(planned()).toEqual(['11-26T18:30 deux']);
});

test('one that a network would refuse leaves the hour to another', () => {
  const { id } = rhythm.repeats.savePool({ ...settings, accountIds: ['ig'] });
  const refused = rhythm.repeats.addToPool(id, draft('sans image', ['ig']), []);
  expect(refused.entries).toMatchObject([{ uses: 0 }]);
  expect(planned()).toEqual([]);
  rhythm.repeats.savePool({ ...settings, poolId: id });
  expect(planned()).toHaveLength(1);
});

test('switched off or removed it fills nothing more', () => {
  const { id } = rhythm.repeats.savePool({ ...settings, on: false });
  rhythm.repeats.addToPool(id, draft('un'), []);
  live(3);
  expect(planned()).toEqual([]);
  rhythm.repeats.savePool({ ...settings, poolId: id });
  expect(planned()).toHaveLength(1);
  rhythm.repeats.removePool(id);
  expect(rhythm.repeats.pools().items).toEqual([]);
  expect(() => rhythm.repeats.addToPool(id, draft('deux'), [])).toThrow('not-found');
});
