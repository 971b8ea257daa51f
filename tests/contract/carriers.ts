import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { WebSocket } from 'ws';
import type { Studio } from '../../core/open-studio.ts';
import { startHttpHost } from '../../server/http/http-host.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { resourcesDir } from '../support/test-tools.ts';

export type StudioClient = ContractRouterClient<Contract>;
export type OpenCarrier = { client: StudioClient; streams: boolean; close(): Promise<void> };

/** Calls the router without any carrier. */
function inProcess(studio: Studio): Promise<OpenCarrier> {
  const client = createRouterClient(studio.router, {
    context: { language: 'fr' as const },
    interceptors: [studio.answers.interceptor],
  }) as unknown as StudioClient;
  return Promise.resolve({ client, streams: true, close: () => Promise.resolve() });
}

/** As the desktop window talks to the studio. */
function messagePort(studio: Studio): Promise<OpenCarrier> {
  const { port1, port2 } = new MessageChannel();
  const handler = new PortHandler(studio.router, {
    clientInterceptors: [studio.answers.interceptor],
  });
  handler.upgrade(port1 as never, { context: { language: 'fr' } });
  port1.start();
  port2.start();
  const client: StudioClient = createORPCClient(new PortLink({ port: port2 as never }));
  return Promise.resolve({
    client,
    streams: true,
    close() {
      port1.close();
      port2.close();
      return Promise.resolve();
    },
  });
}

function startHost(studio: Studio) {
  return startHttpHost({ port: 0, studio, pageRoot: '/nowhere', resourcesDir });
}

/** As a browser tab talks to the studio. */
async function webSocket(studio: Studio): Promise<OpenCarrier> {
  const host = await startHost(studio);
  const address = `${host.url.replace('http', 'ws')}/rpc-ws?lang=fr`;
  const websocket = new WebSocket(address, {
    headers: { authorization: `Bearer ${host.sessions.token}`, origin: host.url },
  });
  const client: StudioClient = createORPCClient(new SocketLink({ websocket: websocket as never }));
  return {
    client,
    streams: true,
    async close() {
      websocket.close();
      await host.close();
    },
  };
}

/** An error as scripts read it from a plain JSON answer. */
export class HttpProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly data: unknown;

  constructor(
    status: number,
    body: { code: string; message: string; problem: unknown; params: unknown },
  ) {
    super(body.message);
    this.code = body.code;
    this.status = status;
    this.data = { problem: body.problem, params: body.params };
  }
}

/** As scripts talk to the studio. */
async function http(studio: Studio): Promise<OpenCarrier> {
  const host = await startHost(studio);
  const client = createORPCClient<StudioClient>({
    async call(path, input) {
      const answer = await fetch(`${host.url}/rpc/${path.join('/')}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${host.sessions.token}`,
          'content-type': 'application/json',
          'accept-language': 'fr',
        },
        body: input === undefined ? '' : JSON.stringify(input),
      });
      const body: unknown = await answer.json();
      if (!answer.ok) throw new HttpProblem(answer.status, body as never);
      return body;
    },
  });
  return { client, streams: false, close: () => host.close() };
}

export const carriers: Record<string, (studio: Studio) => Promise<OpenCarrier>> = {
  'in process': inProcess,
  MessagePort: messagePort,
  WebSocket: webSocket,
  HTTP: http,
};
