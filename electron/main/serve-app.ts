import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { readRange } from '../../shared/rules/byte-range.ts';
import {
  closedPolicy,
  isPlainPath,
  mimeOfFile,
  noncePlace,
  pagePolicy,
} from '../../shared/rules/served-files.ts';
import { isOwnAddress } from './own-origin.ts';

export type ServeAppUses = {
  /** The built window. */
  pageRoot: string;
  resourcesDir: string;
  /** Asks the studio which file stands behind `/media/…`. */
  locate(pathname: string, search: string): Promise<{ file: string; mime: string } | undefined>;
  /** Hands the studio a file that came in as bytes; answers `{assetId}` or a problem. */
  upload(path: string, name: string): Promise<unknown>;
};

type ResponseBody = ConstructorParameters<typeof Response>[0];

const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function answer(status: number, headers: Record<string, string> = {}, body: ResponseBody = null) {
  return new Response(body, { status, headers: { ...safeHeaders, ...headers } });
}

async function sendPage(pageRoot: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const html = await readFile(join(pageRoot, 'index.html'), 'utf8');
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy(nonce),
    'Cache-Control': 'no-store',
  };
  return answer(200, headers, html.replaceAll(noncePlace, nonce));
}

async function sendFile(request: Request, file: string, mime: string): Promise<Response> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) return answer(404);
  const range = readRange(request.headers.get('range'), info.size);
  const headers = {
    'Content-Type': mime,
    'Accept-Ranges': 'bytes',
    'Content-Security-Policy': closedPolicy,
  };
  if (range === null) return answer(416, { ...headers, 'Content-Range': `bytes */${info.size}` });
  const { start, end } = range ?? { start: 0, end: info.size - 1 };
  if (info.size === 0) return answer(200, headers);
  const body = Readable.toWeb(createReadStream(file, { start, end })) as unknown as ResponseBody;
  const length = { ...headers, 'Content-Length': String(end - start + 1) };
  if (!range) return answer(200, length, body);
  return answer(206, { ...length, 'Content-Range': `bytes ${start}-${end}/${info.size}` }, body);
}

function readName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '') || 'upload';
  } catch {
    return 'upload';
  }
}

async function receive(request: Request, uses: ServeAppUses): Promise<Response> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-upload-'));
  try {
    const path = join(folder, 'bytes');
    const body = request.body as unknown as ReadableStream | null;
    await pipeline(
      body ? Readable.fromWeb(body) : Readable.from([]),
      createWriteStream(path, { mode: 0o600 }),
    );
    const result = await uses.upload(path, readName(request.headers.get('x-file-name')));
    const status = (result as { assetId?: string }).assetId ? 200 : 422;
    return answer(status, { 'Content-Type': 'application/json' }, JSON.stringify(result));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Answers `app://vitrine/…`: the window, what belongs to it, and media under the same origin, so that
 *  a canvas that draws them can be read. Anything else is not found. */
export function serveApp(uses: ServeAppUses): (request: Request) => Promise<Response> {
  return async function answerRequest(request) {
    const url = URL.parse(request.url);
    if (!url || !isOwnAddress(request.url)) return answer(404);
    const { pathname } = url;
    if (request.method === 'POST')
      return pathname === '/upload' ? receive(request, uses) : answer(405);
    if (request.method !== 'GET') return answer(405);
    if (pathname === '/' || pathname === '/index.html') return sendPage(uses.pageRoot);
    if (pathname.startsWith('/media/')) {
      const found = await uses.locate(pathname, url.search);
      return found ? sendFile(request, found.file, found.mime) : answer(404);
    }
    const mime = mimeOfFile(pathname);
    if (!mime || !isPlainPath(pathname)) return answer(404);
    const isResource = pathname.startsWith('/resources/');
    const file = isResource
      ? join(uses.resourcesDir, pathname.slice('/resources'.length))
      : join(uses.pageRoot, pathname);
    return existsSync(file) ? sendFile(request, file, mime) : answer(404);
  };
}
