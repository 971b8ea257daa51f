import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createGraphClient } from '../src/create-graph-client.ts';
import type { GraphClient, GraphClientOptions } from '../src/client-types.ts';

/** Looks like a real token and must never be seen anywhere but in a header. */
export const canaryToken = 'EAACanary0123456789abcdefCANARY';

export type SeenRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
};

export type RawNetwork = {
  url: string;
  seen: SeenRequest[];
  client(options?: Partial<GraphClientOptions>): GraphClient;
  close(): Promise<void>;
};

export type Behaviour = (
  request: SeenRequest,
  response: ServerResponse,
  socket: Socket,
) => void | Promise<void>;

/** A bare HTTP server on this machine that answers as `behave` says. */
export async function startRawNetwork(behave: Behaviour): Promise<RawNetwork> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => {});
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://raw');
      const one: SeenRequest = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      };
      seen.push(one);
      void behave(one, response, request.socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    seen,
    client: (options) =>
      createGraphClient({
        baseUrls: { graph: url },
        token: canaryToken,
        timeoutMs: 2_000,
        ...options,
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function answerJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

export function answerError(
  response: ServerResponse,
  error: Record<string, unknown>,
  status = 400,
  headers: Record<string, string> = {},
): void {
  answerJson(response, { error: { type: 'OAuthException', ...error } }, status, headers);
}
