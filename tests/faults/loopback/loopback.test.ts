import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHttpHost, type HttpHost } from '../../../server/http/http-host.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';
import { resourcesDir } from '../../support/test-tools.ts';
import { rawRequest, requestText, type RawAnswer } from './raw-request.ts';

let whole: WholeStudio;
let host: HttpHost;
let pageRoot: string;
let own: string;
let bearer: readonly [string, string];
const json = ['Content-Type', 'application/json'] as const;

beforeAll(async () => {
  pageRoot = mkdtempSync(join(tmpdir(), 'vitrine-page-'));
  mkdirSync(join(pageRoot, 'assets'));
  writeFileSync(join(pageRoot, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(pageRoot, 'assets', 'a.js'), 'run()');
  whole = await openWholeStudio();
  host = await startHttpHost({ port: 0, studio: whole.studio, pageRoot, resourcesDir });
  own = `127.0.0.1:${host.port}`;
  bearer = ['Authorization', `Bearer ${host.sessions.token}`];
});
afterAll(async () => {
  await host.close();
  await whole.close();
  rmSync(pageRoot, { recursive: true, force: true });
});

const send = (
  line: string,
  headers: readonly (readonly [string, string])[],
  body = '',
): Promise<RawAnswer> => rawRequest(host.port, requestText(line, headers, body));
const info = (headers: readonly (readonly [string, string])[], body = '{}') =>
  send('POST /rpc/app/info', headers, body);

test('answers the holder of the token', async () => {
  const answer = await info([['Host', own], bearer, json]);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({ mode: 'undecided' });
});

test('S13 listens on 127.0.0.1 alone', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => !entry.internal && entry.family === 'IPv4')
    .map((entry) => entry.address);
  for (const address of [...others, '::1']) {
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect(host.port, address);
      socket.on('connect', () => resolve('connected'));
      socket.on('error', () => resolve('refused'));
    });
    expect(outcome, address).toBe('refused');
  }
});

test.each([
  ['no token', []],
  ['an old token', [['Authorization', 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']]],
  ['an empty token', [['Authorization', 'Bearer ']]],
  ['a made-up cookie', [['Cookie', 'vitrine=1; vitrine_1=x']]],
] as const)('S14 refuses %s', async (_name, headers) => {
  const answer = await info([['Host', own], json, ['Origin', `http://${own}`], ...headers]);
  expect(answer.status).toBe(401);
  expect((await send('GET /', [['Host', own], ...headers])).status).toBe(401);
  expect((await send('GET /assets/a.js', [['Host', own], ...headers])).status).toBe(401);
});

test('S14 the token opens the studio once by its address; then a cookie that no script can read', async () => {
  const first = await send(`GET /?token=${host.sessions.token}`, [['Host', own]]);
  expect(first.status).toBe(303);
  const cookie = first.headers['set-cookie'] ?? '';
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect(cookie).not.toContain(host.sessions.token);
  const [pair = ''] = cookie.split(';');
  const page = await send('GET /', [
    ['Host', own],
    ['Cookie', pair],
  ]);
  expect(page.status).toBe(200);
  expect((await send(`GET /?token=${host.sessions.token}`, [['Host', own]])).status).toBe(401);
  expect(
    (
      await send('GET /?token=wrong', [
        ['Host', own],
        ['Cookie', pair],
      ])
    ).status,
  ).toBe(401);
  const key = host.sessions.newEntryKey();
  expect((await send(`GET /?token=${key}`, [['Host', own]])).status).toBe(303);
  expect((await send(`GET /?token=${key}`, [['Host', own]])).status).toBe(401);
});

test('S15 refuses every other name for itself, before looking at the token', async () => {
  const names = [
    'evil.example',
    `evil.example:${host.port}`,
    `127.0.0.1.:${host.port}`,
    `localhost.:${host.port}`,
    `127.0.0.1:${host.port + 1}`,
    '127.0.0.1',
    `[::1]:${host.port}`,
    `127.0.0.1:${host.port}@evil.example`,
  ];
  for (const name of names)
    expect((await info([['Host', name], bearer, json])).status, name).toBe(403);
  expect(
    (await info([['Host', own], ['Host', 'evil.example'], bearer, json])).status,
  ).toBeGreaterThanOrEqual(400);
  const absolute = await send(`GET http://${own}/`, [['Host', own], bearer]);
  expect(absolute.status).toBe(403);
  expect((await info([['Host', `localhost:${host.port}`], bearer, json])).status).toBe(200);
});

test('S16 F88 refuses a foreign origin always, and a missing one without the token', async () => {
  const key = host.sessions.newEntryKey();
  const entered = await send(`GET /?token=${key}`, [['Host', own]]);
  const cookie = ['Cookie', (entered.headers['set-cookie'] ?? '').split(';')[0] ?? ''] as const;
  for (const origin of [
    'https://evil.example',
    'null',
    `http://127.0.0.1:${host.port + 1}`,
    `https://${own}`,
    'app://vitrine',
  ]) {
    expect((await info([['Host', own], bearer, json, ['Origin', origin]])).status, origin).toBe(
      403,
    );
    expect((await info([['Host', own], cookie, json, ['Origin', origin]])).status, origin).toBe(
      403,
    );
  }
  expect((await info([['Host', own], cookie, json])).status).toBe(403);
  expect((await info([['Host', own], cookie, json, ['Origin', `http://${own}`]])).status).toBe(200);
  const crossSite = [
    ['Host', own],
    cookie,
    json,
    ['Origin', `http://${own}`],
    ['Sec-Fetch-Site', 'cross-site'],
  ] as const;
  expect((await info(crossSite)).status).toBe(403);
  const image = await send('GET /assets/a.js', [
    ['Host', own],
    cookie,
    ['Sec-Fetch-Site', 'same-site'],
    ['Sec-Fetch-Mode', 'no-cors'],
  ]);
  expect(image.status).toBe(403);
});

test('S16 the same holds for the upgrade to a WebSocket', async () => {
  const outcome = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const ws = new WebSocket(`ws://${own}/rpc-ws`, { headers });
      ws.on('open', () => {
        ws.close();
        resolve(101);
      });
      ws.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      ws.on('error', reject);
    });
  const authorization = `Bearer ${host.sessions.token}`;
  expect(await outcome({ authorization })).toBe(101);
  expect(await outcome({ authorization, origin: 'https://evil.example' })).toBe(403);
  expect(await outcome({ origin: `http://${own}` })).toBe(401);
  expect(await outcome({})).toBe(403);
});

test('S17 takes JSON only, of bounded size and depth', async () => {
  const ready = [['Host', own], bearer] as const;
  expect((await info([...ready, ['Content-Type', 'text/plain']])).status).toBe(415);
  expect(
    (await info([...ready, ['Content-Type', 'application/x-www-form-urlencoded']], 'a=1')).status,
  ).toBe(415);
  expect((await info(ready)).status).toBe(415);
  expect(
    (await send('OPTIONS /rpc/app/info', [...ready, ['Access-Control-Request-Method', 'POST']]))
      .status,
  ).toBe(405);
  const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
  expect((await info([...ready, json], deep)).status).toBe(422);
  const large = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
  const answer = await info([...ready, json], large);
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'too-large' });
  expect((await info([...ready, json], '{"a":')).status).toBeGreaterThanOrEqual(400);
  expect((await info([...ready, json])).status).toBe(200);
});

test('S17 reading changes nothing: a GET of a procedure is refused', async () => {
  for (const path of [
    '/rpc/app/info',
    '/rpc/shop/save?graceMinutes=1',
    '/upload',
    '/rpc/nothing',
  ]) {
    expect((await send(`GET ${path}`, [['Host', own], bearer])).status, path).toBe(405);
  }
});

test('S17 no answer invites another site', async () => {
  const answer = await info([['Host', own], bearer, json]);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual(
    [],
  );
});

test('S18 S4 every answer carries the safe headers, errors and media too', async () => {
  const requests = [
    'GET /',
    'GET /nothing',
    'GET /media/x/thumb',
    'POST /rpc/nothing/here',
    'DELETE /',
    'GET /resources/fonts/nothing.ttf',
  ];
  for (const line of requests) {
    const answer = await send(
      line,
      [['Host', own], bearer, json],
      line.startsWith('POST') ? '{}' : '',
    );
    expect(answer.headers, line).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers['content-security-policy'], line).toContain("default-src 'none'");
  }
  const page = await send('GET /', [['Host', own], bearer]);
  const nonce = /'nonce-([^']+)'/.exec(page.headers['content-security-policy'] ?? '')?.[1];
  expect(page.body).toContain(`content="${nonce}"`);
  expect(page.headers['content-security-policy']).not.toMatch(/'unsafe-/);
});

test.each([
  '/media/../../studio.db/original',
  '/media/..%2f..%2fstudio.db/original',
  '/media/%2e%2e/%2e%2e/studio.db',
  '/media//etc/passwd/original',
  '/media/C:%5Cwindows/original',
  '/media/\\\\server\\share/original',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%252e%252e/x.js',
  '/.env',
  '/resources/..%2fpackage.json',
  '/resources/texts/../../package.json',
])('S19 %s is not found', async (path) => {
  expect((await send(`GET ${path}`, [['Host', own], bearer])).status).toBe(404);
});

test('F89 a caller who never finishes its headers is let go, others are answered', async () => {
  const slow = connect(host.port, '127.0.0.1');
  slow.write('POST /rpc/app/info HTTP/1.1\r\nHost: ');
  const ended = new Promise<void>((resolve) => slow.on('close', () => resolve()));
  slow.on('error', () => {});
  slow.resume();
  expect((await info([['Host', own], bearer, json])).status).toBe(200);
  await ended;
});

test('F87 seeded nonsense gets typed refusals and stops nothing', async () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const paths = [
    'app/info',
    'catalogue/save',
    'posts/create',
    'inbox/reply',
    'publishing/answer',
    'nobody/home',
    '__proto__/x',
  ];
  const bodies = [
    '{}',
    '[]',
    'null',
    '"x"',
    '{"__proto__":{"a":1}}',
    '{"clientId":5}',
    '{"sku":{"a":[1,2,3]}}',
    '{"constructor":{"prototype":{"a":1}}}',
    '\u0000',
    '{"commentId":"9e99","text":"x","clientId":"y"}',
  ];
  for (let round = 0; round < 150; round += 1) {
    const path = paths[random(paths.length)] ?? '';
    const body = bodies[random(bodies.length)] ?? '';
    const answer = await send(`POST /rpc/${path}`, [['Host', own], bearer, json], body);
    expect([200, 400, 404, 422], `${path} ${body}`).toContain(answer.status);
    expect(() => JSON.parse(answer.body) as unknown).not.toThrow();
  }
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
});

test('the log says nothing of the token', () => {
  let text = '';
  try {
    text = readFileSync(join(whole.dataDir, 'logs', 'studio.log'), 'utf8');
  } catch {
    // Nothing was logged at all.
  }
  expect(text).not.toContain(host.sessions.token);
});
