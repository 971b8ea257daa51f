import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RepeatRule } from '../../shared/contract/repeats.ts';
import { forceTargets } from '../../tests/support/posts-fixture.ts';
import { openTestRhythm, type TestRhythm } from '../../tests/support/rhythm-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

// Now is Tuesday 24 November 2026, 09:12 in Paris.
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
const weekdays: RepeatRule = {
  days: { every: 'week', interval: 1, weekdays: [1, 2, 3, 4, 5] },
  time: '18:30',
  startDate: '2026-11-24',
};
const draft = (caption = 'Le café du matin') =>
  rhythm.posts.create({ accountIds: ['fb'], caption, media: [] }).postId;
const planned = (from = '2026-11-01T00:00:00Z', to = '2030-01-01T00:00:00Z') =>
  rhythm.posts.plannedBetween(Date.parse(from), Date.parse(to));
const wallsOf = (ids: readonly string[]) => ids.map((id) => rhythm.posts.get(id).plan?.wall);

test('every weekday at 18:30: real posts, twenty ahead, the written one first', () => {
  const postId = draft();
  const series = rhythm.repeats.create({ postId, rule: weekdays });
  expect(series.coming).toHaveLength(20);
  expect(series.coming[0]).toMatchObject({ date: '2026-11-24', postId, state: 'made', own: false });
  const posts = planned();
  expect(posts).toHaveLength(20);
  expect(wallsOf(posts.map((post) => post.postId)).slice(0, 6)).toEqual([
    '2026-11-24T18:30',
    '2026-11-25T18:30',
    '2026-11-26T18:30',
    '2026-11-27T18:30',
    '2026-11-30T18:30',
    '2026-12-01T18:30',
  ]);
  expect(rhythm.posts.get(posts[5]?.postId ?? '').targets).toMatchObject([{ state: 'scheduled' }]);
});

test('each is made once: after another start, another tick, a clock that jumps back', () => {
  rhythm.repeats.create({ postId: draft(), rule: weekdays }, 'c1');
  const again = openTestRhythm(tools);
  expect(rhythm.repeats.tick(tools.clock.now()) + again.repeats.tick(tools.clock.now())).toBe(0);
  tools.advance(3 * dayMs);
  expect(rhythm.repeats.tick(tools.clock.now())).toBe(3);
  tools.advance(-5 * dayMs);
  expect(again.repeats.tick(tools.clock.now())).toBe(0);
  const posts = planned();
  expect(posts).toHaveLength(23);
  expect(new Set(posts.map((post) => post.at)).size).toBe(23);
});

test('a crash between making the post and its row leaves neither', () => {
  const postId = draft();
  const fail = () => {
    throw new Error('power is gone');
  };
  expect(() =>
    tools.transact(() => {
      rhythm.repeats.create({ postId, rule: weekdays });
      fail();
    }),
  ).toThrow('power is gone');
  expect(planned()).toEqual([]);
  expect(rhythm.repeats.list().items).toEqual([]);
  rhythm.repeats.create({ postId, rule: weekdays });
  expect(planned()).toHaveLength(20);
});

test('after a month of sleep what passed unmade is not made up for, what was made waits as late', () => {
  rhythm.repeats.create({ postId: draft(), rule: weekdays });
  tools.advance(62 * dayMs);
  const now = tools.clock.now();
  rhythm.repeats.tick(now);
  const posts = planned();
  const late = posts.filter((post) => post.at < now);
  expect(late).toHaveLength(20);
  expect(new Set(late.map((post) => post.state))).toEqual(new Set(['scheduled']));
  const coming = posts.filter((post) => post.at >= now);
  expect(coming).toHaveLength(20);
  // Nothing between the last one that was made before and today.
  expect(coming[0]?.at).toBeGreaterThan(now);
  expect(rhythm.posts.get(coming[0]?.postId ?? '').plan?.wall).toBe('2027-01-25T18:30');
});

test('ends after so many, the skipped one counted', () => {
  const series = rhythm.repeats.create({ postId: draft(), rule: { ...weekdays, count: 3 } });
  expect(series.coming.map((one) => one.date)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
  const skipped = rhythm.repeats.skip(series.id, '2026-11-25');
  expect(skipped.coming.map((one) => one.state)).toEqual(['made', 'skipped', 'made']);
  expect(planned()).toHaveLength(2);
  rhythm.repeats.tick(tools.clock.now() + dayMs);
  expect(planned()).toHaveLength(2);
  rhythm.repeats.skip(series.id, '2026-11-25', true);
  expect(planned()).toHaveLength(3);
  expect(rhythm.repeats.list().items[0]?.coming.map((one) => one.state)).toEqual([
    'made',
    'made',
    'made',
  ]);
});

test('one changed alone stays as it is when the following change; what is out stays too', () => {
  const postId = draft();
  const series = rhythm.repeats.create({ postId, rule: { ...weekdays, count: 5 } });
  const [, second, third, fourth, fifth] = series.coming.map((one) => one.postId ?? '');
  const content = { accountIds: ['fb'], media: [] };
  rhythm.posts.save({ ...content, postId: third ?? '', caption: 'Seul' });
  forceTargets(tools, postId, 'published');
  rhythm.posts.save({ ...content, postId: second ?? '', caption: 'Le thé du soir' });
  const changed = rhythm.repeats.changeFollowing({ postId: second ?? '', rule: { time: '19:00' } });
  expect(changed.coming.map((one) => one.own)).toEqual([false, false, true, false, false]);
  const captions = [postId, second, third, fourth, fifth].map(
    (id) => rhythm.posts.get(id ?? '').caption,
  );
  expect(captions).toEqual([
    'Le café du matin',
    'Le thé du soir',
    'Seul',
    'Le thé du soir',
    'Le thé du soir',
  ]);
  expect(wallsOf([second ?? '', third ?? '', fourth ?? ''])).toEqual([
    '2026-11-25T19:00',
    '2026-11-26T18:30',
    '2026-11-27T19:00',
  ]);
});

test('other days: posts of days that are no longer one of it go, others come', () => {
  const series = rhythm.repeats.create({ postId: draft(), rule: { ...weekdays, count: 10 } });
  const [first] = series.coming;
  const changed = rhythm.repeats.changeFollowing({
    postId: first?.postId ?? '',
    rule: { days: { every: 'week', interval: 1, weekdays: [2, 6] }, endDate: '2026-12-06' },
  });
  expect(changed.coming.map((one) => one.date)).toEqual([
    '2026-11-24',
    '2026-11-28',
    '2026-12-01',
    '2026-12-05',
  ]);
  expect(planned()).toHaveLength(4);
});

test('one moved by hand takes the following along only when asked', () => {
  const series = rhythm.repeats.create({ postId: draft(), rule: { ...weekdays, count: 3 } });
  const [first, second] = series.coming.map((one) => one.postId ?? '');
  rhythm.posts.schedule({ postId: first ?? '', at: '2026-11-24T20:15', zone: 'Europe/Paris' });
  rhythm.repeats.tick(tools.clock.now() + dayMs / 12);
  expect(wallsOf([second ?? ''])).toEqual(['2026-11-25T18:30']);
  expect(rhythm.repeats.ofPost(first ?? '').occurrence).toMatchObject({ own: true });
  rhythm.repeats.changeFollowing({ postId: first ?? '' });
  expect(wallsOf([first ?? '', second ?? ''])).toEqual(['2026-11-24T20:15', '2026-11-25T20:15']);
});

test('texts take turns, and one that is changed is changed for its turns', () => {
  const series = rhythm.repeats.create({
    postId: draft('un'),
    rule: { ...weekdays, count: 5 },
    variants: ['deux'],
  });
  const ids = series.coming.map((one) => one.postId ?? '');
  const captions = () => ids.map((id) => rhythm.posts.get(id).caption);
  expect(captions()).toEqual(['un', 'deux', 'un', 'deux', 'un']);
  rhythm.posts.save({ accountIds: ['fb'], media: [], postId: ids[1] ?? '', caption: 'DEUX' });
  const changed = rhythm.repeats.changeFollowing({ postId: ids[1] ?? '' });
  expect(captions()).toEqual(['un', 'DEUX', 'un', 'DEUX', 'un']);
  expect(changed.variants).toEqual(['DEUX']);
});

test('ending it takes back what is to come, and nothing more comes', () => {
  const series = rhythm.repeats.create({ postId: draft(), rule: weekdays });
  const ended = rhythm.repeats.end(series.id, '2026-11-26');
  expect(ended).toMatchObject({ rule: { endDate: '2026-11-25' } });
  expect(planned()).toHaveLength(2);
  tools.advance(3 * dayMs);
  rhythm.repeats.tick(tools.clock.now());
  expect(planned()).toHaveLength(2);
  expect(rhythm.repeats.list().items).toEqual([]);
});

test('what a network would refuse is held with its reason, and made once it can be', () => {
  const series = rhythm.repeats.create({ postId: draft(), rule: { ...weekdays, count: 40 } });
  const fb = rhythm.posts.accounts.get('fb');
  rhythm.posts.accounts.delete('fb');
  tools.advance(dayMs);
  rhythm.repeats.tick(tools.clock.now());
  const held = rhythm.repeats.list().items[0]?.coming.find((one) => one.state === 'held');
  expect(held?.text).toBeTruthy();
  expect(rhythm.posts.drafts({}).items).toEqual([]);
  if (fb) rhythm.posts.accounts.set('fb', fb);
  tools.advance(dayMs / 24);
  rhythm.repeats.tick(tools.clock.now());
  const states = rhythm.repeats.list().items[0]?.coming.map((one) => one.state);
  expect(new Set(states)).toEqual(new Set(['made']));
  expect(series.id).toBeTruthy();
});

test('refuses a second series over one post, a rhythm without days, a change of no series', () => {
  const postId = draft();
  expect(() =>
    rhythm.repeats.create({ postId, rule: { ...weekdays, endDate: '2026-11-01' } }),
  ).toThrow('repeat-empty');
  rhythm.repeats.create({ postId, rule: weekdays });
  expect(() => rhythm.repeats.create({ postId, rule: weekdays })).toThrow('repeat-has-post');
  expect(() => rhythm.repeats.changeFollowing({ postId: draft('autre') })).toThrow(
    'repeat-not-of-post',
  );
});

test('the preview says which time the clocks move, and how many texts it takes', () => {
  const nightly: RepeatRule = {
    days: { every: 'week', interval: 1, weekdays: [1, 2, 3, 4, 5, 6, 7] },
    time: '02:30',
    startDate: '2027-03-27',
  };
  const { items, textsNeeded } = rhythm.repeats.preview(nightly, 'Europe/Paris', 2);
  expect(items.map(({ wall, moved }) => [wall, moved])).toEqual([
    ['2027-03-27T02:30', false],
    ['2027-03-28T03:30', true],
  ]);
  expect(textsNeeded).toBe(7);
});
