import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startHttpHost, type HttpHost } from '../../../server/http/http-host.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';
import { resourcesDir } from '../../support/test-tools.ts';
import { closeCode, frameBytes, opcodes, shakeHands, type RawSocket } from './raw-socket.ts';

// What callers do at the doors of the loopback host that no program of ours does.
let whole: WholeStudio;
let host: HttpHost;
const limits = {
  ...{ bodyMs: 400, uploadIdleMs: 400, lingerMs: 200 },
  ...{ callsAtOnce: 40, unreadBytes: 256 * 1024 },
};

beforeAll(async () => {
  whole = await openWholeStudio();
  host = await startHttpHost({
    ...{ port: 0, studio: whole.studio, pageRoot: '/nowhere', resourcesDir, limits },
  });
});
afterAll(async () => {
  await host.close();
  await whole.close();
});

const bearer = () => `Bearer ${host.sessions.token}`;
const open = () => shakeHands(host.port, { Authorization: bearer() });
const text = (payload: string) =>
  frameBytes({ opcode: opcodes.text, payload: Buffer.from(payload) });
const call = (id: string, path: string, body?: unknown) =>
  text(JSON.stringify({ i: id, p: { u: `http://orpc/${path}`, b: body } }));

/** Sends the head of a request, and no more; answers what came until the other side ended. */
function leaveOpen(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // Half open: this side says nothing of an end.
    const socket = connect({ port: host.port, host: '127.0.0.1', allowHalfOpen: true });
    const chunks: Buffer[] = [];
    socket.on('connect', () => socket.write(head));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
    );
    const knock = setInterval(() => socket.write(' '), 100);
    socket.on('close', () => {
      clearInterval(knock);
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
  });
}

const head = (line: string, headers: Record<string, string>) =>
  `${line} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

const othersGoOn = async () => {
  const answer = await fetch(`${host.url}/rpc/app/info`, {
    method: 'POST',
    headers: { authorization: bearer(), 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.status).toBe(200);
};

test('F89 a refused upgrade leaves no connection behind, though the caller keeps its half', async () => {
  const { socket, status, ended } = await shakeHands(host.port, {}, { allowHalfOpen: true });
  expect(status).toBe(403);
  const knock = setInterval(() => socket.write(' '), 100);
  socket.on('error', () => {});
  await ended;
  clearInterval(knock);
});

test.each([
  ['POST /rpc/app/info', 401],
  ['POST /upload', 401],
  ['DELETE /', 401],
])('F89 %s without a token is not read to its end', async (line, status) => {
  const origin = { Origin: `http://127.0.0.1:${host.port}`, 'Content-Length': '1000000000' };
  expect(await leaveOpen(head(line, origin))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  await othersGoOn();
});

test('F89 a body that comes byte by byte is given up, with a sentence', async () => {
  const common = { Authorization: bearer(), 'Content-Length': '5000' };
  const rpc = await leaveOpen(
    head('POST /rpc/app/info', { ...common, 'Content-Type': 'application/json' }),
  );
  expect(rpc).toMatch(/^HTTP\/1.1 408 /);
  expect(rpc).toContain('"code":"too-slow"');
});

test('F89 an upload that stands still is given up, and nothing of it stays', async () => {
  const started = head('POST /upload', {
    ...{ Authorization: bearer(), 'Content-Length': '5000', 'X-File-Name': 'a.jpg' },
  });
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(host.port, '127.0.0.1', () => socket.write(`${started}half`));
    const chunks: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
  expect(answer).toContain('"code":"too-slow"');
  await othersGoOn();
});

test('F87 what is no request at all is answered as such', async () => {
  expect(await leaveOpen('\u0000\u0001\u0002\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  const long = head('GET /', { 'X-File-Name': 'a'.repeat(200_000) });
  expect(await leaveOpen(long)).toMatch(/^HTTP\/1.1 431 /);
});

async function endOf(raw: RawSocket): Promise<number | undefined> {
  raw.socket.on('error', () => {});
  await raw.ended;
  return closeCode(raw.received());
}

test.each([
  ['no JSON', text('{"i":')],
  ['JSON of another shape', text('[1,2,3]')],
  ['a call without a path', text('{"i":"1","p":{}}')],
  ['a path elsewhere', text('{"i":"1","p":{"u":"http://["}}')],
  [
    'a file',
    call('1', 'app/info').length > 0 && frameBytes({ opcode: 2, payload: Buffer.from('{}') }),
  ],
  ['a form', text('{"i":"1","p":{"u":"/app/info","h":{"content-type":"multipart/form-data"}}}')],
] as const)('F87 a message that is %s ends its own connection', async (_name, frame) => {
  const raw = await open();
  raw.socket.write(frame || '');
  expect(await endOf(raw)).toBe(1003);
  await othersGoOn();
});

test('F87 too deep a message is refused by name', async () => {
  const raw = await open();
  const answered = new Promise<string>((resolve) =>
    raw.socket.on('data', () => resolve(raw.received().toString('utf8'))),
  );
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  raw.socket.write(text(`{"i":"1","p":{"u":"/app/info","b":{"json":${deep}}}}`));
  expect(await answered).toContain('invalid-input');
  raw.socket.destroy();
});

test('F87 a stream that nobody asked for is not kept', async () => {
  const raw = await open();
  raw.socket.write(
    text('{"i":"1","p":{"u":"/app/changes","h":{"content-type":"text/event-stream"}}}'),
  );
  expect(await endOf(raw)).toBe(1003);
});

test('F89 who keeps too many streams open at once, or reads nothing, is let go', async () => {
  const hasty = await startHttpHost({
    ...{ port: 0, studio: whole.studio, pageRoot: '/nowhere', resourcesDir },
    limits: { ...limits, heartbeatMs: 500 },
  });
  const headers = { Authorization: `Bearer ${hasty.sessions.token}` };
  const greedy = await shakeHands(hasty.port, headers);
  for (let id = 0; id <= limits.callsAtOnce; id += 1)
    greedy.socket.write(call(`${id}`, 'app/changes'));
  const deaf = await shakeHands(hasty.port, headers);
  deaf.socket.pause();
  for (let id = 0; id < 4_000; id += 1) deaf.socket.write(call(`${id}`, 'studio/templates'));
  deaf.socket.on('error', () => {});
  greedy.socket.on('error', () => {});
  await greedy.ended;
  deaf.socket.resume();
  await deaf.ended;
  await hasty.close();
});

test('F89 who reads late gets every answer, once', async () => {
  const raw = await open();
  raw.socket.pause();
  const asked = 400;
  for (let id = 0; id < asked; id += 1) raw.socket.write(call(`late-${id}`, 'studio/templates'));
  await othersGoOn();
  const got = new Set<string>();
  await new Promise<void>((resolve) => {
    let rest = '';
    raw.socket.on('data', (chunk: Buffer) => {
      const seen = `${rest}${chunk.toString('latin1')}`;
      for (const [id] of seen.matchAll(/late-\d+(?=")/g)) got.add(id);
      rest = seen.slice(-20);
      if (got.size === asked) resolve();
    });
    raw.socket.resume();
  });
  raw.socket.destroy();
});

test('the window itself is served as before', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc-ws`, {
    headers: { authorization: bearer() },
  });
  const answer = new Promise<string>((resolve) =>
    socket.on('message', (data: Buffer) => resolve(data.toString('utf8'))),
  );
  socket.on('open', () => socket.send('{"i":"1","p":{"u":"/app/info"}}'));
  expect(await answer).toContain('"version"');
  socket.close();
});
