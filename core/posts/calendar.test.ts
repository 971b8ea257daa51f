import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forceTargets, openTestPosts, type TestPosts } from '../../tests/support/posts-fixture.ts';
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

const range = { from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

function plan(at: string, accountIds = ['fb']): string {
  const { postId } = posts.create({ accountIds, caption: at, media: [] });
  posts.schedule({ postId, at });
  return postId;
}
function addCampaign(id: string): void {
  tools.db
    .prepare(
      `INSERT INTO campaigns (id, name, starts_on, ends_on, colour, updated_at)
       VALUES (?, 'Noël', '2026-12-01', '2026-12-24', 'leaf', 1)`,
    )
    .run(id);
  posts.campaigns.set(id, { name: 'Noël', utm: {} });
}
const idsOf = (more: object) => posts.calendar({ ...range, ...more }).map((tile) => tile.id);

describe('what is shown', () => {
  test('account, state, campaign and what asks narrow it together, in the studio', () => {
    const [one, two, three] = [
      plan('2026-12-05T10:00:00.000Z'),
      plan('2026-12-06T10:00:00.000Z'),
      plan('2026-12-07T10:00:00.000Z'),
    ];
    addCampaign('c1');
    posts.assignCampaign([one, two].map((postId) => ({ postId, campaignId: 'c1' })));
    forceTargets(tools, two, 'failed');
    expect(idsOf({ campaignId: 'c1' })).toEqual([one, two]);
    expect(idsOf({ state: 'failed' })).toEqual([two]);
    expect(idsOf({ campaignId: 'c1', state: 'scheduled', accountId: 'fb' })).toEqual([one]);
    expect(idsOf({ accountId: 'ig' })).toEqual([]);
    expect(idsOf({ shopId: 'first' })).toEqual([one, two, three]);
    expect(idsOf({ shopId: 'another' })).toEqual([]);
    expect(idsOf({ asks: true })).toEqual([]);
    tools.db.exec(
      `UPDATE targets SET state = 'uncertain', progress = '{"state":"uncertain","asked":{}}'
       WHERE post_id = '${three}'`,
    );
    expect(idsOf({ asks: true })).toEqual([three]);
  });

  test('a few of each day, and how many there are', () => {
    const early = ['08', '09', '10', '11'].map((hour) => plan(`2026-12-05T${hour}:00:00.000Z`));
    // Half past midnight in Paris.
    const late = plan('2026-12-05T23:30:00.000Z');
    forceTargets(tools, early[3] ?? '', 'published');
    const { items, counts } = posts.calendarPage({ ...range, perDay: 2 });
    expect(items.map((tile) => tile.id)).toEqual([early[0], early[1], late]);
    expect(counts).toEqual({
      days: [
        { date: '2026-12-05', count: 4 },
        { date: '2026-12-06', count: 1 },
      ],
      published: 1,
      planned: 4,
    });
    expect(posts.days(range)).toEqual(counts);
    const inLondon = posts.days({ ...range, zone: 'Europe/London' });
    expect(inLondon.days).toEqual([{ date: '2026-12-05', count: 5 }]);
  });
});

describe('moving many', () => {
  test('moves what can be moved, says why of the rest, and takes it back in one step', () => {
    const [one, out] = [plan('2026-12-05T10:00:00.000Z'), plan('2026-12-05T11:00:00.000Z')];
    const { postId: draft } = posts.create({ accountIds: ['fb'], caption: 'Idée', media: [] });
    const { postId: empty } = posts.create({ accountIds: ['fb'], caption: '', media: [] });
    forceTargets(tools, out, 'published');
    const wall = { at: '2026-12-09T18:30', zone: 'Europe/Paris' };
    const { moved, refused } = posts.replan(
      [one, draft, empty].map((postId) => ({ postId, ...wall })),
    );
    expect(moved.map(({ postId, at }) => [postId, at])).toEqual([
      [one, '2026-12-09T17:30:00.000Z'],
      [draft, '2026-12-09T17:30:00.000Z'],
    ]);
    expect(refused).toMatchObject([{ postId: empty }]);
    expect(refused[0]?.text).not.toBe('');
    const back = posts.replan(moved.map(({ before }) => before));
    expect(back.refused).toEqual([]);
    expect(posts.get(one).plan?.at).toBe('2026-12-05T10:00:00.000Z');
    expect(posts.get(draft).plan).toBeUndefined();
  });

  test('takes dates away, but not from what is out', () => {
    const [one, out] = [plan('2026-12-05T10:00:00.000Z'), plan('2026-12-05T11:00:00.000Z')];
    forceTargets(tools, out, 'published');
    const { moved, refused } = posts.replan([one, out].map((postId) => ({ postId, at: null })));
    expect(moved.map((move) => move.postId)).toEqual([one]);
    expect(refused.map((move) => move.postId)).toEqual([out]);
    expect(posts.get(out).plan?.at).toBe('2026-12-05T11:00:00.000Z');
    expect(posts.get(one).targets.map((target) => target.state)).toEqual(['cancelled']);
  });
});

describe('a campaign of a post', () => {
  const content = { accountIds: ['fb'], caption: 'Arum', media: [] };
  test('stays when a save does not name it, changes and ends when it does', () => {
    addCampaign('c1');
    const { postId } = posts.create({ ...content, campaignId: 'c1' });
    posts.save({ postId, ...content });
    expect(posts.get(postId).campaignId).toBe('c1');
    const copy = posts.duplicate(postId);
    expect(posts.get(copy.postId).campaignId).toBe('c1');
    posts.save({ postId, ...content, campaignId: null });
    expect(posts.get(postId).campaignId).toBeUndefined();
    expect(() => posts.save({ postId, ...content, campaignId: 'nobody' })).toThrow('not-found');
  });
});
