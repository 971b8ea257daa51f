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

const draft = (caption: string) =>
  rhythm.posts.create({ accountIds: ['fb'], caption, media: [] }).postId;
const queueUp = (...captions: string[]) => {
  const postIds = captions.map(draft);
  rhythm.posts.placeNext({ postIds });
  return postIds;
};
const line = () =>
  rhythm.timing.queue({}).items.map(({ post, wall }) => `${wall.slice(5)} ${post.title}`);

test('is what stands at the usual hours, in order; other times and series are none of it', () => {
  queueUp('un', 'deux');
  rhythm.posts.schedule({ postId: draft('à part'), at: '2026-11-25T11:00', zone: 'Europe/Paris' });
  rhythm.repeats.create({
    postId: draft('série'),
    rule: {
      days: { every: 'week', interval: 1, weekdays: [6] },
      time: '10:00',
      startDate: '2026-11-24',
      count: 1,
    },
  });
  expect(line()).toEqual(['11-24T18:30 un', '11-26T18:30 deux']);
});

test('moves one earlier or later by changing places, and not over the ends', () => {
  const [first, , third] = queueUp('un', 'deux', 'trois');
  rhythm.timing.moveInQueue({ postId: third ?? '', to: 'earlier' }, 'c1');
  rhythm.timing.moveInQueue({ postId: third ?? '', to: 'earlier' }, 'c1');
  expect(line()).toEqual(['11-24T18:30 un', '11-26T18:30 trois', '11-28T10:00 deux']);
  expect(() => rhythm.timing.moveInQueue({ postId: first ?? '', to: 'earlier' })).toThrow(
    'queue-edge',
  );
});

test('a slot freed by a cancel is shown as a gap, and closed in order', () => {
  const [, second] = queueUp('un', 'deux', 'trois', 'quatre');
  rhythm.posts.cancel(second ?? '');
  expect(rhythm.timing.queue({}).gaps).toMatchObject([{ wall: '2026-11-26T18:30' }]);
  const closed = rhythm.timing.closeGaps({});
  expect(closed).toMatchObject({ moved: 2, gaps: [] });
  expect(line()).toEqual(['11-24T18:30 un', '11-26T18:30 trois', '11-28T10:00 quatre']);
  expect(rhythm.timing.closeGaps({}).moved).toBe(0);
});

test('an hour that something else holds is no gap and is not taken', () => {
  const [first] = queueUp('un', 'deux', 'trois');
  rhythm.posts.cancel(first ?? '');
  rhythm.repeats.create({
    postId: draft('série'),
    rule: {
      days: { every: 'week', interval: 1, weekdays: [2] },
      time: '18:30',
      startDate: '2026-11-24',
      count: 1,
    },
  });
  expect(rhythm.timing.queue({}).gaps).toEqual([]);
  expect(rhythm.timing.closeGaps({}).moved).toBe(0);
});

test('plans that zone rules moved are listed until they are put away', () => {
  const [postId = ''] = queueUp('un');
  const to = Date.parse(rhythm.posts.get(postId).plan?.at ?? '');
  rhythm.timing.noteMoved([
    { postId, from: to - 3_600_000, to },
    { postId: 'gone', from: 1, to: 2 },
  ]);
  expect(rhythm.timing.moved().items).toMatchObject([
    { postId, title: 'un', wall: '2026-11-24T18:30', from: '2026-11-24T16:30:00.000Z' },
  ]);
  rhythm.timing.putAwayMoved();
  expect(rhythm.timing.moved().items).toEqual([]);
});
