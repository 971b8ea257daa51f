import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Studio } from '../../core/open-studio.ts';
import type { Refusal } from './guard.ts';
import type { HostLimits } from './limits.ts';
import { languageOf } from './rpc.ts';
import { carryCalls } from './socket-calls.ts';

const messageLimitBytes = 1024 * 1024;

export const socketPath = '/rpc-ws';

function refuseUpgrade(socket: Duplex, status: number): void {
  const head = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  // No timer watches over an upgrade: a caller that keeps its half would keep the connection.
  socket.end(head, () => socket.destroy());
}

/** Carries the contract over WebSocket. `check` decides on the upgrade as on any request. */
export function serveSocket(
  server: Server,
  studio: () => Studio,
  check: (request: IncomingMessage) => Refusal | undefined,
  limits: HostLimits,
): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageLimitBytes });
  const alive = new WeakSet<WebSocket>();

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const url = URL.parse(request.url ?? '', 'http://127.0.0.1');
    if (url?.pathname !== socketPath) return refuseUpgrade(socket, 404);
    const refusal = check(request);
    if (refusal) return refuseUpgrade(socket, refusal.status);
    const language = languageOf(url.searchParams.get('lang') ?? request.headers['accept-language']);
    sockets.handleUpgrade(request, socket, head, (ws) => attach(ws, language));
  });

  function attach(ws: WebSocket, language: ReturnType<typeof languageOf>): void {
    alive.add(ws);
    ws.on('pong', () => alive.add(ws));
    ws.on('error', () => ws.terminate());
    carryCalls(ws, { studio: studio(), language, limits });
  }

  const heartbeat = setInterval(() => {
    for (const ws of sockets.clients) {
      if (!alive.has(ws)) ws.terminate();
      alive.delete(ws);
      ws.ping();
    }
  }, limits.heartbeatMs);
  heartbeat.unref();

  return {
    close() {
      clearInterval(heartbeat);
      for (const ws of sockets.clients) ws.terminate();
      sockets.close();
    },
  };
}
