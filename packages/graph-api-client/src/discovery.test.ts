import { afterEach, expect, test } from 'vitest';
import {
  answerError,
  answerJson,
  startRawNetwork,
  type RawNetwork,
  type SeenRequest,
} from '../test-support/raw-network.ts';
import { readEveryPage } from './read-every-page.ts';
import type { GraphResult, ListPage } from './result.ts';

let network: RawNetwork;
afterEach(() => network?.close());

type Answers = Record<string, unknown>;
const refused = { refused: true };

/** Answers by path; a list of pages by `after`. */
async function networkOf(answers: Answers): Promise<RawNetwork> {
  network = await startRawNetwork((request, response) => {
    const answer = answers[keyOf(request)];
    if (answer === refused) return answerError(response, { code: 10, message: 'no permission' });
    return answerJson(response, answer ?? { data: [] });
  });
  return network;
}

function keyOf({ path, query }: SeenRequest): string {
  const after = query.get('after');
  return `${path.replace('/v26.0/', '')}${after === null ? '' : `#${after}`}`;
}

const page = (id: string, more: object = {}): object => ({ id, name: `Shop ${id}`, ...more });
const more = (after: string): object => ({
  cursors: { after },
  next: 'https://graph/next?access_token=EAAxxxxxxxx',
});

test('Pages of the person and of every business are found, each once', async () => {
  const { client } = await networkOf({
    'me/accounts': { data: [page('1', { access_token: 'EAAone', tasks: ['MANAGE'] })] },
    'me/businesses': { data: [{ id: '70', name: 'Rosa & Co' }], paging: more('B2') },
    'me/businesses#B2': { data: [{ id: '71' }] },
    '70/owned_pages': { data: [page('1'), page('2')], paging: more('P2') },
    '70/owned_pages#P2': { data: [page('3', { access_token: 'EAAthree' })] },
    '71/client_pages': { data: [page('2'), page('4')] },
    '2': { id: '2', access_token: 'EAAtwo' },
    '4': { id: '4' },
  });
  const found = await client().discoverAccounts();
  if (!found.ok) throw new Error(found.failure.message);
  const { pages, notRead } = found.value;
  expect(notRead).toEqual([]);
  expect(pages.map(({ id, token, business }) => [id, token, business?.id])).toEqual([
    ['1', 'EAAone', '70'],
    ['2', 'EAAtwo', '70'],
    ['3', 'EAAthree', '70'],
    ['4', undefined, '71'],
  ]);
  expect(pages[0]?.tasks).toEqual(['MANAGE']);
});

test('without the permission for businesses the person’s own Pages are still there', async () => {
  const { client } = await networkOf({
    'me/accounts': { data: [page('1', { access_token: 'EAAone' })] },
    'me/businesses': refused,
  });
  expect(await client().discoverAccounts()).toMatchObject({
    ok: true,
    value: { pages: [{ id: '1' }], notRead: [{ reaction: 'permission' }] },
  });
});

test('one business that is closed hides nothing of the others', async () => {
  const { client } = await networkOf({
    'me/accounts': { data: [] },
    'me/businesses': { data: [{ id: '70' }, { id: '71' }] },
    '70/owned_pages': refused,
    '71/owned_pages': { data: [page('5', { access_token: 'EAAfive' })] },
  });
  const found = await client().discoverAccounts();
  expect(found).toMatchObject({
    ok: true,
    value: { pages: [{ id: '5' }], notRead: [{ code: 10 }] },
  });
});

test('without the person’s own Pages there is no answer', async () => {
  const { client } = await networkOf({ 'me/accounts': refused });
  expect(await client().discoverAccounts()).toMatchObject({ failure: { reaction: 'permission' } });
});

type Row = { id: string };
const listed = (ids: string[], after?: string): GraphResult<ListPage<Row>> => ({
  ok: true,
  value: { items: ids.map((id) => ({ id })), ...(after !== undefined && { after }) },
});

async function readThrough(pages: GraphResult<ListPage<Row>>[], maxPages?: number) {
  const asked: (string | undefined)[] = [];
  const result = await readEveryPage<Row>(
    ({ after }) => {
      asked.push(after);
      return Promise.resolve(pages[asked.length - 1] ?? listed([]));
    },
    { keyOf: (row) => row.id, ...(maxPages !== undefined && { maxPages }) },
  );
  return { asked, ids: result.ok ? result.value.map((row) => row.id) : result.failure.meaning };
}

test('a list is read over an empty page in its middle', async () => {
  const read = await readThrough([listed(['1'], 'a'), listed([], 'b'), listed(['2'])]);
  expect(read).toEqual({ asked: [undefined, 'a', 'b'], ids: ['1', '2'] });
});

test('a list that brings nothing new, repeats its cursor or never ends is left', async () => {
  expect((await readThrough([listed(['1'], 'a'), listed(['1'], 'b')])).asked).toHaveLength(2);
  expect((await readThrough([listed(['1'], 'a'), listed(['2'], 'a')])).asked).toHaveLength(2);
  const endless = Array.from({ length: 9 }, (_, at) => listed([String(at)], `c${at}`));
  expect((await readThrough(endless, 4)).ids).toHaveLength(4);
});

test('a page that fails fails the list', async () => {
  const failure = {
    outcome: 'not-done',
    reaction: 'reconnect',
    meaning: 'token-dead',
    message: 'x',
  } as const;
  const read = await readThrough([listed(['1'], 'a'), { ok: false, failure }]);
  expect(read.ids).toBe('token-dead');
});
