import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import {
  answerJson,
  canaryToken,
  startRawNetwork,
  type Behaviour,
  type RawNetwork,
} from '../test-support/raw-network.ts';
import { maxAnswerBytes } from './http-exchange.ts';
import { countOf, flagOf, instantOf, textOf, wordsOf } from './read-values.ts';
import { readUsage } from './read-usage.ts';

// What networks that keep to the letter of the reference, and no further, may answer.

let network: RawNetwork | undefined;
afterEach(() => network?.close());

async function answering(body: unknown): Promise<RawNetwork> {
  return networkThat((_, response) => answerJson(response, body));
}

async function networkThat(behave: Behaviour): Promise<RawNetwork> {
  network = await startRawNetwork(behave);
  return network;
}

const posts = { objectId: '104600_7710' };
const comment = { id: '7710_9001', message: 'How much?', created_time: '2026-11-20T09:15:27+0000' };

test.each([
  ['after', 'limit=25&after=QVFI%3D', { after: 'QVFI=' }],
  [
    'until',
    'limit=25&until=1763600000&__paging_token=abc',
    { until: '1763600000', __paging_token: 'abc' },
  ],
  ['offset', 'limit=25&offset=25', { offset: '25' }],
])('a list that names its next page by its address alone goes on (%s)', async (_, next, asked) => {
  const address = `https://graph.facebook.com/v26.0/1/comments?access_token=${canaryToken}&${next}`;
  const opened = await answering({ data: [comment], paging: { next: address } });
  const client = opened.client();
  const page = await client.listFacebookComments(posts);
  expect(JSON.stringify(page)).not.toContain(canaryToken);
  const after = page.ok ? page.value.after : undefined;
  await client.listFacebookComments({ ...posts, ...(after !== undefined && { after }) });
  const query = Object.fromEntries(opened.seen[1]?.query ?? []);
  expect(query).toMatchObject({ filter: 'stream', limit: '50', ...asked });
  expect(Object.keys(query)).not.toContain('access_token');
});

test.each([
  ['no address at all', { cursors: { after: 'A' } }],
  ['an address that says nothing', { next: 'https://graph.facebook.com/v26.0/1/comments' }],
  ['no address that can be read', { next: 'next' }],
  ['nothing', null],
])('a list whose paging names %s ends there', async (_, paging) => {
  const opened = await answering({ data: [comment], paging });
  const page = await opened.client().listFacebookComments(posts);
  expect(page).toMatchObject({ ok: true, value: { items: [{ id: '7710_9001' }] } });
  expect(page.ok && page.value).not.toHaveProperty('after');
});

test('a comment without a time, or with one that cannot be, is a comment', async () => {
  const { created_time: _, ...timeless } = comment;
  const opened = await answering({
    data: [timeless, { ...comment, id: '2', created_time: '+275760-09-12T00:00:00+0000' }],
  });
  const page = await opened.client().listFacebookComments(posts);
  const items = [
    { id: '7710_9001', text: 'How much?' },
    { id: '2', text: 'How much?' },
  ];
  expect(page).toMatchObject({ ok: true, value: { items } });
  expect(JSON.stringify(page)).not.toContain('createdAt');
});

test('an Instagram comment without a time is one, and so are its replies', async () => {
  const opened = await answering({
    data: [{ id: '17', text: 'A', replies: { data: [{ id: '18', text: 'B' }] } }],
  });
  const page = await opened.client().listInstagramComments({ mediaId: '179' });
  expect(page).toMatchObject({ value: { items: [{ id: '17' }, { id: '18', parentId: '17' }] } });
});

test('replies that have more pages than came with their comment are told of', async () => {
  const next = 'https://graph.facebook.com/v26.0/17/replies?after=QQ';
  const replies = { data: [{ id: '18', text: 'B' }], paging: { cursors: { after: 'QQ' }, next } };
  const opened = await answering({
    data: [
      { id: '17', text: 'A', replies },
      { id: '19', text: 'C' },
    ],
  });
  const page = await opened.client().listInstagramComments({ mediaId: '179' });
  const items = page.ok ? page.value.items : [];
  expect(items.map(({ id, hasMoreReplies }) => [id, hasMoreReplies])).toEqual([
    ['17', true],
    ['18', undefined],
    ['19', undefined],
  ]);
});

test('whether a comment is hidden is unknown where the network does not tell', async () => {
  const opened = await answering({ data: [comment, { ...comment, id: '2', is_hidden: 'true' }] });
  const page = await opened.client().listFacebookComments(posts);
  const items = page.ok ? page.value.items : [];
  expect(items.map(({ isHidden }) => isHidden)).toEqual([undefined, true]);
});

test('texts are whole characters, also where the network cut one in two', async () => {
  const opened = await networkThat((_, response) =>
    answerJson(response, String.raw`{"data":[{"id":"1","message":"cut \ud83d here"}]}`),
  );
  const page = await opened.client().listFacebookComments(posts);
  expect(page).toMatchObject({ value: { items: [{ text: 'cut \ufffd here' }] } });
});

test('words that are left out are not empty ones', async () => {
  const opened = await answering({ data: [{ id: '1' }, { id: '2', message: '' }] });
  const page = await opened.client().listFacebookComments(posts);
  const items = page.ok ? page.value.items : [];
  expect(items.map(({ lacksText }) => lacksText)).toEqual([true, undefined]);
});

test.each([
  [12, 12],
  ['12', 12],
  [1.5, 1],
  [1e21, undefined],
  [-1, undefined],
  ['many', undefined],
])('the count %s is %s', (value, count) => {
  expect(countOf(value)).toBe(count);
});

test.each(['t_1001', 'm_1', 'm_AbC-d.$e:f='])(
  'a thread or message may be called %s',
  async (id) => {
    const opened = await answering({ data: [] });
    expect(await opened.client().messages({ conversationId: id })).toMatchObject({ ok: true });
    expect(opened.seen[0]?.path).toBe(`/v26.0/${encodeURIComponent(id)}/messages`);
  },
);

test('numbers where words are usual are words', () => {
  expect(textOf(42)).toBe('42');
  expect(wordsOf(42)).toBe('42');
  expect(wordsOf('')).toBeUndefined();
  expect(textOf(null)).toBeUndefined();
});

test.each([
  [true, true],
  ['true', true],
  [1, true],
  [false, false],
  ['false', false],
  [0, false],
  ['perhaps', undefined],
  [2, undefined],
  [null, undefined],
])('the flag %o says %o', (value, is) => {
  expect(flagOf(value)).toBe(is);
});

test.each([
  ['2026-11-20T09:15:27+0000', Date.UTC(2026, 10, 20, 9, 15, 27)],
  ['2026-11-20T09:15:27Z', Date.UTC(2026, 10, 20, 9, 15, 27)],
  ['2026-11-20T09:15:27.250+00:00', Date.UTC(2026, 10, 20, 9, 15, 27, 250)],
  ['2026-11-20T09:15:27', Date.UTC(2026, 10, 20, 9, 15, 27)],
  ['2026-11-20 09:15:27', Date.UTC(2026, 10, 20, 9, 15, 27)],
  [1_763_600_000, 1_763_600_000_000],
  [1_763_600_000_123, 1_763_600_000_123],
  ['1763600000', 1_763_600_000_000],
  ['+275760-09-12T00:00:00Z', undefined],
  ['1890-01-01T00:00:00Z', undefined],
  [-5, undefined],
  [1e300, undefined],
  [0, undefined],
])('the instant %s is read by the clocks of the network', (value, at) => {
  expect(instantOf(value)).toBe(at);
});

test('F39 figures beyond all bounds are taken for the limit, and a pause ends within a day', () => {
  const entry = { type: 'pages', call_count: 1e12, estimated_time_to_regain_access: 1e15 };
  const header = JSON.stringify({ '104600': [entry] });
  expect(readUsage({ 'x-business-use-case-usage': header })).toEqual([
    { kind: 'pages', objectId: '104600', percent: 100, regainAfterMs: 24 * 60 * 60_000 },
  ]);
});

test('packed answers are unpacked', async () => {
  const opened = await networkThat((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(gzipSync(JSON.stringify({ data: [comment] })));
  });
  const page = await opened.client().listFacebookComments(posts);
  expect(page).toMatchObject({ ok: true, value: { items: [{ id: '7710_9001' }] } });
});

test.each([
  ['is cut', gzipSync(JSON.stringify({ id: '1' })).subarray(0, 12), 'broken'],
  ['never ends', gzipSync(Buffer.alloc(maxAnswerBytes + 1)), 'too-large'],
])('a packed answer to a visible call that %s leaves it unknown', async (_, bytes, why) => {
  const opened = await networkThat((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(bytes);
  });
  const result = await opened.client().replyFacebook({ commentId: '7710_9001', text: 'Yes' });
  expect(result).toMatchObject({ failure: { outcome: 'unknown', meaning: `answer-${why}` } });
});
