// How long an upload may take: as long as bytes move, and no longer. The clock of the deadlines is the
// test's own; that of the sockets is real.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exchange, type ExchangeResult } from './http-exchange.ts';

const timeoutMs = 1_000;
let server: Server;
let received = 0;
let arrived: () => void;

beforeEach(async () => {
  received = 0;
  arrived = () => {};
  server = createServer((request, response) => {
    request.on('error', () => {});
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      arrived();
    });
    request.on('end', () => response.end('{"success":true}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
});

/** An upload whose pieces the test hands out one by one. */
function upload(isPatient: boolean): { bytes: Readable; result: Promise<ExchangeResult> } {
  const bytes = new Readable({ read() {} });
  const result = exchange({
    method: 'POST',
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    headers: {},
    body: { lengthBytes: 30, open: () => bytes },
    timeoutMs,
    isPatient,
  });
  return { bytes, result };
}

async function pass(bytes: Readable, piece: string): Promise<void> {
  const total = received + piece.length;
  await new Promise<void>((resolve) => {
    arrived = () => received >= total && resolve();
    bytes.push(piece);
  });
}

test('an upload may take longer than its patience while bytes move', async () => {
  const { bytes, result } = upload(true);
  for (const piece of ['0123456789', '0123456789', '0123456789']) {
    await pass(bytes, piece);
    vi.advanceTimersByTime(timeoutMs - 1);
  }
  bytes.push(null);
  expect(await result).toMatchObject({ kind: 'answer', status: 200 });
});

test('F35 an upload that stands still is left', async () => {
  const { bytes, result } = upload(true);
  await pass(bytes, '0123456789');
  vi.advanceTimersByTime(timeoutMs);
  expect(await result).toMatchObject({ kind: 'lost', why: 'timeout', sent: true });
});

test('any other call ends at its deadline, moving or not', async () => {
  const { bytes, result } = upload(false);
  for (const piece of ['0123456789', '0123456789']) {
    await pass(bytes, piece);
    vi.advanceTimersByTime(timeoutMs / 2);
  }
  expect(await result).toMatchObject({ kind: 'lost', why: 'timeout' });
});
