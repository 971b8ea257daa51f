import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import {
  answerError,
  answerJson,
  canaryToken,
  startRawNetwork,
  type Behaviour,
  type RawNetwork,
} from '../test-support/raw-network.ts';
import { createGraphClient } from './create-graph-client.ts';
import { maxAnswerBytes } from './http-exchange.ts';
import type { GraphFailure, GraphResult } from './result.ts';

let open: RawNetwork[] = [];

afterEach(async () => {
  await Promise.all(open.map((network) => network.close()));
  open = [];
});

async function networkThat(behave: Behaviour): Promise<RawNetwork> {
  const network = await startRawNetwork(behave);
  open.push(network);
  return network;
}

function failureOf(result: GraphResult<unknown>): GraphFailure {
  if (result.ok) throw new Error(`expected a failure, got ${inspect(result)}`);
  return result.failure;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const publish = { igId: '17841400000000001', containerId: '17889000000000001' };

test('sends the token in the header only and a visible call once on its own connection', async () => {
  const network = await networkThat((_, response) =>
    answerJson(response, { id: '17900000000000009' }),
  );
  const result = await network.client().publishContainer(publish);
  expect(result).toMatchObject({
    ok: true,
    visible: true,
    value: { mediaId: '17900000000000009' },
  });
  expect(network.seen).toHaveLength(1);
  const [request] = network.seen;
  expect(request).toMatchObject({
    method: 'POST',
    path: '/v26.0/17841400000000001/media_publish',
    body: 'creation_id=17889000000000001',
  });
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${canaryToken}`,
    connection: 'close',
  });
  expect(request?.query.size).toBe(0);
});

test('reads share a connection', async () => {
  const ports = new Set<number | undefined>();
  const network = await networkThat((_, response, socket) => {
    ports.add(socket.remotePort);
    answerJson(response, { id: '1', name: 'Shop' });
  });
  const client = network.client();
  await client.me();
  await client.me();
  expect(ports.size).toBe(1);
});

test('F33 a refused connection was not sent, and the line is down', async () => {
  const port = await closedPort();
  const client = createGraphClient({
    baseUrls: { graph: `http://127.0.0.1:${port}` },
    token: canaryToken,
  });
  const failure = failureOf(await client.publishContainer(publish));
  expect(failure).toMatchObject({ outcome: 'not-sent', reaction: 'wait', offline: true });
  expect(failure.message).toContain('ECONNREFUSED');
});

test('F33 a name that does not resolve was not sent', async () => {
  const client = createGraphClient({
    baseUrls: { graph: 'https://graph.invalid' },
    token: canaryToken,
  });
  expect(failureOf(await client.publishContainer(publish))).toMatchObject({
    outcome: 'not-sent',
    offline: true,
  });
});

test('F33 a failed TLS handshake was not sent', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end('this is not TLS'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createGraphClient({
    baseUrls: { graph: `https://127.0.0.1:${port}` },
    token: canaryToken,
  });
  const failure = failureOf(await client.publishContainer(publish));
  await new Promise((resolve) => server.close(resolve));
  expect(failure).toMatchObject({ outcome: 'not-sent', offline: true });
});

test('F35 a connection cut after the request leaves a visible call unknown', async () => {
  const network = await networkThat((_, __, socket) => {
    socket.resetAndDestroy();
  });
  const failure = failureOf(await network.client().publishContainer(publish));
  expect(failure).toMatchObject({ outcome: 'unknown', reaction: 'retry' });
  expect(failure.offline).toBeUndefined();
  expect(network.seen).toHaveLength(1);
});

test('F35 a connection cut before the body is read leaves a visible call unknown', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.resetAndDestroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = createGraphClient({
    baseUrls: { graph: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    token: canaryToken,
  });
  const failure = failureOf(await client.publishContainer(publish));
  await new Promise((resolve) => server.close(resolve));
  expect(failure.outcome).toBe('unknown');
});

test('F35 an answer that comes too late leaves a visible call unknown', async () => {
  const network = await networkThat(() => {});
  const client = network.client({ timeoutMs: 200 });
  expect(failureOf(await client.publishContainer(publish))).toMatchObject({
    outcome: 'unknown',
    meaning: 'answer-timeout',
  });
});

test('a call given up before the connection stands was not sent', async () => {
  const network = await networkThat((_, response) => answerJson(response, { id: '1' }));
  const result = await network.client().publishContainer(publish, { signal: AbortSignal.abort() });
  expect(failureOf(result)).toMatchObject({ outcome: 'not-sent', meaning: 'aborted' });
  expect(failureOf(result).offline).toBeUndefined();
  expect(network.seen).toHaveLength(0);
});

test('a call given up while it runs is unknown', async () => {
  const stop = new AbortController();
  const network = await networkThat(() => stop.abort());
  const result = await network.client().publishContainer(publish, { signal: stop.signal });
  expect(failureOf(result)).toMatchObject({ outcome: 'unknown', meaning: 'answer-aborted' });
});

test.each([301, 302, 303, 307, 308])('F37 a redirect (%i) is not followed', async (status) => {
  const network = await networkThat((request, response) => {
    if (request.path.startsWith('/elsewhere')) return answerJson(response, { id: '9' });
    response.writeHead(status, { location: '/elsewhere' }).end();
  });
  const client = network.client();
  expect(failureOf(await client.publishContainer(publish)).outcome).toBe('unknown');
  expect(failureOf(await client.me())).toMatchObject({ offline: true, reaction: 'wait' });
  expect(network.seen.map((request) => request.path)).not.toContain('/elsewhere');
});

const oddAnswers: [string, Behaviour][] = [
  [
    'a page',
    (_, response) => response.writeHead(200).end('<html>Welcome to the hotel</html>') && undefined,
  ],
  ['cut JSON', (_, response) => answerJson(response, '{"id":"1790')],
  ['nothing', (_, response) => response.writeHead(200).end() && undefined],
  ['a success without id', (_, response) => answerJson(response, { success: true })],
  ['an error inside a success', (_, response) => answerError(response, { code: 190 }, 200)],
  ['a list', (_, response) => answerJson(response, [{ id: '1' }])],
  ['a number as text', (_, response) => answerJson(response, '12')],
];

test.each(oddAnswers)('F38 %s leaves a visible call unknown', async (_, behave) => {
  const network = await networkThat(behave);
  const failure = failureOf(await network.client().publishContainer(publish));
  expect(failure.outcome).toBe('unknown');
  expect(failure.offline).toBeUndefined();
});

test('F38 an answer cut in the middle leaves a visible call unknown', async () => {
  const network = await networkThat((_, response, socket) => {
    response.writeHead(200, { 'content-length': '500' });
    response.write('{"id":"1790000', () => socket.destroy());
  });
  expect(failureOf(await network.client().publishContainer(publish)).outcome).toBe('unknown');
});

test('F38 an endless answer is left after 8 MB', async () => {
  let sentBytes = 0;
  const network = await networkThat((_, response) => {
    const megabyte = Buffer.alloc(1024 * 1024, 0x20);
    const more = (): void => {
      if (response.destroyed || sentBytes >= 200 * megabyte.length) return;
      sentBytes += megabyte.length;
      response.write(megabyte, more);
    };
    response.writeHead(200);
    more();
  });
  const failure = failureOf(await network.client({ timeoutMs: 20_000 }).publishContainer(publish));
  expect(failure).toMatchObject({ outcome: 'unknown', meaning: 'answer-too-large' });
  expect(sentBytes).toBeLessThan(maxAnswerBytes * 4);
});

test('F33 a page instead of JSON on a read means that the line is not there', async () => {
  const network = await networkThat(
    (_, response) => response.writeHead(200).end('<html></html>') && undefined,
  );
  expect(failureOf(await network.client().me())).toMatchObject({ offline: true, reaction: 'wait' });
  expect(failureOf(await network.client().probe())).toMatchObject({ offline: true });
});

test('F34 an overload page on a read may be tried again', async () => {
  const network = await networkThat(
    (_, response) => response.writeHead(502).end('<html></html>') && undefined,
  );
  const failure = failureOf(await network.client().me());
  expect(failure).toMatchObject({ reaction: 'retry', httpStatus: 502 });
  expect(failure.offline).toBeUndefined();
});

test('any JSON answer shows that the line is there, without a token', async () => {
  const network = await networkThat((_, response) => answerError(response, { code: 2500 }));
  expect(await network.client().probe()).toMatchObject({ ok: true, value: { httpStatus: 400 } });
  expect(network.seen[0]?.headers.authorization).toBeUndefined();
});

test('S22 an upload address elsewhere gets nothing', async () => {
  const stranger = await networkThat((_, response) => answerJson(response, { success: true }));
  const network = await networkThat((_, response) => answerJson(response, { success: true }));
  const client = network.client();
  const elsewhere = [
    `${stranger.url}/upload/1`,
    network.url.replace('http://', 'http://user:pass@'),
    network.url.replace('http://', 'https://'),
    'http://169.254.169.254/latest',
    'ftp://127.0.0.1/x',
    'not an address',
  ];
  for (const uploadUrl of elsewhere) {
    const failure = failureOf(
      await client.uploadReelBytes({ uploadUrl, filePath: import.meta.filename }),
    );
    expect(failure).toMatchObject({ outcome: 'not-sent', meaning: 'foreign-address' });
  }
  expect([...stranger.seen, ...network.seen]).toHaveLength(0);
});

test.each(['../me/accounts', 'me/accounts', '', '1?fields=x', '1/2', '%2e%2e', 'x', '1_'])(
  'S30 an id of another shape (%j) is refused',
  async (id) => {
    const network = await networkThat((_, response) => answerJson(response, { success: true }));
    expect(failureOf(await network.client().readPost(id)).meaning).toBe('bad-id');
    expect(failureOf(await network.client().deleteObject(id))).toMatchObject({
      outcome: 'not-sent',
    });
    expect(network.seen).toHaveLength(0);
  },
);

test.each([
  '../me/accounts',
  'me',
  't_',
  't_1/2',
  't_1?x=1',
  '1'.repeat(15),
  'a b',
  'é'.repeat(20),
])('S30 a conversation of another shape (%j) is refused', async (conversationId) => {
  const network = await networkThat((_, response) => answerJson(response, { data: [] }));
  const failure = failureOf(await network.client().messages({ conversationId }));
  expect(failure).toMatchObject({ outcome: 'not-sent', meaning: 'bad-id' });
  expect(network.seen).toHaveLength(0);
});

test.each(['t_10158', 't_mid-1', 'aWdfZAG06MTpJR01lc3NhZA2VUaHJlYWQ6OTAwMTAx=='])(
  'a conversation %s is asked for as it is',
  async (conversationId) => {
    const network = await networkThat((_, response) => answerJson(response, { data: [] }));
    await network.client().messages({ conversationId });
    const [request] = network.seen;
    expect(decodeURIComponent(request?.path ?? '')).toBe(`/v26.0/${conversationId}/messages`);
  },
);

test('S22 a base address in clear is refused, loopback aside', () => {
  const make = (graph: string) => () =>
    createGraphClient({ baseUrls: { graph }, token: canaryToken });
  expect(make('http://graph.example')).toThrow(TypeError);
  expect(make('https://user:secret@graph.example')).toThrow(TypeError);
  expect(make('ws://127.0.0.1:1')).toThrow(TypeError);
  expect(make('https://graph.example')).not.toThrow();
  expect(make('http://127.0.0.1:1')).not.toThrow();
});

test('a file that is not there is an answer, not a throw', async () => {
  const network = await networkThat((_, response) => answerJson(response, { id: '1' }));
  const result = await network.client().uploadPhoto({ pageId: '1', filePath: '/no/such/file.jpg' });
  expect(failureOf(result)).toMatchObject({ outcome: 'not-sent', meaning: 'file-unreadable' });
  expect(network.seen).toHaveLength(0);
});

test('hands usage, trace and date on', async () => {
  const usage: unknown[] = [];
  const network = await networkThat((_, response) =>
    answerJson(response, { id: '1' }, 200, {
      'x-app-usage': '{"call_count":28,"total_time":25,"total_cputime":31}',
      'x-business-use-case-usage':
        '{"104600":[{"type":"pages","call_count":102,"total_cputime":1,"total_time":1,"estimated_time_to_regain_access":7}]}',
      'x-fb-trace-id': 'Trace1',
      date: 'Tue, 24 Nov 2026 08:12:00 GMT',
    }),
  );
  const result = await network
    .client({ onUsage: (one) => usage.push(...one), now: () => Date.UTC(2026, 10, 24, 8, 11, 30) })
    .me();
  expect(result).toMatchObject({
    ok: true,
    traceId: 'Trace1',
    dateMs: Date.UTC(2026, 10, 24, 8, 12),
    skewMs: 30_000,
  });
  expect(usage).toEqual([
    { kind: 'app', percent: 31, regainAfterMs: 0 },
    { kind: 'pages', objectId: '104600', percent: 100, regainAfterMs: 420_000 },
  ]);
});

test('F91 no token in any failure, whatever the network says', async () => {
  const leaks = [
    canaryToken,
    encodeURIComponent(canaryToken),
    Buffer.from(canaryToken).toString('base64'),
  ];
  const leak = leaks.join(' ');
  const answers: Behaviour[] = [
    (_, response) =>
      answerError(response, {
        code: 100,
        message: `bad ${leak} access_token=${canaryToken}`,
        error_user_title: leak,
        error_user_msg: leak,
        error_data: { blame_field_specs: [[leak]] },
      }),
    (_, response) => answerJson(response, { debug_info: { type: 'X', message: leak } }, 400),
    (_, response) => response.writeHead(500).end(leak) && undefined,
    (_, __, socket) => void socket.destroy(),
  ];
  for (const behave of answers) {
    const network = await networkThat(behave);
    const client = network.client();
    const results = [
      await client.me(),
      await client.publishContainer(publish),
      await client.accounts(),
    ];
    const text =
      inspect([results, client], { depth: 20, showHidden: true }) + JSON.stringify(results);
    for (const form of leaks) expect(text).not.toContain(form);
  }
});
