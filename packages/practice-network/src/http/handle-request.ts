import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerControl } from '../control/answer-control.ts';
import type { Delivery } from '../faults/bend-answer.ts';
import type { Routes } from '../graph/call.ts';
import { GraphError } from '../graph/graph-error.ts';
import { answerLook } from '../look/answer-look.ts';
import { answerLogin, isLoginPath } from '../login/answer-login.ts';
import type { Network } from '../network.ts';
import { settleWorld } from '../settle-world.ts';
import { readSettings } from '../world/settings.ts';
import { jsonAnswer, type HttpAnswer } from './answer.ts';
import { answerBatch } from './batch.ts';
import { deliverCdn } from './cdn.ts';
import { pour } from './pour.ts';
import { errorAnswer, handleGraph } from './graph-http.ts';
import { handleUpload } from './upload-http.ts';

/** Delays that are running, so that closing need not wait for them. */
export type Timers = Set<NodeJS.Timeout>;

/** Answers one request, whatever part of the network it asks for. */
export async function handleRequest(
  network: Network,
  routes: Routes,
  timers: Timers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  network.world.clock.refresh();
  const delivery = await decide(network, routes, request).catch((error: unknown): Delivery => {
    if (!(error instanceof GraphError)) {
      process.stderr.write(
        `practice network: ${error instanceof Error ? (error.stack ?? '') : 'failed'}\n`,
      );
    }
    const told =
      error instanceof GraphError
        ? error
        : new GraphError(1, 'An unknown error has occurred.', { status: 500 });
    return { kind: 'send', answer: errorAnswer(told), delayMs: 0 };
  });
  deliver(network, timers, delivery, response);
}

async function decide(
  network: Network,
  routes: Routes,
  request: IncomingMessage,
): Promise<Delivery> {
  if (!isOwnHost(network, request))
    return send(jsonAnswer(403, { error: { message: 'Unknown host' } }));
  const url = readUrl(request);
  if (url === undefined) return send(jsonAnswer(400, { error: { message: 'Unreadable address' } }));
  const [part] = url.pathname.split('/').filter((piece) => piece !== '');
  if (part === 'control') return send(await answerControl(network, request, url));
  if (part === 'cdn') return deliverCdn(network, request, url);
  if (part === 'rupload') return handleUpload(network, request, url);
  if (isLoginPath(url.pathname)) return send(await answerLogin(network, request, url));
  const look = request.method === 'GET' ? lookAt(network, request, url) : undefined;
  if (look !== undefined) return send(look);
  if (request.method === 'POST' && /^\/*(v\d+\.\d+\/*)?$/.test(url.pathname)) {
    return answerBatch(network, routes, request, url);
  }
  return handleGraph(network, routes, request, url);
}

function lookAt(network: Network, request: IncomingMessage, url: URL): HttpAnswer | undefined {
  settleWorld(network.world, readSettings(network.world));
  return answerLook(network, request, url);
}

function send(answer: HttpAnswer): Delivery {
  return { kind: 'send', answer, delayMs: 0 };
}

function readUrl(request: IncomingMessage): URL | undefined {
  const target = request.url ?? '/';
  // A doubled first slash would read as a host.
  const path = target.startsWith('/') ? target.replace(/^\/+/, '/') : '/';
  return URL.canParse(path, 'http://127.0.0.1') ? new URL(path, 'http://127.0.0.1') : undefined;
}

/** Only names of this computer: a page elsewhere must not reach it through a name of its own. */
function isOwnHost({ world }: Network, request: IncomingMessage): boolean {
  const { port } = new URL(world.origin());
  const host = request.headers.host ?? '';
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host);
}

function deliver(
  network: Network,
  timers: Timers,
  delivery: Delivery,
  response: ServerResponse,
): void {
  if (delivery.kind === 'never') return;
  if (delivery.kind === 'reset') {
    // Nothing is left to cut when the asker has gone.
    response.socket?.resetAndDestroy();
    return;
  }
  if (delivery.kind === 'pour') return pour(delivery, response, timers);
  const { answer, delayMs, kind } = delivery;
  const write = (): void => writeAnswer(network, answer, kind === 'cut', response);
  if (delayMs <= 0) {
    write();
    return;
  }
  const timer = setTimeout(() => {
    timers.delete(timer);
    write();
  }, delayMs);
  timers.add(timer);
}

function writeAnswer(
  { world }: Network,
  answer: HttpAnswer,
  cut: boolean,
  response: ServerResponse,
): void {
  if (response.destroyed) return;
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const date = answer.headers['date'] ?? new Date(world.clock.now()).toUTCString();
  // A cut body keeps a length that fits what is sent: only its JSON is broken.
  const sent = cut ? body.subarray(0, Math.max(1, Math.floor(body.length / 2))) : body;
  response.writeHead(answer.status, {
    'x-content-type-options': 'nosniff',
    ...answer.headers,
    date,
    'content-length': sent.length,
  });
  response.end(sent);
}
