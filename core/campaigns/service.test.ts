import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problem } from '../../shared/contract/problem.ts';
import type { CampaignContent } from '../../shared/contract/campaigns.ts';
import { forceTargets, openTestPosts, type TestPosts } from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { campaignsService, type CampaignsService } from './service.ts';

let tools: TestTools;
let posts: TestPosts;
let campaigns: CampaignsService;

beforeEach(() => {
  tools = openTestTools();
  posts = openTestPosts(tools);
  campaigns = campaignsService(tools, posts);
});
afterEach(async () => {
  await posts.publishing.close();
  tools.close();
});

const noel = (more: Partial<CampaignContent> = {}): CampaignContent => ({
  name: 'Noël',
  startsOn: '2026-12-01',
  endsOn: '2026-12-24',
  colour: 'leaf',
  ...more,
});

function post(campaignId: string, more: { link?: string } = {}): string {
  const asked = campaigns.readCampaign(campaignId);
  if (asked) posts.campaigns.set(campaignId, asked);
  const { postId } = posts.create({
    accountIds: ['fb'],
    caption: 'Calendrier de l’avent',
    media: [],
    campaignId,
    ...more,
  });
  return postId;
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'done';
}

const at = '2026-12-05T17:30:00.000Z';

test('counts what became of its posts, each once whatever its accounts', () => {
  const goal = { words: 'Dix publications', kind: 'posts', count: 10 } as const;
  const { id } = campaigns.create(noel({ goal }));
  const [, planned, out, failed] = [post(id), post(id), post(id), post(id)];
  for (const postId of [planned, out, failed]) posts.schedule({ postId, at });
  forceTargets(tools, out, 'published');
  forceTargets(tools, failed, 'failed');
  expect(campaigns.get(id)).toMatchObject({
    counts: { posts: 4, drafts: 1, planned: 2, published: 1, asking: 1, comments: 0 },
    progress: { reached: 1, count: 10 },
  });
});

test('counts what customers wrote under its posts, not our own words', () => {
  const { id } = campaigns.create(noel());
  const postId = post(id);
  posts.schedule({ postId, at });
  tools.db.exec(`
    UPDATE targets SET remote_id = '77_1';
    INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name,
      last_key, snippet) VALUES ('t', 'fb', 'facebook', '77_1', '1', 'Léa', 1, '');`);
  const comment = tools.db.prepare(
    `INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text,
       created_at, mine, hidden, deleted) VALUES (?, 'fb', ?, ?, 't', 'x', 'y', 1, ?, 0, ?)`,
  );
  for (const [key, mine, deleted] of [
    [1, 0, 0],
    [2, 1, 0],
    [3, 0, 1],
  ])
    comment.run(key, `r${key}`, `77_1_r${key}`, mine, deleted);
  expect(campaigns.get(id).counts.comments).toBe(1);
});

test('moves posts in and out, and answers where they were', () => {
  const noelId = campaigns.create(noel()).id;
  const other = campaigns.create(noel({ name: 'Soldes' })).id;
  const [one, two] = [post(noelId), post(other)];
  const moves = [one, two].map((postId) => ({ postId, campaignId: noelId }));
  const { before } = campaigns.assign(moves);
  expect(
    campaigns
      .get(noelId)
      .tiles.map((tile) => tile.id)
      .sort(),
  ).toEqual([one, two].sort());
  campaigns.assign(before);
  expect(campaigns.get(other).tiles.map((tile) => tile.id)).toEqual([two]);
  campaigns.assign([{ postId: two, campaignId: null }]);
  expect(posts.get(two).campaignId).toBeUndefined();
  expect(codeOf(() => campaigns.assign([{ postId: one, campaignId: 'nobody' }]))).toBe('not-found');
});

test('a removed campaign leaves its posts, and finds them again when restored', () => {
  const { id } = campaigns.create(noel());
  const postId = post(id);
  campaigns.remove(id);
  expect(codeOf(() => campaigns.get(id))).toBe('not-found');
  expect(posts.get(postId).title).toBe('Calendrier de l’avent');
  campaigns.restore(id);
  expect(campaigns.get(id).tiles.map((tile) => tile.id)).toEqual([postId]);
});

test('an archived one is listed apart, and can be brought back', () => {
  const { id } = campaigns.create(noel());
  campaigns.create(noel({ name: 'Avant', startsOn: '2026-11-01', endsOn: '2026-11-02' }));
  campaigns.archive(id, true);
  expect(campaigns.list().map((one) => one.name)).toEqual(['Avant']);
  expect(campaigns.list(true).map((one) => one.name)).toEqual(['Noël']);
  campaigns.archive(id, false);
  expect(campaigns.list().map((one) => one.name)).toEqual(['Avant', 'Noël']);
});

test('refuses one that ends before it begins, and makes one only once', () => {
  expect(codeOf(() => campaigns.create(noel({ endsOn: '2026-11-30' })))).toBe('campaign-dates');
  const first = campaigns.create(noel(), 'same');
  expect(campaigns.create(noel(), 'same').id).toBe(first.id);
  expect(campaigns.list()).toHaveLength(1);
});

test('a link goes out with the campaign’s parameters, and without them once it is gone', () => {
  const { id } = campaigns.create(noel({ utm: { medium: 'organic' } }));
  const postId = post(id, { link: 'https://laserre.example/avent#3' });
  expect(posts.readPost(postId)?.link).toBe(
    'https://laserre.example/avent?utm_source=facebook&utm_medium=organic&utm_campaign=noel' +
      '&utm_content=calendrier-de-l-avent#3',
  );
  expect(posts.get(postId).link).toBe('https://laserre.example/avent#3');
  posts.campaigns.delete(id);
  expect(posts.readPost(postId)?.link).toBe('https://laserre.example/avent#3');
});
