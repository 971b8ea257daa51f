import type { IncomingMessage } from 'node:http';
import { bendAnswer, type Delivery } from '../faults/bend-answer.ts';
import { refusalOf } from '../faults/fault-errors.ts';
import { takeStrikes } from '../faults/fault-store.ts';
import { answerGraph } from '../graph/answer-graph.ts';
import type { Routes } from '../graph/call.ts';
import { GraphError, badParameter, errorBody } from '../graph/graph-error.ts';
import { makeParams } from '../graph/params.ts';
import { checkToken } from '../graph/token-check.ts';
import type { Network } from '../network.ts';
import { settleWorld } from '../settle-world.ts';
import { finishJournal, noteRequest } from '../world/journal.ts';
import { readSettings } from '../world/settings.ts';
import { jsonAnswer } from './answer.ts';
import { readGraphAddress, readToken } from './graph-http.ts';
import { dropFiles, readBody } from './read-body.ts';

const maxParts = 50;

interface BatchPart {
  method?: string;
  relative_url?: string;
  body?: string;
}

/** Several calls in one; their bodies come back as JSON text. */
export async function answerBatch(
  network: Network,
  routes: Routes,
  request: IncomingMessage,
  url: URL,
): Promise<Delivery> {
  const { world } = network;
  settleWorld(world, readSettings(world));
  const strikes = takeStrikes(world, { method: 'POST', segments: [], kind: undefined }, () => true);
  const line = noteRequest(world, 'POST', url.pathname, strikes);
  for (const strike of strikes) {
    const refusal = refusalOf(strike);
    if (refusal !== undefined) throw refusal;
  }
  const body = await readBody(request, world.dir);
  await dropFiles(body);
  const params = makeParams({ ...Object.fromEntries(url.searchParams), ...body.values });
  const token = readToken(request, params);
  const parts = params.list('batch') as BatchPart[] | undefined;
  if (parts === undefined) throw new GraphError(2500, 'Unsupported post request.');
  if (parts.length > maxParts)
    throw badParameter(
      'batch',
      `Too many requests in batch message. Maximum batch size is ${maxParts}`,
    );
  const answers: unknown[] = [];
  for (const part of parts) answers.push(await answerPart(network, routes, part, token));
  // A part that was not finished in time comes back as null.
  if (strikes.some((strike) => strike.mode === 'missing-row')) answers[answers.length - 1] = null;
  finishJournal(world, line, 200, params.values);
  return bendAnswer(jsonAnswer(200, answers), strikes);
}

async function answerPart(
  network: Network,
  routes: Routes,
  part: BatchPart,
  outerToken: string | undefined,
): Promise<{ code: number; body: string }> {
  try {
    const url = new URL(part.relative_url ?? '', 'http://127.0.0.1/');
    const address = readGraphAddress(part.method?.toUpperCase() ?? 'GET', url);
    const sent = Object.fromEntries(new URLSearchParams(part.body ?? ''));
    const params = makeParams({ ...Object.fromEntries(url.searchParams), ...sent });
    const owner = checkToken(network.world, params.text('access_token') ?? outerToken);
    const settings = readSettings(network.world);
    const value = await answerGraph(network, routes, {
      ...address,
      params,
      owner,
      settings,
      staleMs: 0,
      bends: new Set(),
    });
    return { code: 200, body: JSON.stringify(value) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { code: error.details.status ?? 400, body: JSON.stringify(errorBody(error, 'batch')) };
  }
}
