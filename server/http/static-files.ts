import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pagePolicy } from './answers.ts';
import { sendFile } from './send-file.ts';

export const mimeOf: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.m4a': 'audio/mp4',
  '.flac': 'audio/flac',
  '.wav': 'audio/wav',
};

/** Path segments of letters, digits and `._@-` only: nothing climbs out, on no system. */
const safePath = /^(\/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+$/;

export function fileBelow(root: string, pathname: string): string | undefined {
  return safePath.test(pathname) && !pathname.includes('..') ? join(root, pathname) : undefined;
}

/** Sends the page with a fresh nonce for its styles. */
export function sendPage(response: ServerResponse, root: string, port: number): void {
  const file = join(root, 'index.html');
  if (!existsSync(file)) {
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('The window has not been built: run npm run build.');
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy(nonce, port),
    'Cache-Control': 'no-store',
  });
  response.end(readFileSync(file, 'utf8').replaceAll('__CSP_NONCE__', nonce));
}

/** Sends a file of the built window or of resources/. Names of built files hold their hash. */
export async function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  pathname: string,
): Promise<boolean> {
  const file = fileBelow(root, pathname);
  const mime = file && mimeOf[extname(file)];
  if (!file || !mime) return false;
  const cache = pathname.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
  return sendFile(request, response, file, { 'Content-Type': mime, 'Cache-Control': cache });
}
