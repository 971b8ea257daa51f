import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { ClientRequest, IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** More than any answer needs; a page that is not the network's may be endless. */
export const maxAnswerBytes = 8 * 1024 * 1024;

export type Exchange = {
  method: 'GET' | 'POST' | 'DELETE';
  url: URL;
  headers: Record<string, string>;
  body?: { lengthBytes: number; open(): Readable | Buffer };
  timeoutMs: number;
  /** Each piece of the body that leaves starts the time anew. */
  isPatient?: boolean;
  signal?: AbortSignal | undefined;
  /** Reads may go over a connection used before; writes never: a dead one would leave them in doubt. */
  reuse?: ConnectionPool | undefined;
};

export type ConnectionPool = { http: HttpAgent; https: HttpsAgent };

export type ExchangeResult =
  | { kind: 'answer'; status: number; headers: IncomingHttpHeaders; body: string }
  /** `sent` is false only when no byte of the request can have left. */
  | { kind: 'lost'; why: LostWhy; sent: boolean; detail: string };

/** `line`: name, connection or TLS failed. */
export type LostWhy = 'line' | 'timeout' | 'aborted' | 'broken' | 'too-large' | 'source';

export function createConnectionPool(): ConnectionPool {
  const options = { keepAlive: true, maxSockets: 6, maxFreeSockets: 2 };
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
}

/** One request over the wire: never repeated, never redirected, with a deadline and a size limit. */
export function exchange(wanted: Exchange): Promise<ExchangeResult> {
  if (wanted.signal?.aborted) {
    return Promise.resolve({ kind: 'lost', why: 'aborted', sent: false, detail: 'aborted' });
  }
  return new Promise((resolve) => {
    const request = openRequest(wanted);
    const progress = watchProgress(request);
    let isSettled = false;
    const settle = (result: ExchangeResult): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      wanted.signal?.removeEventListener('abort', onAbort);
      // A kept connection goes back to its pool by itself; anything else ends here.
      if (!wanted.reuse || result.kind === 'lost') request.destroy();
      resolve(result);
    };
    const lose = (why: LostWhy, detail: string): void =>
      settle({ kind: 'lost', why, sent: progress.mayHaveSent(), detail });
    const onAbort = (): void => lose('aborted', 'aborted');
    const timer = setTimeout(
      () => lose('timeout', `no answer in ${wanted.timeoutMs} ms`),
      wanted.timeoutMs,
    );
    const onPiece = wanted.isPatient ? () => timer.refresh() : undefined;
    wanted.signal?.addEventListener('abort', onAbort, { once: true });
    request.on('error', (error) => lose(progress.isConnected() ? 'broken' : 'line', codeOf(error)));
    request.on('response', (response) => collect(response, settle, lose));
    writeBody(request, wanted.body, lose, onPiece);
  });
}

function openRequest(wanted: Exchange): ClientRequest {
  const isTls = wanted.url.protocol === 'https:';
  const start = isTls ? httpsRequest : httpRequest;
  const agent = wanted.reuse && (isTls ? wanted.reuse.https : wanted.reuse.http);
  return start(wanted.url, {
    method: wanted.method,
    headers: {
      ...wanted.headers,
      ...(wanted.body && { 'content-length': String(wanted.body.lengthBytes) }),
      ...(!agent && { connection: 'close' }),
    },
    agent: agent ?? false,
    ...(isTls && { minVersion: 'TLSv1.2' as const }),
  });
}

/** Watches how far the request came. Before the connection stands (TLS included) nothing was sent. */
function watchProgress(request: ClientRequest): {
  isConnected(): boolean;
  mayHaveSent(): boolean;
} {
  let socket: Socket | undefined;
  let isConnected = false;
  request.once('socket', (given) => {
    socket = given;
    if (request.reusedSocket) isConnected = true;
    else given.once('encrypted' in given ? 'secureConnect' : 'connect', () => (isConnected = true));
  });
  return {
    isConnected: () => isConnected,
    mayHaveSent: () => isConnected && (socket?.bytesWritten ?? 0) > 0,
  };
}

function collect(
  response: IncomingMessage,
  settle: (result: ExchangeResult) => void,
  lose: (why: LostWhy, detail: string) => void,
): void {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  response.on('data', (chunk: Buffer) => {
    sizeBytes += chunk.length;
    if (sizeBytes > maxAnswerBytes) lose('too-large', `more than ${maxAnswerBytes} bytes`);
    else chunks.push(chunk);
  });
  response.on('end', () => {
    if (!response.complete) return lose('broken', 'the answer was cut');
    const { statusCode: status = 0, headers } = response;
    const body = unpack(Buffer.concat(chunks), headers['content-encoding']);
    if (typeof body !== 'string') return lose(body.why, body.detail);
    settle({ kind: 'answer', status, headers, body });
  });
  response.on('error', (error) => lose('broken', codeOf(error)));
  response.on('close', () => lose('broken', 'the answer was cut'));
}

const unpackers = new Map([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
]);

/** Nobody asked for a packed answer, yet networks and what stands before them may send one. */
function unpack(bytes: Buffer, encoding = ''): string | { why: LostWhy; detail: string } {
  const unpacker = unpackers.get(encoding.trim().toLowerCase());
  if (!unpacker) return bytes.toString('utf8');
  try {
    return unpacker(bytes, { maxOutputLength: maxAnswerBytes }).toString('utf8');
  } catch (error) {
    const detail = codeOf(error as Error);
    return { why: detail === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken', detail };
  }
}

function writeBody(
  request: ClientRequest,
  body: Exchange['body'],
  lose: (why: LostWhy, detail: string) => void,
  onPiece: (() => void) | undefined,
): void {
  const source = body?.open();
  if (source === undefined) {
    request.end();
  } else if (Buffer.isBuffer(source)) {
    request.end(source);
  } else {
    source.on('error', (error) => lose('source', codeOf(error)));
    if (onPiece) source.on('data', onPiece);
    request.on('close', () => source.destroy());
    source.pipe(request);
  }
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.name;
}
