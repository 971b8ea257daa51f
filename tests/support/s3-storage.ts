import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import S3rver from 's3rver';
import { signatureFault } from './check-signature.ts';

/** How the next writing requests go wrong. `cut`: the answer never comes, though it was done. */
export type StorageFault =
  { status: number; code?: string; location?: string } | { hang: true } | { cut: true };

export type S3Storage = {
  url: string;
  bucket: string;
  region: string;
  keyId: string;
  secret: string;
  /** Every request, as `PUT /pictures/a.jpg 200`. */
  requests: string[];
  /** Names of the files that lie in the bucket now. */
  objects(): string[];
  /** Called before a request is answered. */
  onRequest: ((method: string) => void) | undefined;
  fail(fault: StorageFault, times?: number): void;
  /** How far the storage's clock is ahead of ours. */
  setClockAhead(ms: number): void;
  close(): Promise<void>;
};

/** An S3-compatible storage on this machine: s3rver keeps the files, and in front of it stands what it
 *  lacks, a check of each signature. Anybody may read, only the key may write. */
export async function startS3Storage(): Promise<S3Storage> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-s3-'));
  const bucket = 'pictures';
  const inner = new S3rver({
    directory,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  });
  await inner.configureBuckets();
  const answerInner = inner.callback();
  const faults: StorageFault[] = [];
  let aheadMs = 0;

  const storage: S3Storage = {
    url: '',
    bucket,
    region: 'eu-west-3',
    // The one key that s3rver knows; the secret is checked here, and looks like a token so that every
    // search for tokens finds it too.
    keyId: 'S3RVER',
    secret: ['EAA', 'PRACTICE', 'bucketSecret9xQ'].join(''),
    requests: [],
    objects: () =>
      readdirSync(join(directory, bucket), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('._S3rver_object'))
        .map((name) => name.replace('._S3rver_object', '').replaceAll('\\', '/')),
    onRequest: undefined,
    fail: (fault, times = 1) => faults.push(...Array.from({ length: times }, () => fault)),
    setClockAhead: (ms) => void (aheadMs = ms),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(directory, { recursive: true, force: true });
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '' } = request;
    response.on('close', () =>
      storage.requests.push(`${method} ${request.url ?? ''} ${response.statusCode}`),
    );
    const body = Buffer.concat(await request.toArray());
    storage.onRequest?.(method);
    if (method === 'GET') return answerInner(replay(request, body), response);
    const fault = faults.shift();
    if (fault && 'hang' in fault) return;
    if (fault && 'status' in fault) return refuse(response, fault);
    const { keyId: id, secret, region } = storage;
    const code = signatureFault(request, body, { id, secret, region, now: Date.now() + aheadMs });
    if (code !== undefined) return refuse(response, { status: 403, code });
    if (fault) {
      response.end = () => response.destroy();
      response.write = () => true;
    }
    answerInner(replay(request, body), response);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  storage.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return storage;
}

/** The request once more, for a second reader of its body. */
function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, socket, httpVersion } = request;
  const fields = { method, url, headers, rawHeaders, socket, httpVersion, connection: socket };
  return Object.assign(Readable.from(body.length > 0 ? [body] : []), fields) as never;
}

function refuse(
  response: ServerResponse,
  { status, code, location }: { status: number; code?: string; location?: string },
): void {
  response.writeHead(status, { ...(location !== undefined && { location }) });
  response.end(
    code === undefined ? '' : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
  );
}
