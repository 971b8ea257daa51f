import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  accountFact,
  forceTargets,
  openTestPosts,
  type TestPosts,
} from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

let tools: TestTools;
let posts: TestPosts;
beforeEach(() => {
  tools = openTestTools();
  posts = openTestPosts(tools);
});
afterEach(async () => {
  await posts.publishing.close();
  tools.close();
});

const content = { accountIds: ['fb'], caption: 'Arum, 24,90 €', media: [] };

function published(): string {
  const { postId } = posts.create(content);
  posts.schedule({ postId, at: '2026-11-25T10:00', zone: 'Europe/Paris' });
  forceTargets(tools, postId, 'published');
  return postId;
}

test('a post that is out becomes a draft that names it, with a warning that it is the same (F51)', () => {
  const postId = published();
  const again = posts.republish(postId, 'c1');
  expect(posts.republish(postId, 'c1')).toEqual(again);
  expect(again.checks).toContainEqual(
    expect.objectContaining({ level: 'warning', code: 'posted-before' }),
  );
  expect(posts.get(again.postId)).toMatchObject({
    ...content,
    sourceId: postId,
    targets: [],
  });
  expect(posts.get(postId).sourceId).toBeUndefined();
});

test('a draft has nothing to publish again', () => {
  const { postId } = posts.create(content);
  expect(() => posts.republish(postId)).toThrow('change-not-published');
});

test('changed words are those of their network only, and the plan stays', () => {
  const postId = published();
  const { plan, version } = posts.get(postId);
  posts.wordsChanged(postId, 'facebook', 'Arums : il en reste trois');
  expect(posts.get(postId)).toMatchObject({
    caption: 'Arums : il en reste trois',
    plan,
    version: version + 1,
  });
  const both = posts.create({ ...content, accountIds: ['fb', 'ig'] }).postId;
  posts.wordsChanged(both, 'facebook', 'Deux');
  expect(posts.get(both)).toMatchObject({
    caption: content.caption,
    captions: { facebook: 'Deux' },
  });
});

test('the plan ends with the last target, not before', () => {
  posts.accounts.set('fb2', accountFact('fb2'));
  const { postId } = posts.create({ ...content, accountIds: ['fb', 'fb2'] });
  posts.schedule({ postId, at: '2026-11-25T10:00', zone: 'Europe/Paris' });
  posts.planEnded(postId);
  expect(posts.get(postId).plan).toBeDefined();
  tools.db
    .prepare(`UPDATE targets SET state = 'cancelled', progress = ?`)
    .run(JSON.stringify({ state: 'cancelled' }));
  posts.planEnded(postId);
  expect(posts.get(postId).plan).toBeUndefined();
});

test('out before it could be moved it stands at the time it went out, and the edit is a draft', () => {
  const postId = published();
  posts.planOvertaken(postId, Date.parse('2026-11-24T09:00:00Z'));
  expect(posts.get(postId).plan).toMatchObject({
    at: '2026-11-24T09:00:00.000Z',
    wall: '2026-11-24T10:00',
  });
  posts.keepAsDraft(postId);
  const [draft] = posts.drafts(undefined).items;
  expect(posts.get(draft?.id ?? '')).toMatchObject({ ...content, sourceId: postId });
});

test('who does not say how it goes out leaves it as it was', () => {
  const { postId } = posts.create({ ...content, handOver: true });
  posts.save({ ...content, caption: 'Autre', postId });
  expect(posts.get(postId)).toMatchObject({ caption: 'Autre', handOver: true });
  expect(posts.readPost(postId)?.handOver).toBe(true);
  posts.save({ ...content, handOver: false, postId });
  expect(posts.readPost(postId)?.handOver).toBe(false);
});
