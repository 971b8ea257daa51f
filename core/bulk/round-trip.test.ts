import { afterEach, beforeEach, expect, test } from 'vitest';
import readSheets from 'read-excel-file/node';
import { openTestBulk, type TestBulk } from '../../tests/support/bulk-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import type { NewPost } from '../../shared/contract/posts.ts';

let tools: TestTools;
let studio: TestBulk;

beforeEach(() => {
  tools = openTestTools();
  studio = openTestBulk(tools);
});
afterEach(async () => {
  await studio.posts.publishing.close();
  tools.close();
});

const everything = { from: '2026-01-01T00:00:00.000Z', to: '2030-01-01T00:00:00.000Z' };

/** Posts with everything that a spreadsheet could spoil. */
function awkwardPosts(): NewPost[] {
  const [a, b] = [studio.addPhoto('arum, blanc.jpg'), studio.addPhoto('pot ; doré.jpg')];
  const [twin1] = [studio.addPhoto('photo.jpg'), studio.addPhoto('PHOTO.jpg')];
  const pot = studio.addProduct('=POT-12', [a]);
  const vase = studio.addProduct('VASE@2', [b]);
  tools.db.exec(`INSERT INTO campaigns (id, name, starts_on, ends_on, colour, updated_at)
    VALUES ('c1', 'Noël', '2026-12-01', '2026-12-24', 'leaf', 1)`);
  studio.posts.campaigns.set('c1', { name: 'Noël', utm: {} });
  return [
    {
      content: {
        accountIds: ['fb', 'ig'],
        caption: '=HYPERLINK("x")\n\nDeux lignes, « guillemets » ; "doubles"\t+3',
        captions: { instagram: "'@laserre répond" },
        media: [
          { assetId: a, alt: 'Un | arum', tags: [{ productId: pot, x: 0.25, y: 0.75 }] },
          { assetId: b, tags: [{ productId: vase, x: 0.1, y: 0.2 }] },
        ],
        link: 'https://laserre.example/?a=1&b=2',
        firstComment: '-20 % samedi',
        collaborators: ['marie.fleurs'],
        campaignId: 'c1',
      },
      wall: '2026-11-26T18:30',
    },
    {
      content: {
        accountIds: ['fb'],
        kind: 'story',
        caption: '',
        media: [{ assetId: twin1, alt: 'Deux\nlignes' }],
      },
      wall: '2026-12-01T09:05',
      zone: 'America/Montreal',
    },
    {
      content: { accountIds: ['fb'], caption: 'Heure double', media: [] },
      wall: '2027-10-31T02:30',
      disambiguation: 'later',
    },
    { content: { accountIds: [], caption: '12345', media: [] } },
  ];
}

/** All posts, as far as a person sees them. */
function seen() {
  const { facts } = studio.posts;
  const planned = studio.posts.calendar(everything).map((tile) => tile.id);
  return [...planned, ...facts.draftIds()].map((id) => {
    const post = facts.readForTable(id);
    const { kind = 'post', ...content } = post?.content ?? { accountIds: [] };
    return {
      plan: post?.plan,
      content: JSON.parse(JSON.stringify({ ...content, kind })) as unknown,
    };
  });
}

test.each(['csv', 'xlsx'] as const)('%s comes back without loss', async (format) => {
  const { batchId } = studio.posts.createMany({ posts: awkwardPosts() });
  const before = seen();
  const file = await studio.bulk.export({ format, range: everything, drafts: true });
  expect(file.posts).toBe(4);
  studio.posts.undoBatch(batchId);
  expect(seen()).toEqual([]);
  const path = studio.file(file.name, Buffer.from(file.base64, 'base64'));
  const { sessionId, counts } = await studio.bulk.open({ path });
  expect(counts).toMatchObject({ rows: 4, errors: 0 });
  studio.bulk.confirm(sessionId);
  expect(seen()).toEqual(before);
});

test('F81 no cell of an export is a formula', async () => {
  studio.posts.createMany({ posts: awkwardPosts() });
  const file = await studio.bulk.export({ format: 'csv', range: everything }, 'en');
  const text = Buffer.from(file.base64, 'base64').toString('utf8');
  expect(text.startsWith('\ufeffDate,Time,')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""x"")`);
  expect(text).toContain(`'-20 % samedi`);
  expect(text).not.toMatch(/(^|,|\n)"?[=+@-]/);
  const french = await studio.bulk.export({ format: 'csv', range: everything }, 'fr');
  expect(Buffer.from(french.base64, 'base64').toString('utf8')).toContain('Date;Heure;');
});

test('only the posts that are asked for', async () => {
  const { items } = studio.posts.createMany({ posts: awkwardPosts() });
  const export1 = (asked: object) => studio.bulk.export({ format: 'csv', ...asked });
  const november = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z' };
  expect((await export1({ range: november })).posts).toBe(1);
  expect((await export1({ range: { ...everything, accountId: 'ig' } })).posts).toBe(1);
  expect((await export1({ postIds: items.slice(1, 3).map((item) => item.postId) })).posts).toBe(2);
  expect((await export1({})).posts).toBe(0);
});

test.each(['fr', 'en'] as const)(
  'the %s template reads back, and explains each column',
  async (language) => {
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await studio.bulk.template(format, language);
      const bytes = Buffer.from(file.base64, 'base64');
      const session = await studio.bulk.open({ path: studio.file(file.name, bytes) });
      expect(session.mapping).not.toContain('');
      expect(session.counts.rows).toBe(2);
      const wrong = studio.bulk
        .rows({ sessionId: session.sessionId })
        .items.flatMap((row) => row.issues.filter((issue) => issue.level === 'error'));
      expect([...new Set(wrong.map((issue) => issue.field))]).toEqual(['media']);
      if (format === 'csv') continue;
      const [, help] = await readSheets(bytes);
      expect(help?.data).toHaveLength(session.headers.length + 1);
      expect(help?.data.flat().every((cell) => typeof cell === 'string' && cell !== '')).toBe(true);
    }
  },
);
