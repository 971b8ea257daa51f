import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

export type Answer = { body: Buffer; type: string };

const resources = join(import.meta.dirname, '../../../resources');
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
};

/** A page of our own, built and served to a browser beside the studio's resources and what is put into
 *  `answers` (by path). */
export async function servePage(root: string) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-page-'));
  await build({
    ...{ root, configFile: false, logLevel: 'error' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2024', assetsInlineLimit: 0 },
  });
  const answers = new Map<string, Answer>();
  const answerFor = (path: string): Answer | undefined => {
    const made = answers.get(path);
    if (made) return made;
    const file = path.startsWith('/resources/')
      ? join(resources, path.slice('/resources/'.length))
      : join(folder, path === '/' ? 'index.html' : path);
    const type = types[extname(file)];
    return type ? { body: readFileSync(file), type } : undefined;
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    give(request, response, answerFor(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    answers,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close(): void {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ServedPage = Awaited<ReturnType<typeof servePage>>;

/** In parts where parts are asked for: films are. */
function give(request: IncomingMessage, response: ServerResponse, found: Answer | undefined): void {
  const part = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (!found) {
    response.writeHead(404).end();
  } else if (part) {
    const from = Number(part[1]);
    const last = Math.min(part[2] ? Number(part[2]) : Infinity, found.body.length - 1);
    const range = `bytes ${from}-${last}/${found.body.length}`;
    const head = { 'content-type': found.type, 'accept-ranges': 'bytes', 'content-range': range };
    response.writeHead(206, head).end(found.body.subarray(from, last + 1));
  } else {
    const head = { 'content-type': found.type, 'accept-ranges': 'bytes' };
    response.writeHead(200, head).end(found.body);
  }
}
