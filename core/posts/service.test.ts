import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assetFact } from '../../tests/support/catalogue-fixture.ts';
import {
  forceTargets,
  openTestPosts,
  type ForcedState,
  type TestPosts,
} from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import type { Check, PostContent } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';

let tools: TestTools;
let posts: TestPosts;

beforeEach(() => {
  tools = openTestTools();
  posts = openTestPosts(tools);
  posts.catalogue.assets.set('a1', assetFact('a1'));
  posts.catalogue.assets.set('a2', assetFact('a2', { productIds: ['p-shown'] }));
});
afterEach(async () => {
  await posts.publishing.close();
  tools.close();
});

const words = (more: Partial<PostContent> = {}): PostContent => ({
  accountIds: ['fb', 'ig'],
  caption: 'Les arums sont de retour\n#arum',
  media: [{ assetId: 'a1', alt: 'Des arums' }],
  ...more,
});
const create = (more: Partial<PostContent> = {}) => posts.create(words(more)).postId;
const thursday = { at: '2026-11-26T18:30', zone: 'Europe/Paris' };
const thursdayAt = '2026-11-26T17:30:00.000Z';
const statesOf = (postId: string) => posts.get(postId).targets.map((target) => target.state);

const force = (postId: string, state: ForcedState) => forceTargets(tools, postId, state);

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('drafts', () => {
  test('a draft may be wrong: it is kept, and the checks say what a network would refuse', () => {
    const answer = posts.create(
      words({ accountIds: ['ig'], media: [], caption: 'x'.repeat(2310) }),
    );
    expect(answer).toMatchObject({ version: 1 });
    expect(answer.checks.map((check) => [check.level, check.code])).toEqual([
      ['error', 'media-needed'],
      ['error', 'caption-too-long'],
    ]);
    expect(answer.checks[1]?.text).toContain('2310 caractères sur 2200');
    expect(posts.get(answer.postId).caption).toHaveLength(2310);
  });

  test('the same clientId creates one post', () => {
    const first = posts.create(words(), 'c1');
    expect(posts.create(words(), 'c1')).toEqual(first);
    expect(posts.drafts(undefined).items).toHaveLength(1);
  });

  test('each save makes a version; a save over an unseen one is a conflict', () => {
    const postId = create();
    expect(posts.save({ postId, version: 1, ...words({ caption: 'Deux' }) }).version).toBe(2);
    const late = problemOf(() =>
      posts.save({ postId, version: 1, ...words({ caption: 'Trois' }) }),
    );
    expect(late.code).toBe('conflict');
    expect(posts.get(postId)).toMatchObject({ caption: 'Deux', title: 'Deux', version: 2 });
  });

  test('a title comes from the words, else from the product, the file or the link', () => {
    const product = posts.catalogue.save({ sku: 'A', title: 'Arum', price: 100 });
    const title = (more: Partial<PostContent>) => posts.get(create(more)).title;
    expect(title({ caption: '\n Bonjour\nvous' })).toBe('Bonjour');
    expect(title({ caption: '', captions: { instagram: 'Sur Instagram' } })).toBe('Sur Instagram');
    const tags = [{ productId: product.id, x: 0.5, y: 0.5 }];
    expect(title({ caption: '', media: [{ assetId: 'a1', tags }] })).toBe('Arum');
    expect(title({ caption: '', media: [{ assetId: 'a1' }] })).toBe('a1');
    expect(title({ caption: '', media: [], link: 'https://laserre.example/x' })).toBe(
      'laserre.example',
    );
    expect(title({ caption: '', media: [] })).toBe('Publication sans titre');
  });

  test('pages of drafts follow one another, last changed first', () => {
    const ids = [1, 2, 3].map(() => {
      tools.advance(1000);
      return create();
    });
    const first = posts.drafts({ limit: 2 });
    expect(first.items.map((tile) => tile.id)).toEqual([ids[2], ids[1]]);
    const second = posts.drafts({ limit: 2, cursor: first.next });
    expect(second.items.map((tile) => tile.id)).toEqual([ids[0]]);
    expect(second).not.toHaveProperty('next');
  });

  test('removed and brought back, duplicated under a new id', () => {
    const postId = create();
    posts.remove(postId);
    expect(problemOf(() => posts.get(postId)).code).toBe('not-found');
    expect(posts.readPost(postId)).toBeUndefined();
    posts.restore(postId);
    const copy = posts.duplicate(postId).postId;
    expect(copy).not.toBe(postId);
    expect(posts.get(copy)).toMatchObject({ ...words(), targets: [], version: 1 });
  });
});

describe('planning', () => {
  test('a wall time in its zone makes a target for each account', () => {
    const postId = create();
    const targets = posts.schedule({ postId, ...thursday });
    expect(targets).toMatchObject([
      { network: 'facebook', state: 'scheduled', dueAt: thursdayAt, attempts: 0 },
      { network: 'instagram', state: 'scheduled', dueAt: thursdayAt },
    ]);
    expect(posts.get(postId).plan).toEqual({
      at: thursdayAt,
      wall: '2026-11-26T18:30',
      zone: 'Europe/Paris',
    });
    expect(posts.drafts(undefined).items).toEqual([]);
  });

  test('an instant keeps the wall time of the shop', () => {
    const postId = create();
    posts.schedule({ postId, at: '2026-12-01T09:00:00Z' });
    expect(posts.get(postId).plan).toMatchObject({
      wall: '2026-12-01T10:00',
      zone: 'Europe/Paris',
    });
  });

  test('moving it keeps its targets', () => {
    const postId = create();
    const before = posts.schedule({ postId, ...thursday }).map((target) => target.id);
    const after = posts.schedule({ postId, at: '2026-11-27T10:00', zone: 'Europe/Paris' });
    expect(after.map((target) => target.id)).toEqual(before);
    expect(after[0]?.dueAt).toBe('2026-11-27T09:00:00.000Z');
  });

  test('B21 the past is refused and the plan stays', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    const past = problemOf(() =>
      posts.schedule({ postId, at: '2026-11-24T09:00', zone: 'Europe/Paris' }),
    );
    expect(past).toMatchObject({ code: 'time-past', params: { count: 12, context: 'minutes' } });
    expect(tools.say('fr', 'problems-posts:time-past.what', past.params)).toBe(
      'mar. 24 nov., 09:00, c’était il y a 12 minutes. La publication n’a pas bougé.',
    );
    expect(posts.get(postId).plan?.at).toBe(thursdayAt);
  });

  test('B22 a time in the gap is refused with both neighbours', () => {
    const postId = create();
    const gap = problemOf(() =>
      posts.schedule({ postId, at: '2027-03-28T02:30', zone: 'Europe/Paris' }),
    );
    expect(gap).toMatchObject({
      code: 'time-gap',
      params: {
        time: '02:30',
        later: '03:30',
        earlier: '01:30',
        alternatives: [
          { wall: '2027-03-28T03:30', at: '2027-03-28T01:30:00.000Z' },
          { wall: '2027-03-28T01:30', at: '2027-03-28T00:30:00.000Z' },
        ],
      },
    });
    expect(gap.status).toBe(422);
    expect(statesOf(postId)).toEqual([]);
  });

  test('B23 a time that comes twice is the first unless the second is asked for', () => {
    const postId = create();
    tools.setNow('2026-10-01T08:00:00Z');
    const twice = { postId, at: '2026-10-25T02:30', zone: 'Europe/Paris' };
    expect(posts.schedule(twice)[0]?.dueAt).toBe('2026-10-25T00:30:00.000Z');
    expect(posts.schedule({ ...twice, disambiguation: 'later' })[0]?.dueAt).toBe(
      '2026-10-25T01:30:00.000Z',
    );
  });

  test.each([
    [{ at: 'demain' }, 'at'],
    [{ at: '2026-11-26T18:30', zone: 'Europe/Atlantis' }, 'zone'],
    [{ at: '2026-02-30T18:30:00Z' }, 'at'],
  ])('refuses %j', (chosen, fields) => {
    const refused = problemOf(() => posts.schedule({ postId: create(), ...chosen }));
    expect(refused).toMatchObject({ code: 'invalid-input', params: { fields } });
  });

  test('what a network would refuse is not planned', () => {
    const postId = create({ media: [], accountIds: ['ig'] });
    for (const work of [
      () => posts.schedule({ postId, ...thursday }),
      () => posts.publishNow(postId),
    ]) {
      expect(problemOf(work)).toMatchObject({
        code: 'post-refused',
        params: { count: 1, checks: [{ code: 'media-needed' }] },
      });
    }
    expect(statesOf(postId)).toEqual([]);
    expect(posts.get(postId)).not.toHaveProperty('plan');
  });

  test('publishing now is due now', () => {
    const postId = create();
    expect(posts.publishNow(postId)).toMatchObject([
      { dueAt: '2026-11-24T08:12:00.000Z' },
      { dueAt: '2026-11-24T08:12:00.000Z' },
    ]);
    expect(posts.get(postId).plan).toMatchObject({ wall: '2026-11-24T09:12' });
  });

  test('cancelled, it is a draft again', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    posts.cancel(postId);
    expect(statesOf(postId)).toEqual(['cancelled', 'cancelled']);
    expect(posts.drafts(undefined).items).toMatchObject([{ id: postId, state: 'draft' }]);
    expect(posts.schedule({ postId, ...thursday })[0]?.state).toBe('scheduled');
  });

  test('removing a planned post cancels it first', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    posts.remove(postId);
    expect(posts.publishing.list({ postId }).map((target) => target.state)).toEqual([
      'cancelled',
      'cancelled',
    ]);
  });

  test('saving a planned post moves its targets to the accounts it now has', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    posts.save({ postId, ...words({ accountIds: ['fb'] }) });
    expect(posts.get(postId).targets).toMatchObject([{ network: 'facebook', state: 'scheduled' }]);
  });
});

describe('a post that is out or on its way', () => {
  test('F52 does not change, move or go out again', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    force(postId, 'publishing');
    expect(problemOf(() => posts.save({ postId, ...words() })).code).toBe('post-not-editable');
    expect(problemOf(() => posts.schedule({ postId, ...thursday })).code).toBe(
      'already-publishing',
    );
    expect(problemOf(() => posts.publishNow(postId)).code).toBe('already-publishing');
    force(postId, 'published');
    expect(problemOf(() => posts.save({ postId, ...words() })).code).toBe('post-not-editable');
    expect(problemOf(() => posts.schedule({ postId, ...thursday })).code).toBe('post-not-editable');
    expect(problemOf(() => posts.remove(postId)).code).toBe('post-not-editable');
    expect(statesOf(postId)).toEqual(['published', 'published']);
    expect(posts.get(postId).plan?.at).toBe(thursdayAt);
  });

  test('one that failed may be mended and planned anew; saving alone sends nothing', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    tools.setNow('2026-11-26T17:45:00Z');
    force(postId, 'failed');
    posts.save({ postId, ...words({ caption: 'Corrigé' }) });
    expect(statesOf(postId)).toEqual(['failed', 'failed']);
    posts.schedule({ postId, at: '2026-11-27T10:00', zone: 'Europe/Paris' });
    expect(statesOf(postId)).toEqual(['scheduled', 'scheduled']);
  });

  test('F51 the same words and pictures within seven days are warned of', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    force(postId, 'published');
    tools.advance(6 * 86_400_000);
    const again = posts.create(words());
    expect(again.checks).toMatchObject([
      { code: 'posted-before', level: 'warning' },
      { code: 'posted-before', level: 'warning' },
    ]);
    expect(posts.create(words({ caption: 'Autre chose' })).checks).toEqual([]);
    tools.advance(2 * 86_400_000);
    expect(posts.create(words()).checks).toEqual([]);
  });
});

describe('what is no longer on the network', () => {
  const takeAway: Record<string, string> = {
    'deleted from here': 'UPDATE targets SET removed_at = 1',
    'F53 deleted there': `UPDATE targets SET live = '{"differences":[],"sightings":0,"fails":0,"isGone":true,"checkedAt":1}'`,
  };
  test.each(Object.entries(takeAway))('%s is removed, and stands in nobody’s way', (_, sql) => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    force(postId, 'published');
    const day = { from: thursdayAt, to: '2026-11-27T00:00:00Z' };
    const states = () => posts.calendar(day).map((tile) => tile.state);
    tools.db.exec(`${sql} WHERE network = 'instagram'`);
    expect(states()).toEqual(['published']);
    expect(posts.create(words()).checks).toHaveLength(1);
    tools.db.exec(sql);
    expect(states()).toEqual(['removed']);
    expect(posts.days(day)).toMatchObject({ published: 0, planned: 0, days: [{ count: 1 }] });
    expect(posts.calendar({ ...day, state: 'published' })).toEqual([]);
    expect(posts.calendar({ ...day, state: 'removed' })).toHaveLength(1);
    expect(posts.create(words()).checks).toEqual([]);
  });
});

describe('the calendar', () => {
  test('has what is planned from the first instant to before the last', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    const tiles = (from: string, to: string, accountId?: string) =>
      posts.calendar({ from, to, accountId }).map((tile) => tile.id);
    expect(tiles(thursdayAt, '2026-11-27T00:00:00Z')).toEqual([postId]);
    expect(tiles('2026-11-26T00:00:00Z', thursdayAt)).toEqual([]);
    expect(tiles('2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z', 'ig')).toEqual([postId]);
    expect(tiles('2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z', 'other')).toEqual([]);
  });

  test('a tile has its picture, networks and the state that matters most', () => {
    const postId = create();
    posts.schedule({ postId, ...thursday });
    const [tile] = posts.calendar({ from: thursdayAt, to: '2026-11-27T00:00:00Z' });
    expect(tile).toEqual({
      id: postId,
      title: 'Les arums sont de retour',
      thumbUrl: '/media/a1/thumb',
      at: thursdayAt,
      wall: '2026-11-26T18:30',
      zone: 'Europe/Paris',
      networks: ['facebook', 'instagram'],
      accountIds: ['fb', 'ig'],
      state: 'scheduled',
      asks: false,
    });
    tools.db.exec(
      'UPDATE targets SET state = \'failed\', progress = \'{"state":"failed","why":{"code":"internal"}}\' WHERE network = \'instagram\'',
    );
    expect(posts.tilesOf([postId, 'gone'])).toMatchObject([{ state: 'failed' }]);
  });

  test('can be asked for what one product is in', () => {
    const shown = create({ media: [{ assetId: 'a2' }] });
    for (const postId of [create(), shown]) posts.schedule({ postId, ...thursday });
    const range = { from: '2026-11-26T00:00:00Z', to: '2026-11-27T00:00:00Z' };
    const ids = (productId: string) =>
      posts.calendar({ ...range, productId }).map((tile) => tile.id);
    expect(ids('p-shown')).toEqual([shown]);
    expect(ids('p-other')).toEqual([]);
    expect(posts.calendar(range)).toHaveLength(2);
  });

  test('the next post is the next that is still to come', () => {
    const first = create();
    const second = create({ caption: 'Ensuite' });
    posts.schedule({ postId: first, ...thursday });
    posts.schedule({ postId: second, at: '2026-11-28T10:00', zone: 'Europe/Paris' });
    expect(posts.nextPlanned()).toMatchObject({ id: first });
    force(first, 'published');
    expect(posts.nextPlanned()).toMatchObject({ id: second, caption: 'Ensuite' });
  });

  test('a product knows the posts that tag it and those whose pictures show it', () => {
    const product = posts.catalogue.save({ sku: 'A', title: 'Arum', price: 100 });
    const tagging = create({ media: [{ assetId: 'a1', tags: [{ productId: product.id }] }] });
    const showing = create({ media: [{ assetId: 'a2' }] });
    expect(posts.postsWithProduct(product.id)).toMatchObject([{ postId: tagging, state: 'draft' }]);
    expect(posts.postsWithProduct('p-shown')).toMatchObject([{ postId: showing }]);
    posts.save({ postId: tagging, ...words() });
    expect(posts.postsWithProduct(product.id)).toEqual([]);
  });
});

test('F30 a plan keeps its wall time when the rules of its zone change', () => {
  const postId = create();
  posts.schedule({ postId, ...thursday });
  expect(posts.realignPlans()).toEqual([]);
  // what an older table of zones would have stored
  tools.db.prepare('UPDATE posts SET plan_at = plan_at + 3600000 WHERE id = ?').run(postId);
  expect(posts.realignPlans()).toMatchObject([{ postId, to: Date.parse(thursdayAt) }]);
  expect(posts.get(postId).targets[0]?.dueAt).toBe(thursdayAt);
  expect(posts.realignPlans()).toEqual([]);
});

test('the sentences come in the language that is asked for', () => {
  const content = words({ accountIds: [] });
  expect(posts.check(content, 'en')[0]?.text).toBe('Choose at least one account to publish to.');
  expect(posts.check(content)[0]?.text).toBe('Choisissez au moins un compte où publier.');
});

describe('F48 a day that is full', () => {
  const fill = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const minute = String(index).padStart(2, '0');
      posts.schedule({
        postId: create({ caption: `Arum ${index}` }),
        at: `2026-11-26T18:${minute}`,
        zone: 'Europe/Paris',
      });
    }
  };

  test('is said when a post is planned, with the next time that is free', () => {
    fill(50);
    const postId = create({ caption: 'Lupin' });
    const problem = problemOf(() =>
      posts.schedule({ postId, at: '2026-11-26T19:30', zone: 'Europe/Paris' }),
    );
    expect(problem.code).toBe('post-refused');
    const [check] = problem.params.checks as Check[];
    expect(check).toMatchObject({
      network: 'instagram',
      field: 'time',
      level: 'error',
      code: 'day-limit',
      fixes: [{ kind: 'move-time', at: '2026-11-27T17:00:00.000Z' }],
    });
    expect(check?.text).toContain('50 publications en 24 heures');
    expect(check?.text).toContain('18:00');
    expect(posts.get(postId).targets).toEqual([]);
    const [fix] = check?.fixes ?? [];
    posts.schedule({ postId, at: fix?.kind === 'move-time' ? fix.at : '' });
    expect(statesOf(postId)).toEqual(['scheduled', 'scheduled']);
  });

  test('is told by check before anything is saved, and leaves Facebook alone', () => {
    fill(50);
    const codes = (more: Partial<PostContent>) =>
      posts
        .check({ ...words({ caption: 'Lupin', ...more }), at: '2026-11-26T18:30:00.000Z' })
        .map((one) => one.code);
    expect(codes({})).toContain('day-limit');
    expect(codes({ accountIds: ['fb'] })).not.toContain('day-limit');
    expect(posts.check(words({ caption: 'Lupin' })).map((one) => one.code)).not.toContain(
      'day-limit',
    );
  });

  test('does not count the post that moves within it, nor what was cancelled', () => {
    fill(49);
    const postId = create({ caption: 'Lupin' });
    posts.schedule({ postId, ...thursday });
    posts.schedule({ postId, at: '2026-11-26T18:45', zone: 'Europe/Paris' });
    expect(posts.get(postId).checks.map((check) => check.code)).not.toContain('day-limit');
    posts.cancel(postId);
    const next = create({ caption: 'Iris' });
    posts.schedule({ postId: next, ...thursday });
    expect(statesOf(next)).toEqual(['scheduled', 'scheduled']);
  });
});
