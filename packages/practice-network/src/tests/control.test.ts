import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

async function status(path: string, authorization?: string): Promise<number> {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  return (await fetch(`${tester.ready.control}${path}`, { headers })).status;
}

test('control answers its owner only', async () => {
  expect(await status('/ledger')).toBe(401);
  expect(await status('/ledger', `Bearer ${tester.ready.page.token}`)).toBe(401);
  expect(await status('/ledger', `Bearer ${tester.ready.token}`)).toBe(200);
  expect(await status('/nothing', `Bearer ${tester.ready.token}`)).toBe(404);
  expect(await status('/toString', `Bearer ${tester.ready.token}`)).toBe(404);
});

test('the control token opens nothing on the graph', async () => {
  expect((await tester.get('/me', tester.ready.token)).status).toBe(401);
});

test('the clock is set and moved, and the Date header follows', async () => {
  await tester.control('/clock', { set: '2027-03-01T10:00:00Z' });
  await tester.advance(90_000);
  const date = Date.parse((await tester.get('/me')).headers.get('date') ?? '');
  const expected = Date.parse('2027-03-01T10:01:30Z');
  expect(date).toBeGreaterThanOrEqual(expected);
  expect(date).toBeLessThan(expected + 60_000);
  await expect(tester.control('/clock', {})).rejects.toThrow(/set or advanceMs/);
  await expect(tester.control('/clock', { set: 'tomorrow' })).rejects.toThrow(/instant/);
});

test('the journal has every request, tokens left out', async () => {
  const { page, user } = tester.ready;
  await fetch(`${tester.ready.url}/me?access_token=${page.token}`);
  await tester.get(`/debug_token?input_token=${page.token}`, user.token);
  await tester.form(`/${page.id}/photos`, { message: 'x', access_token: page.token });
  const journal = await tester.control('/journal');
  expect(journal).toMatchObject([
    { method: 'GET', path: '/me', status: 200, params: { access_token: '…' } },
    { path: '/v26.0/debug_token', params: { input_token: '…' } },
    { method: 'POST', status: 400, params: { message: 'x', access_token: '…' } },
  ]);
  expect(JSON.stringify(journal)).not.toContain('EAAPRACTICE');
});

test('unknown settings and permissions are refused', async () => {
  await expect(tester.control('/settings', { colour: 'red' })).rejects.toThrow(/colour/);
  await expect(tester.control('/settings', { processing: 'never' })).rejects.toThrow(/processing/);
  await expect(tester.control('/permissions', { permission: 'fly' })).rejects.toThrow(/fly/);
  await expect(
    tester.control('/products/review', { retailerId: 'x', status: 'approved' }),
  ).rejects.toThrow(/no such product/);
  await expect(tester.control('/comments', { object: '1', message: 'x' })).rejects.toThrow(
    /nothing to comment on/,
  );
  await expect(tester.control('/tokens/expire', { token: 'nope' })).rejects.toThrow(
    /no such token/,
  );
});

test('a post can be taken away in the app', async () => {
  const post = await tester.visiblePost();
  const media = await tester.media();
  await tester.control('/remove', { object: post });
  await tester.control('/remove', { object: media });
  expect((await tester.get(`/${post}`)).status).toBe(400);
  expect((await tester.get(`/${media}`)).status).toBe(400);
  expect((await tester.ledger()).filter((effect) => effect.kind === 'delete')).toMatchObject([
    { objectId: post, by: 'control' },
    { objectId: media, by: 'control' },
  ]);
});

test('the ledger can be read from a number on', async () => {
  await tester.visiblePost('a');
  await tester.visiblePost('b');
  const later = await tester.control('/ledger?after=1');
  expect(later).toMatchObject([{ n: 2, text: 'b' }]);
  expect(later).toHaveLength(1);
});

/** The words of comments in the order in which a list gives them. */
async function listed(object: string, query = ''): Promise<string[]> {
  const { body } = await tester.get(`/${object}/comments?fields=message,from${query}`);
  return (body as { data: { message: string }[] }).data.map((row) => row.message);
}

async function addComment(object: string, message: string, more: object = {}): Promise<string> {
  return dig(await tester.control('/comments', { object, message, ...more }), 'id');
}

test('comments are put in another order, which only the ranked list shows', async () => {
  const post = await tester.visiblePost();
  const ids: string[] = [];
  for (const words of ['a', 'b', 'c', 'd']) ids.push(await addComment(post, words));
  const [a = '', b = '', c = ''] = ids;
  const byTime = await listed(post, '&order=chronological');
  await tester.control('/comments', { action: 'reorder', ids: [c, a] });
  expect((await listed(post)).slice(0, 2)).toEqual(['c', 'a']);
  await tester.control('/comments', { action: 'reorder', ids: [b, a, c] });
  expect((await listed(post)).slice(0, 3)).toEqual(['b', 'a', 'c']);
  expect(await listed(post, '&order=chronological')).toEqual(byTime);

  const other = await addComment(await tester.visiblePost('x'), 'e');
  const onInstagram = await addComment(await tester.media(), 'f');
  for (const wrong of [[a, other], [onInstagram], ['1'], [], undefined])
    await expect(tester.control('/comments', { action: 'reorder', ids: wrong })).rejects.toThrow();
});

test('a comment may be old already when it comes, or come later than it was written', async () => {
  const post = await tester.visiblePost();
  const nowMs = Date.parse((await tester.get('/me')).headers.get('date') ?? '');
  const at = (ms: number): string => new Date(nowMs + ms).toISOString();
  await addComment(post, 'new');
  await addComment(post, 'old', { createdTime: at(-86_400_000) });
  await addComment(post, 'late', { createdTime: at(-1000), arrivesAt: at(600_000) });
  expect(await listed(post, '&order=chronological')).toEqual(['old', 'new']);
  await tester.advance(601_000);
  expect(await listed(post, '&order=chronological')).toEqual(['old', 'late', 'new']);
});

test('a person takes another name in everything they wrote', async () => {
  const post = await tester.visiblePost();
  await addComment(post, 'one', { from: 'Eva' });
  await addComment(post, 'two', { from: 'Eva' });
  expect(
    await tester.control('/comments', { action: 'rename', from: 'Eva', name: 'Eva B.' }),
  ).toEqual({ renamed: 2 });
  const { body } = await tester.get(`/${post}/comments?fields=from`);
  expect(dig(body, 'data', 0, 'from', 'name')).toBe('Eva B.');
  await expect(
    tester.control('/comments', { action: 'rename', from: 'Nobody', name: 'x' }),
  ).rejects.toThrow(/Nobody/);
});

test('customers are called to what is there, and draw by the seed they are given', async () => {
  const voices = async (seed: number): Promise<unknown[]> => {
    const own = await openTester({ seed: 1 });
    const post = await own.visiblePost();
    await own.control('/personas', { seed, object: post });
    await own.advance(700_000);
    const effects = await own.ledger();
    await own.close();
    return effects.filter(({ by }) => by === 'persona').map(({ text }) => text);
  };
  const first = await voices(5);
  expect(first.length).toBeGreaterThanOrEqual(2);
  expect(await voices(5)).toEqual(first);
  expect(await voices(6)).not.toEqual(first);
  await expect(tester.control('/personas', { object: '1' })).rejects.toThrow(/nothing to comment/);
});

test('a fault strikes by edge, by number and by seeded chance', async () => {
  const struck = async (edge: string, chance: object): Promise<boolean[]> => {
    await tester.control('/faults/clear', {});
    await tester.control('/faults', { edge, mode: 'http500-before', ...chance });
    const all: boolean[] = [];
    for (let n = 0; n < 12; n += 1) all.push((await tester.get('/me')).status === 500);
    return all;
  };
  expect(await struck('GET /{page}', { count: 2, skip: 1 })).toEqual(
    Array.from({ length: 12 }, (_, n) => n === 1 || n === 2),
  );
  expect(await struck('GET /{media}', { count: 2 })).not.toContain(true);
  const drawn = await struck('*', { chance: 0.5, seed: 9 });
  expect(new Set(drawn)).toEqual(new Set([true, false]));
  expect(await struck('*', { chance: 0.5, seed: 9 })).toEqual(drawn);
  expect(await struck('*', { chance: 0.5, seed: 10 })).not.toEqual(drawn);
});
