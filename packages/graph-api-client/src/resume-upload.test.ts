import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canaryToken } from '../test-support/raw-network.ts';
import type { GraphClient } from './client-types.ts';
import { createGraphClient } from './create-graph-client.ts';
import type { UploadProgress } from './result.ts';

/** Longer than what the sockets of both ends hold. */
const size = 6 * 1024 * 1024;
const content = Buffer.alloc(size, 'The bytes of a clip. ');
const filePath = join(mkdtempSync(join(tmpdir(), 'graph-resume-')), 'clip.mp4');
writeFileSync(filePath, content);

/** A byte host that keeps what arrives at an offset, and may break off. */
let kept: Buffer;
let offsets: number[];
/** For each upload in turn: how many of its bytes are taken before the line breaks. */
let breaks: number[];
let answerTo: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let client: GraphClient;

beforeEach(async () => {
  kept = Buffer.alloc(0);
  offsets = [];
  breaks = [];
  answerTo = takeBytes;
  server = createServer((request, response) => answerTo(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = createGraphClient({ baseUrls: { graph: base() }, token: canaryToken });
});
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const json = (response: ServerResponse, body: unknown, status = 200): void =>
  void response.writeHead(status).end(JSON.stringify(body));

function takeBytes(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'GET') return tellBytes(response);
  const offset = Number(request.headers['offset']);
  offsets.push(offset);
  if (offset !== kept.length) {
    return json(response, { debug_info: { type: 'OffsetInvalidError', retriable: false } }, 400);
  }
  const breakAfter = breaks.shift() ?? Infinity;
  let taken = 0;
  request.on('error', () => {});
  request.on('data', (chunk: Buffer) => {
    if (taken >= breakAfter) return;
    taken += chunk.length;
    kept = Buffer.concat([kept, chunk]);
    if (taken >= breakAfter) request.socket.resetAndDestroy();
  });
  request.on('end', () => json(response, { success: true }));
}

function tellBytes(response: ServerResponse): void {
  json(response, {
    id: '8803',
    status_code: 'IN_PROGRESS',
    status: { uploading_phase: { status: 'in_progress', bytes_transfered: kept.length } },
    video_status: { uploading_phase: { bytes_transferred: kept.length } },
  });
}

const soon = { delayMs: (attempt: number) => (attempt <= 3 ? 1 : undefined) };
const reel = () => ({ uploadUrl: `${base()}/video-upload/8803`, filePath, videoId: '8803' });

test('F80 a reel goes on where the line broke, as often as there is progress', async () => {
  breaks = [1, 1_000_000, 1, 1, 2_000_000, 1];
  expect(await client.uploadReel(reel(), soon)).toMatchObject({ ok: true, value: { done: true } });
  expect(kept.equals(content)).toBe(true);
  expect(offsets).toHaveLength(7);
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
});

test('F80 an Instagram container goes on in the same way', async () => {
  breaks = [1_000_000];
  const upload = { uploadUrl: `${base()}/ig-api-upload/1`, filePath, containerId: '17889' };
  expect(await client.uploadContainer(upload, soon)).toMatchObject({ ok: true });
  expect(kept.equals(content)).toBe(true);
});

test('F80 a network that has all bytes and lost its answer is not sent any again', async () => {
  answerTo = (request, response) => {
    if (request.method === 'GET') return tellBytes(response);
    request.on('data', (chunk: Buffer) => (kept = Buffer.concat([kept, chunk])));
    request.on('end', () => request.socket.resetAndDestroy());
    offsets.push(Number(request.headers['offset']));
  };
  expect(await client.uploadReel(reel(), soon)).toMatchObject({ ok: true });
  expect(offsets).toEqual([0]);
});

test('F80 without progress it is given up, with the last failure', async () => {
  answerTo = (request, response) => {
    if (request.method === 'GET') return tellBytes(response);
    offsets.push(0);
    request.socket.resetAndDestroy();
  };
  const result = await client.uploadReel(reel(), soon);
  expect(result).toMatchObject({ ok: false, failure: { outcome: 'unknown', reaction: 'retry' } });
  expect(offsets).toHaveLength(4);
});

test('a file that the network refuses is not sent again', async () => {
  answerTo = (request, response) => {
    offsets.push(0);
    request.resume();
    json(response, { debug_info: { type: 'ProcessingFailedError', retriable: false } }, 400);
  };
  const result = await client.uploadReel(reel(), soon);
  expect(result).toMatchObject({ failure: { reaction: 'rebuild' } });
  expect(offsets).toEqual([0]);
});

test('an upload given up while it waits ends at once', async () => {
  breaks = [1];
  const stop = new AbortController();
  const result = await client.uploadReel(reel(), {
    signal: stop.signal,
    delayMs: () => {
      stop.abort();
      return 60_000;
    },
  });
  expect(result).toMatchObject({ failure: { meaning: 'answer-aborted' } });
  expect(offsets).toEqual([0]);
});

test('a file that is gone is an answer and not a throw', async () => {
  const result = await client.uploadReel({ ...reel(), filePath: '/no/such/clip.mp4' }, soon);
  expect(result).toMatchObject({ failure: { outcome: 'not-sent', meaning: 'file-unreadable' } });
});

test('progress counts the bytes of the file from where it goes on, up to its end', async () => {
  const told: UploadProgress[] = [];
  kept = content.subarray(0, 100);
  await client.uploadReelBytes(
    { uploadUrl: reel().uploadUrl, filePath, offset: 100 },
    { onProgress: (progress) => told.push(progress) },
  );
  const sent = told.map((one) => one.sentBytes);
  expect(sent.length).toBeGreaterThan(10);
  expect(sent).toEqual(sent.toSorted((a, b) => a - b));
  expect(sent[0]).toBeGreaterThan(100);
  expect(told.at(-1)).toEqual({ sentBytes: size, totalBytes: size });
  expect(kept.equals(content)).toBe(true);
});

/** A Page's video session that asks for windows of its own choice. */
function windowsOf(next: (received: number) => { start: number; end: number }) {
  const starts: number[] = [];
  answerTo = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      const start = Number(/name="start_offset"\r\n\r\n(\d+)/.exec(body)?.[1]);
      const part = (body.split('\r\n\r\n').at(-1) ?? '').replace(/\r\n--part-[^-]+--\r\n$/, '');
      starts.push(start);
      if (start !== kept.length) {
        const { start: right, end } = next(kept.length);
        const data = JSON.stringify({ start_offset: String(right), end_offset: String(end) });
        return json(
          response,
          { error: { code: 6001, error_subcode: 1363037, message: 'offset', error_data: data } },
          400,
        );
      }
      kept = Buffer.concat([kept, Buffer.from(part, 'latin1')]);
      const window = next(kept.length);
      json(response, { start_offset: String(window.start), end_offset: String(window.end) });
    });
  };
  return starts;
}

const session = { pageId: '104600', sessionId: '9901', filePath };

test('F80 a feed video is sent in the windows the network asks for', async () => {
  const starts = windowsOf((received) => ({
    start: received,
    end: Math.min(size, received + 2_500_000),
  }));
  const told: UploadProgress[] = [];
  const result = await client.uploadVideo(
    { ...session, startOffset: 0, endOffset: 1_000_000 },
    { ...soon, onProgress: (progress) => told.push(progress) },
  );
  expect(result).toEqual({ ok: true, value: { done: true } });
  expect(starts).toEqual([0, 1_000_000, 3_500_000, 6_000_000]);
  expect(kept.equals(content)).toBe(true);
  expect(told.at(-1)).toEqual({ sentBytes: size, totalBytes: size });
});

test('F80 a window at the wrong place is moved to where the network stands', async () => {
  const starts = windowsOf((received) => ({ start: received, end: size }));
  kept = content.subarray(0, 4_000_000);
  const window = { startOffset: 0, endOffset: 1_000_000 };
  expect(await client.uploadVideo({ ...session, ...window }, soon)).toMatchObject({ ok: true });
  expect(starts).toEqual([0, 4_000_000]);
  expect(kept.equals(content)).toBe(true);
});

test('F80 a session that asks for the same bytes for ever is left', async () => {
  answerTo = (request, response) => {
    offsets.push(0);
    request.resume();
    request.on('end', () => json(response, { start_offset: '0', end_offset: '10' }));
  };
  const window = { startOffset: 0, endOffset: 10 };
  expect(await client.uploadVideo({ ...session, ...window }, soon)).toMatchObject({
    failure: { reaction: 'rebuild', meaning: 'upload-session' },
  });
  expect(offsets).toHaveLength(4);
});
