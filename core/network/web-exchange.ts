import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { isPrivateIp, judgeAddress, type Reach } from './public-address.ts';

export type WebRequest = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  url: URL;
  headers?: Record<string, string>;
  body?: Buffer;
};

/** `unreachable`: no connection; `insecure`: no trustworthy one; `private`: it leads into a house. */
export type LostWhy = 'unreachable' | 'insecure' | 'private' | 'slow' | 'cut' | 'too-long';

export type WebAnswer =
  | { kind: 'answer'; status: number; headers: IncomingHttpHeaders; body: Buffer }
  | { kind: 'lost'; why: LostWhy };

/** Talks to storage that the merchant set: one request, never repeated, redirects not followed. */
export type Web = { reach: Reach; send(request: WebRequest): Promise<WebAnswer> };

export type WebOptions = {
  reach: Reach;
  timeoutMs?: number;
  maxAnswerBytes?: number;
  /** Every address that a name leads to. */
  resolve?: (name: string) => Promise<LookupAddress[]>;
};

const privateCode = 'EPRIVATE';

export function createWeb(options: WebOptions): Web {
  const { reach, timeoutMs = 60_000, maxAnswerBytes = 8 * 1024 * 1024 } = options;
  const { resolve = (name) => lookup(name, { all: true }) } = options;
  return {
    reach,
    send: (request) =>
      judgeAddress(request.url.href, reach, 'answered').ok
        ? exchange(request, { reach, timeoutMs, maxAnswerBytes, resolve })
        : Promise.resolve({ kind: 'lost', why: 'private' }),
  };
}

function exchange(wanted: WebRequest, options: Required<WebOptions>): Promise<WebAnswer> {
  return new Promise((resolve) => {
    const start = wanted.url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = start(wanted.url, {
      method: wanted.method,
      headers: headersOf(wanted),
      // A connection of its own: one used before may be dead, and nothing here is sent twice.
      agent: false,
      minVersion: 'TLSv1.2',
      ...(options.reach === 'public' && { lookup: lookUpPublic(options.resolve) }),
    });
    let isConnected = false;
    const finish = (answer: WebAnswer): void => {
      clearTimeout(timer);
      request.destroy();
      resolve(answer);
    };
    const lose = (why: LostWhy): void => finish({ kind: 'lost', why });
    const timer = setTimeout(() => lose('slow'), options.timeoutMs);
    request.on('socket', (socket) => {
      const isTls = 'encrypted' in socket;
      socket.once(isTls ? 'secureConnect' : 'connect', () => (isConnected = true));
    });
    request.on('error', (error) => lose(isConnected ? 'cut' : whyOf(error)));
    request.on('response', (response) => collect(response, options.maxAnswerBytes, finish));
    request.end(wanted.body);
  });
}

function headersOf({ headers, body }: WebRequest): Record<string, string> {
  const length = body && { 'content-length': String(body.length) };
  return { 'user-agent': 'Vitrine', ...headers, ...length, connection: 'close' };
}

function collect(
  response: IncomingMessage,
  maxBytes: number,
  finish: (answer: WebAnswer) => void,
): void {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  const cut = (): void => finish({ kind: 'lost', why: 'cut' });
  response.on('data', (part: Buffer) => {
    sizeBytes += part.length;
    if (sizeBytes > maxBytes) finish({ kind: 'lost', why: 'too-long' });
    else parts.push(part);
  });
  response.on('error', cut);
  response.on('close', cut);
  response.on('end', () => {
    if (!response.complete) return cut();
    const { statusCode: status = 0, headers } = response;
    finish({ kind: 'answer', status, headers, body: Buffer.concat(parts) });
  });
}

/** A public name must not lead to a private address: neither by mistake nor by somebody's trick. The
 *  connection is made to the very addresses that were judged. */
export function lookUpPublic(resolve: Required<WebOptions>['resolve']): LookupFunction {
  const judged = callbackify(async (name: string) => {
    const found = await resolve(name);
    const refusal = refuseAddresses(found);
    if (refusal) throw refusal;
    return found;
  });
  return (name, options, done) =>
    judged(name, (error, found) => {
      if (error) return done(error, []);
      const [first] = found;
      if (options.all || !first) done(null, found);
      else done(null, first.address, first.family);
    });
}

export function refuseAddresses(found: readonly LookupAddress[]): Error | undefined {
  if (found.every(({ address }) => !isPrivateIp(address))) return undefined;
  return Object.assign(new Error('the name leads to a private address'), { code: privateCode });
}

/** What a failed request says of the way to its server. */
export function whyOf(error: Error): LostWhy {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === privateCode) return 'private';
  return /CERT|TLS|SSL|EPROTO|ALTNAME|SIGNATURE|ISSUER/.test(code) ? 'insecure' : 'unreachable';
}
