import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Answered, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
let hidden = '';
beforeEach(async () => {
  tester = await openTester();
  hidden = dig((await tester.post('/me/feed', { message: 'x', published: false })).body, 'id');
});
afterEach(() => tester.close());

const edge = 'POST /{post}';
const show = (): Promise<Answered> => tester.post(`/${hidden}`, { is_published: true });
const fault = (mode: string, more: Record<string, unknown> = {}): Promise<unknown> =>
  tester.control('/faults', { edge, mode, ...more });

async function isShown(): Promise<boolean> {
  return (await tester.ledger()).length === 1;
}

/** Ends the call after a while, as an impatient client does. */
async function impatient(path: string): Promise<string> {
  try {
    const response = await fetch(`${tester.ready.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tester.ready.page.token}` },
      body: new URLSearchParams({ is_published: 'true' }),
      signal: AbortSignal.timeout(400),
    });
    return String(response.status);
  } catch (error) {
    return error instanceof Error ? error.name : 'failed';
  }
}

test.each([
  ['refuse', false],
  ['reset-before', false],
  ['reset-after', true],
])('%s cuts the line; done: %s', async (mode, done) => {
  await fault(mode);
  await expect(show()).rejects.toThrow('fetch failed');
  expect(await isShown()).toBe(done);
});

test.each([
  ['timeout_before', false],
  ['timeout_after', true],
  ['slow-after', true],
])('%s leaves the asker waiting; done: %s', async (mode, done) => {
  await fault(mode);
  expect(await impatient(`/${hidden}`)).toBe('TimeoutError');
  expect(await isShown()).toBe(done);
});

test.each([
  ['http500_before', 500, 2, false],
  ['500-after', 500, 2, true],
  ['400-after', 400, 20, true],
  ['rate', 400, 4, false],
  ['token', 401, 190, false],
  ['perm', 400, 10, false],
  ['policy', 400, 368, false],
  ['error', 400, 100, false],
])('%s answers %i with code %i; done: %s', async (mode, status, code, done) => {
  await fault(mode);
  const answer = await show();
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ error: { code } });
  expect(await isShown()).toBe(done);
  expect((await show()).status).toBe(200);
  expect(await isShown()).toBe(true);
});

test('codes, minutes and permissions are as one asks for', async () => {
  await fault('rate', { code: 32, minutes: 17 });
  const limited = await show();
  expect(limited.body).toMatchObject({ error: { code: 32 } });
  expect(limited.headers.get('x-business-use-case-usage')).toContain(
    '"estimated_time_to_regain_access":17',
  );
  await fault('token', { subcode: 460 });
  expect((await show()).body).toMatchObject({ error: { code: 190, error_subcode: 460 } });
  await fault('perm', { name: 'pages_manage_posts', code: 200 });
  expect((await show()).body).toMatchObject({
    error: { code: 200, message: expect.stringContaining('pages_manage_posts') as string },
  });
  await fault('policy', { code: 4 });
  expect((await show()).body).toMatchObject({ error: { code: 4, error_subcode: 2207051 } });
});

test.each([
  ['html_502', 502, false],
  ['html200', 200, false],
])('%s answers a page of HTML; done: %s', async (mode, status, done) => {
  await fault(mode);
  const answer = await show();
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(/^<!DOCTYPE html>/);
  expect(await isShown()).toBe(done);
});

test.each([
  ['30x', 307],
  ['302', 302],
])('%s sends elsewhere, nothing done', async (mode, status) => {
  await fault(mode);
  const answer = await show();
  expect([answer.status, answer.headers.get('location')]).toEqual([status, '/elsewhere']);
  expect(await isShown()).toBe(false);
});

test('half-json is done but unreadable', async () => {
  await fault('half-json');
  const answer = await show();
  expect(answer.status).toBe(200);
  expect(() => JSON.parse(answer.text) as unknown).toThrow(SyntaxError);
  expect(await isShown()).toBe(true);
});

test('success_without_id is done but has no id', async () => {
  await tester.control('/faults', { edge: 'POST /{page}/feed', mode: 'success_without_id' });
  expect((await tester.post('/me/feed', { message: 'y' })).text).toBe('{"success":true}');
  expect(await isShown()).toBe(true);
});

test('slow is only late', async () => {
  await fault('slow', { ms: 50 });
  expect((await show()).status).toBe(200);
});

test('a fault strikes as often as asked, then no more; it can be cleared', async () => {
  await fault('rate', { count: 2 });
  expect([(await show()).status, (await show()).status, (await show()).status]).toEqual([
    400, 400, 200,
  ]);
  await fault('rate', { count: -1 });
  expect((await show()).status).toBe(400);
  expect(await tester.control('/faults/clear', {})).toMatchObject({ cleared: 2 });
  expect((await show()).status).toBe(200);
});

test('a fault may let the first ones pass', async () => {
  await fault('rate', { skip: 2 });
  expect([(await show()).status, (await show()).status, (await show()).status]).toEqual([
    200, 200, 400,
  ]);
});

test('chance is drawn by the seed: the same each time', async () => {
  const draw = async (seed: number): Promise<number[]> => {
    await tester.control('/faults/clear', {});
    await fault('rate', { chance: 0.5, seed });
    const states: number[] = [];
    for (let n = 0; n < 12; n += 1) states.push((await show()).status);
    return states;
  };
  const first = await draw(11);
  expect(await draw(11)).toEqual(first);
  expect(await draw(12)).not.toEqual(first);
  expect(new Set(first)).toEqual(new Set([200, 400]));
});

test('a fault strikes its edge only', async () => {
  await fault('rate', { count: -1 });
  expect((await tester.post('/me/feed', { message: 'free' })).status).toBe(200);
  expect((await tester.get(`/${hidden}`)).status).toBe(200);
});

test('stale reads show the past, writes the present', async () => {
  await tester.advance(60_000);
  await show();
  await tester.control('/faults', { edge: 'GET *', mode: 'stale_read', s: 30, count: -1 });
  expect((await tester.get(`/${hidden}?fields=is_published`)).body).toMatchObject({
    is_published: false,
  });
  expect((await tester.get('/me/published_posts')).body).toEqual({ data: [] });
  await tester.advance(31_000);
  expect((await tester.get(`/${hidden}?fields=is_published`)).body).toMatchObject({
    is_published: true,
  });
});

test('not_found_yet hides what is fresh, and only that', async () => {
  await tester.control('/faults', {
    edge: 'GET /{post}',
    mode: 'not_found_yet',
    seconds: 20,
    count: -1,
  });
  expect((await tester.get(`/${hidden}`)).body).toMatchObject({
    error: { code: 100, error_subcode: 33 },
  });
  await tester.advance(21_000);
  expect((await tester.get(`/${hidden}`)).status).toBe(200);
});

test('rows go missing, come twice, cursors break, fields are added', async () => {
  for (const message of ['a', 'b', 'c']) await tester.visiblePost(message);
  const list = async (more = ''): Promise<{ data: { message: string }[]; paging: unknown }> =>
    (await tester.get(`/me/published_posts?fields=message&limit=2${more}`)).body as never;
  const read = { edge: 'GET /{page}/published_posts' };
  const whole = await list();
  await tester.control('/faults', { ...read, mode: 'missing-row' });
  expect((await list()).data).toEqual(whole.data.slice(1));
  await tester.control('/faults', { ...read, mode: 'dup-row' });
  expect((await list()).data).toEqual([whole.data[0], ...whole.data]);
  await tester.control('/faults', { ...read, mode: 'unknown_field_added' });
  expect(await list()).toMatchObject({ ...whole, practice_new_field: {} });
  await tester.control('/faults', { ...read, mode: 'cursor_invalid' });
  expect(await list()).toEqual(whole);
  const after = dig(whole.paging, 'cursors', 'after');
  expect(await list(`&after=${after}`)).toMatchObject({ error: { code: 100 } });
  expect((await list(`&after=${after}`)).data).toHaveLength(1);
});

test('containers may hang for ever or fail at the last moment', async () => {
  const { id } = tester.ready.instagram;
  const make = async (): Promise<string> =>
    dig((await tester.post(`/${id}/media`, { image_url: await tester.imageUrl() })).body, 'id');
  await tester.control('/faults', { edge: 'POST /{ig}/media', mode: 'stuck_processing' });
  const [stuck, late] = [await make(), await make()];
  await tester.advance(3_600_000);
  expect((await tester.get(`/${stuck}?fields=status_code`)).body).toMatchObject({
    status_code: 'IN_PROGRESS',
  });
  await tester.control('/faults', { edge: 'POST /{ig}/media_publish', mode: 'late_error' });
  expect((await tester.post(`/${id}/media_publish`, { creation_id: late })).status).toBe(400);
  expect((await tester.get(`/${late}?fields=status_code`)).body).toMatchObject({
    status_code: 'ERROR',
  });
});

test('usage climbs, the clock is off, pictures get lost', async () => {
  await tester.control('/faults', { edge: '*', mode: 'usage_ramp', count: 3 });
  const shares: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const usage = (await tester.get('/me')).headers.get('x-app-usage') ?? '{}';
    shares.push(dig(JSON.parse(usage), 'call_count'));
  }
  expect(shares).toEqual(['70', '75', '80']);
  await tester.control('/faults', { edge: '*', mode: 'clock_skew', seconds: 3600 });
  const skewed = Date.parse((await tester.get('/me')).headers.get('date') ?? '');
  expect(skewed - Date.now()).toBeGreaterThan(3_500_000);
  const address = await tester.imageUrl();
  await tester.control('/faults', { edge: 'GET /cdn/*', mode: 'lost_media' });
  expect([(await fetch(address)).status, (await fetch(address)).status]).toEqual([403, 200]);
});

test('a mode that does not exist is refused', async () => {
  await expect(fault('rain')).rejects.toThrow(/no fault mode/);
});
