import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTester, type Tester } from '../testing/open-tester.ts';

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
