import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { lookUpPublic, whyOf, type LostWhy } from './web-exchange.ts';

/** `address`: it leads where nothing is asked for; `stale`: the address is good no more; `kind`: its first
 *  bytes are none of what was asked for; `busy`: the network cannot answer now. */
export type FetchFault =
  | Exclude<LostWhy, 'private' | 'too-long'>
  | 'address'
  | 'stale'
  | 'kind'
  | 'busy'
  | 'too-heavy'
  | 'stopped';

export type FetchedPicture = { ok: true; sizeBytes: number } | { ok: false; fault: FetchFault };

export type PictureFetch = (wish: {
  url: string;
  /** Written only as far as it was wanted; gone where the answer is no. */
  outPath: string;
  /** The address as one that may be asked; also of every redirect. */
  judge: (url: string) => URL | undefined;
  /** Told the first bytes, 4096 or all there are: is it worth the rest? */
  isWanted: (head: Buffer) => boolean;
  signal?: AbortSignal | undefined;
}) => Promise<FetchedPicture>;

export type FetchLimits = {
  maxBytes?: number;
  /** For all of it, redirects too. */
  timeoutMs?: number;
  /** Without a byte. */
  silenceMs?: number;
  /** Every address that a name leads to. */
  resolve?: (name: string) => Promise<LookupAddress[]>;
};

const headBytes = 4096;
const mostRedirects = 3;

class Stop extends Error {
  readonly fault: FetchFault;
  constructor(fault: FetchFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Fetches a stranger's picture into a file, over plain requests without cookies or tokens. Stops while it comes
 *  as soon as it is too heavy, too slow or of another kind; every redirect is judged as the first address was,
 *  and no name may lead into the house. */
export function createPictureFetch(limits: FetchLimits = {}): PictureFetch {
  const { maxBytes = 25_000_000, timeoutMs = 60_000, silenceMs = 15_000 } = limits;
  const { resolve = (name) => lookup(name, { all: true }) } = limits;

  return async ({ url, outPath, judge, isWanted, signal }) => {
    const time = AbortSignal.timeout(timeoutMs);
    const ending = signal ? AbortSignal.any([signal, time]) : time;
    try {
      const response = await follow(url);
      const watch = watchBytes(maxBytes, isWanted);
      await pipeline(response, watch.transform, createWriteStream(outPath), { signal: ending });
      return { ok: true, sizeBytes: watch.sizeBytes() };
    } catch (error) {
      await rm(outPath, { force: true });
      if (error instanceof Stop) return { ok: false, fault: error.fault };
      if (signal?.aborted) return { ok: false, fault: 'stopped' };
      if (isDiskTrouble(error)) throw error;
      return { ok: false, fault: time.aborted ? 'slow' : 'cut' };
    }

    async function follow(text: string): Promise<IncomingMessage> {
      let next = text;
      for (let hop = 0; hop <= mostRedirects; hop++) {
        const judged = judge(next);
        if (!judged) throw new Stop('address');
        const response = await ask(judged, { ending, silenceMs, resolve });
        const { statusCode = 0, headers } = response;
        if (statusCode < 300 || statusCode >= 400) {
          checkAnswer(response, maxBytes);
          return response;
        }
        response.destroy();
        next = URL.parse(headers.location ?? '', judged)?.href ?? '';
      }
      throw new Stop('address');
    }
  };
}

function ask(
  url: URL,
  {
    ending,
    silenceMs,
    resolve,
  }: Pick<Required<FetchLimits>, 'silenceMs' | 'resolve'> & {
    ending: AbortSignal;
  },
): Promise<IncomingMessage> {
  return new Promise((answer, reject) => {
    const isSecure = url.protocol === 'https:';
    const request = (isSecure ? httpsRequest : httpRequest)(url, {
      headers: { 'user-agent': 'Vitrine', accept: 'image/*', 'accept-encoding': 'identity' },
      agent: false,
      minVersion: 'TLSv1.2',
      signal: ending,
      // The practice network stands on this computer, whose addresses are no public ones.
      ...(isSecure && { lookup: lookUpPublic(resolve) }),
    });
    request.setTimeout(silenceMs, () => request.destroy(new Stop('slow')));
    request.on('response', (response) => {
      // A silence later ends the answer, not only the question.
      request.setTimeout(silenceMs, () => response.destroy(new Stop('slow')));
      answer(response);
    });
    request.on('error', (error) =>
      reject(ending.aborted || error instanceof Stop ? error : lost(error)),
    );
    request.end();
  });
}

function lost(error: Error): Stop {
  const why = whyOf(error);
  return new Stop(why === 'private' ? 'address' : why === 'insecure' ? 'insecure' : 'unreachable');
}

const gone = new Set([401, 403, 404, 410]);

function checkAnswer(response: IncomingMessage, maxBytes: number): void {
  const { statusCode = 0, headers } = response;
  const fault = gone.has(statusCode)
    ? 'stale'
    : statusCode !== 200
      ? 'busy'
      : Number(headers['content-length'] ?? 0) > maxBytes
        ? 'too-heavy'
        : undefined;
  if (!fault) return;
  response.destroy();
  throw new Stop(fault);
}

/** Counts what passes, looks at its beginning, and ends it where it is not wanted. */
function watchBytes(maxBytes: number, isWanted: (head: Buffer) => boolean) {
  let sizeBytes = 0;
  let isJudged = false;
  const heads: Buffer[] = [];
  const judge = (): Stop | undefined => {
    isJudged = true;
    return isWanted(Buffer.concat(heads)) ? undefined : new Stop('kind');
  };
  const transform = new Transform({
    transform(part: Buffer, _encoding, done) {
      if (sizeBytes < headBytes) heads.push(part.subarray(0, headBytes - sizeBytes));
      sizeBytes += part.length;
      if (sizeBytes > maxBytes) return done(new Stop('too-heavy'));
      const refusal = !isJudged && sizeBytes >= headBytes ? judge() : undefined;
      if (refusal) done(refusal);
      else done(null, part);
    },
    flush: (done) => done(isJudged ? null : judge()),
  });
  return { transform, sizeBytes: () => sizeBytes };
}

function isDiskTrouble(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EACCES' || code === 'EROFS';
}
