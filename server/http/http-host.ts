import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Studio } from '../../core/open-studio.ts';
import { answerText, safeHeaders } from './answers.ts';
import { answerNoRequest } from './answer-no-request.ts';
import { cutUnread } from './cut-unread.ts';
import { checkHost, checkOrigin, type Refusal } from './guard.ts';
import { usualLimits, type HostLimits } from './limits.ts';
import { answerLoginReturn } from './login-return.ts';
import { rpcOverHttp, type RpcOverHttp } from './rpc.ts';
import { sendFile } from './send-file.ts';
import { createSessions, type Sessions } from './session.ts';
import { serveSocket } from './socket.ts';
import { sendPage, sendStatic } from './static-files.ts';
import { receiveUpload } from './upload.ts';

export type HttpHost = {
  url: string;
  port: number;
  sessions: Sessions;
  /** Changes the studio that answers, after another data folder was opened. */
  serve(studio: Studio): void;
  close(): Promise<void>;
};

export type HttpHostOptions = {
  port: number;
  studio: Studio;
  /** The built window. */
  pageRoot: string;
  resourcesDir: string;
  limits?: Partial<HostLimits>;
};

const headersTimeoutMs = 5000;
const uploadTimeoutMs = 30 * 60_000;
const maxSockets = 64;

const signedOutPage = [
  'Vitrine: this window is not signed in. / Cette fenêtre n’est pas reconnue.',
  '',
  'The address that opens the studio works once. Press Enter in the terminal of npm start for a new one.',
  'L’adresse qui ouvre le studio ne sert qu’une fois. Appuyez sur Entrée dans le terminal de npm start',
  'pour en obtenir une nouvelle.',
].join('\n');

/** Serves the studio on 127.0.0.1 to the holder of its token, and to nobody else. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  let { studio } = options;
  let port = options.port;
  const limits = { ...usualLimits, ...options.limits };
  let answerRpc: RpcOverHttp = rpcOverHttp(studio, limits.bodyMs);
  const sessions = createSessions(() => `vitrine_${port}`);

  function check(request: IncomingMessage, needsOrigin: boolean): Refusal | undefined {
    const caller = sessions.caller(request);
    return (
      checkHost(request, port) ??
      checkOrigin(request, caller, needsOrigin) ??
      (caller.hasBearer || caller.hasCookie ? undefined : { status: 401, why: 'token' })
    );
  }

  function enter(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
    const key = url.searchParams.get('token');
    if (key === null || url.pathname !== '/' || request.method !== 'GET') return false;
    const refusal = checkHost(request, port);
    const cookie = refusal ? undefined : sessions.enter(key);
    if (refusal) answerText(response, refusal.status, 'refused');
    else if (cookie === undefined) answerText(response, 401, signedOutPage);
    else
      response
        .writeHead(303, { 'Set-Cookie': cookie, Location: '/', 'Cache-Control': 'no-store' })
        .end();
    return true;
  }

  async function answerRead(request: IncomingMessage, response: ServerResponse, url: URL) {
    const { pathname } = url;
    if (pathname === '/' || pathname === '/index.html') {
      sendPage(response, options.pageRoot, port);
      return true;
    }
    if (pathname.startsWith('/media/')) {
      const found = await studio.locateMedia(pathname, url.searchParams);
      if (!found) return false;
      return sendFile(request, response, found.file, {
        'Content-Type': found.mime,
        'Cache-Control': found.isPrivate ? 'no-store' : 'private, max-age=31536000, immutable',
      });
    }
    const isResource = pathname.startsWith('/resources/');
    const root = isResource ? options.resourcesDir : options.pageRoot;
    return sendStatic(
      request,
      response,
      root,
      isResource ? pathname.slice('/resources'.length) : pathname,
    );
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
    const url = URL.parse(request.url ?? '', 'http://127.0.0.1');
    if (!url) return answerText(response, 403, 'refused');
    if (enter(request, response, url)) return;
    if (answerLoginReturn({ request, response, url, port, studio })) return;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const refusal = check(request, !isRead);
    if (refusal) {
      const text = refusal.status === 401 ? signedOutPage : 'refused';
      return answerText(response, refusal.status, text);
    }
    if (request.method === 'POST' && url.pathname.startsWith('/rpc/'))
      return answerRpc(request, response);
    if (request.method === 'POST' && url.pathname === '/upload')
      return receiveUpload({ studio, request, response, idleMs: limits.uploadIdleMs });
    if (!isRead || url.pathname.startsWith('/rpc/') || url.pathname === '/upload') {
      return answerText(response, 405, 'method not allowed');
    }
    if (!(await answerRead(request, response, url))) answerText(response, 404, 'not found');
  }

  const server = createServer({ connectionsCheckingInterval: 1000 }, (request, response) => {
    cutUnread(request, response, limits.lingerMs);
    route(request, response).catch((error: unknown) => {
      studio.report(error);
      if (response.headersSent) response.destroy();
      else answerText(response, 500, 'the studio could not answer');
    });
  });
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = uploadTimeoutMs;
  server.maxConnections = maxSockets;
  server.on('clientError', answerNoRequest);
  const sockets = serveSocket(
    server,
    () => studio,
    (request) => check(request, true),
    limits,
  );

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  ({ port } = server.address() as AddressInfo);

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    sessions,
    serve(next) {
      studio = next;
      answerRpc = rpcOverHttp(next, limits.bodyMs);
    },
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
