import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import {
  isPlainPath,
  mimeOfFile,
  noncePlace,
  pagePolicy,
} from '../../shared/rules/served-files.ts';
import { sendFile } from './send-file.ts';

/** Sends the page with a fresh nonce for its styles. */
export function sendPage(response: ServerResponse, root: string, port: number): void {
  const file = join(root, 'index.html');
  if (!existsSync(file)) {
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('The window has not been built: run npm run build.');
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  const html = readFileSync(file, 'utf8').replaceAll(noncePlace, nonce);
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy(nonce, [
      `ws://127.0.0.1:${port}`,
      `ws://localhost:${port}`,
    ]),
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(html),
  });
  response.end(html);
}

/** Sends a file of the built window or of resources/. Names of built files hold their hash. */
export async function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  pathname: string,
): Promise<boolean> {
  const mime = mimeOfFile(pathname);
  if (!mime || !isPlainPath(pathname)) return false;
  const cache = pathname.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
  return sendFile(request, response, join(root, pathname), {
    'Content-Type': mime,
    'Cache-Control': cache,
  });
}
