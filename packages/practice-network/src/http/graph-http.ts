import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { bendAnswer, htmlAnswer, type Delivery } from '../faults/bend-answer.ts';
import { refusalOf, lyingRefusal, serverTrouble } from '../faults/fault-errors.ts';
import type { FaultMode } from '../faults/fault-modes.ts';
import { takeStrikes, type Strike } from '../faults/fault-store.ts';
import { answerGraph } from '../graph/answer-graph.ts';
import type { Routes } from '../graph/call.ts';
import { GraphError, UploadError, errorBody, missingObject } from '../graph/graph-error.ts';
import { makeParams, type Params } from '../graph/params.ts';
import { checkToken } from '../graph/token-check.ts';
import { usageHeaders } from '../graph/usage-meter.ts';
import { exchangeToken } from '../login/exchange-token.ts';
import type { Network } from '../network.ts';
import { settleWorld } from '../settle-world.ts';
import { resolveNode } from '../world/ids.ts';
import { finishJournal, noteRequest } from '../world/journal.ts';
import { readSettings, type Settings } from '../world/settings.ts';
import { jsonAnswer, type HttpAnswer } from './answer.ts';
import { dropFiles, readBody, type ReadBody } from './read-body.ts';

/** A request of the Graph API, as the address says. */
export interface GraphAddress {
  method: string;
  version: string;
  segments: string[];
  search: URLSearchParams;
}

const oldestMajor = 21;
const newestVersion = 'v26.0';

/** Splits an address; the version may be missing, slashes may be doubled. */
export function readGraphAddress(method: string, url: URL): GraphAddress {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const [first = ''] = parts;
  const [, major] = /^v(\d+)\.\d+$/.exec(first) ?? [];
  const segments = (major === undefined ? parts : parts.slice(1)).map((part) =>
    decodeURIComponent(part),
  );
  // A version that has ended is served by the oldest one alive.
  const version =
    major === undefined ? newestVersion : Number(major) < oldestMajor ? `v${oldestMajor}.0` : first;
  return { method, version, segments, search: url.searchParams };
}

/** Handles one Graph request from its first byte to the decision how to answer. */
export async function handleGraph(
  network: Network,
  routes: Routes,
  request: IncomingMessage,
  url: URL,
): Promise<Delivery> {
  const { world } = network;
  const settings = readSettings(world);
  const address = readGraphAddress(request.method ?? 'GET', url);
  settleWorld(world, settings);
  const strikes = strikesFor(network, address);
  // The first page once more, whatever was asked.
  if (strikes.some(({ mode }) => mode === 'repeat-page')) url.searchParams.delete('after');
  const early = earlyEnd(strikes);
  const line = noteRequest(world, address.method, url.pathname, strikes);
  if (early !== undefined) {
    finishJournal(world, line, 0, Object.fromEntries(url.searchParams));
    return early;
  }
  let body: ReadBody = { values: {}, files: {} };
  try {
    body = await readBody(request, world.dir);
    const params = makeParams(
      { ...Object.fromEntries(url.searchParams), ...body.values },
      body.files,
    );
    const method = overriddenMethod(address.method, params);
    const answer = await answerOne(
      network,
      routes,
      request,
      { ...address, method },
      params,
      settings,
      strikes,
    );
    finishJournal(world, line, answer.status, withFiles(params));
    return bendAnswer(answer, strikes);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const answer = errorAnswer(error);
    finishJournal(world, line, answer.status, body.values);
    return { kind: 'send', answer, delayMs: 0 };
  } finally {
    await dropFiles(body);
  }
}

/** The journal names files, it does not keep them. */
function withFiles({ values, files }: Params): Record<string, unknown> {
  return { ...Object.fromEntries(Object.keys(files).map((name) => [name, '(file)'])), ...values };
}

function overriddenMethod(method: string, params: Params): string {
  const wanted = params.text('method')?.toUpperCase();
  return method === 'POST' && (wanted === 'DELETE' || wanted === 'GET') ? wanted : method;
}

/** Bad days of those who turn the page. */
const wantsCursor = new Set<FaultMode>(['cursor-invalid', 'repeat-page']);

function strikesFor({ world }: Network, address: GraphAddress): Strike[] {
  const kind = resolveNode(world, address.segments[0] ?? '')?.kind;
  const seen = { method: address.method, segments: address.segments, kind };
  return world.transact(() =>
    takeStrikes(world, seen, (mode) => !wantsCursor.has(mode) || address.search.has('after')),
  );
}

/** Faults that end a request before its body is read. */
export function earlyEnd(strikes: readonly Strike[]): Delivery | undefined {
  for (const { mode, options } of strikes) {
    if (mode === 'reset-before') return { kind: 'reset' };
    if (mode === 'timeout-before') return { kind: 'never' };
    if (mode === 'html-502') return sendAt(htmlAnswer(502), options.ms);
    if (mode === 'html-200') return sendAt(htmlAnswer(200), options.ms);
    if (mode === 'redirect') {
      const headers = { location: options.location ?? '/elsewhere' };
      return sendAt({ status: options.status ?? 307, headers, body: '' }, options.ms);
    }
  }
  return undefined;
}

function sendAt(answer: HttpAnswer, delayMs = 0): Delivery {
  return { kind: 'send', answer, delayMs };
}

async function answerOne(
  network: Network,
  routes: Routes,
  request: IncomingMessage,
  address: GraphAddress,
  params: Params,
  settings: Settings,
  strikes: readonly Strike[],
): Promise<HttpAnswer> {
  let outcome: { value: unknown } | { error: GraphError };
  try {
    outcome = {
      value: await carryOut(network, routes, request, address, params, settings, strikes),
    };
  } catch (error) {
    if (error instanceof UploadError || !(error instanceof GraphError)) throw error;
    outcome = { error };
  }
  const after = 'value' in outcome ? lateRefusal(strikes) : undefined;
  const error = 'error' in outcome ? outcome.error : after;
  const answer =
    error === undefined && 'value' in outcome
      ? jsonAnswer(200, outcome.value)
      : errorAnswer(error ?? serverTrouble(2, 500));
  const token = readToken(request, params) ?? '';
  const usage = usageFor(network, address, token, settings, strikes, error);
  const served = { 'facebook-api-version': address.version, 'x-fb-trace-id': traceId() };
  return {
    ...answer,
    headers: { ...answer.headers, ...served, ...usage, ...skewedDate(network, strikes) },
  };
}

/** A `Date` that is not the network's own time, while `clock-skew` strikes. */
function skewedDate({ world }: Network, strikes: readonly Strike[]): Record<string, string> {
  const strike = strikes.find(({ mode }) => mode === 'clock-skew');
  if (strike === undefined) return {};
  const skewMs = 1000 * (strike.options.seconds ?? 600);
  return { date: new Date(world.clock.now() + skewMs).toUTCString() };
}

/** A refusal although the call was carried out. */
export function lateRefusal(strikes: readonly Strike[]): GraphError | undefined {
  for (const strike of strikes) {
    if (strike.mode === 'http500-after')
      return serverTrouble(strike.options.code ?? 2, strike.options.status ?? 500);
    if (strike.mode === '400-after') return lyingRefusal(strike);
  }
  return undefined;
}

async function carryOut(
  network: Network,
  routes: Routes,
  request: IncomingMessage,
  address: GraphAddress,
  params: Params,
  settings: Settings,
  strikes: readonly Strike[],
): Promise<unknown> {
  for (const strike of strikes) {
    const refusal = refusalOf(strike);
    if (refusal !== undefined) throw refusal;
  }
  if (address.segments.join('/') === 'oauth/access_token') return exchangeToken(network, params);
  const owner = checkToken(network.world, readToken(request, params));
  checkFresh(network, address, strikes);
  const staleMs =
    1000 * (strikes.find((strike) => strike.mode === 'stale-read')?.options.seconds ?? 0);
  const bends = new Set<string>(strikes.map((strike) => strike.mode.replaceAll('-', '_')));
  const { method, segments, version } = address;
  return answerGraph(network, routes, {
    method,
    segments,
    version,
    params,
    owner,
    settings,
    staleMs,
    bends,
  });
}

/** Header first; then query or body. */
export function readToken(request: IncomingMessage, params: Params): string | undefined {
  const [, token] = /^(?:Bearer|OAuth) (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return token ?? params.text('access_token');
}

/** A thing made a moment ago reads as missing while `not-found-yet` strikes. */
function checkFresh({ world }: Network, address: GraphAddress, strikes: readonly Strike[]): void {
  const strike = strikes.find(({ mode }) => mode === 'not-found-yet');
  const id = address.segments[0];
  if (strike === undefined || id === undefined) return;
  const bornAt = bornAtMs(world, id);
  const freshMs = 1000 * (strike.options.seconds ?? 30);
  if (bornAt === undefined || world.clock.now() - bornAt < freshMs) throw missingObject(id);
}

function bornAtMs(world: Network['world'], id: string): number | undefined {
  const tables: Readonly<Record<string, readonly [table: string, column: string]>> = {
    post: ['posts', 'created_at'],
    photo: ['photos', 'created_at'],
    video: ['videos', 'created_at'],
    comment: ['comments', 'arrived_at'],
    igcomment: ['comments', 'arrived_at'],
    container: ['containers', 'created_at'],
    media: ['ig_media', 'published_at'],
  };
  const found = resolveNode(world, id);
  const place = found && tables[found.kind];
  if (found === undefined || place === undefined) return undefined;
  const [table, column] = place;
  return world.get<{ born: number }>(
    `SELECT ${column} AS born FROM ${table} WHERE id = ?`,
    found.id,
  )?.born;
}

function usageFor(
  { world, usage }: Network,
  address: GraphAddress,
  token: string,
  settings: Settings,
  strikes: readonly Strike[],
  error: GraphError | undefined,
): Record<string, string> {
  const row = world.get<{ kind: string; owner_id: string }>(
    'SELECT kind, owner_id FROM tokens WHERE token = ?',
    token,
  );
  const found = resolveNode(world, address.segments[0] ?? '');
  const isInstagram = ['ig', 'media', 'container', 'igcomment'].includes(found?.kind ?? '');
  const ownerId = row?.owner_id ?? found?.id ?? 'app';
  const calls = usage.count(isInstagram ? 'instagram' : ownerId, world.clock.now());
  const ramping = strikes.some((strike) => strike.mode === 'usage-ramp');
  const regain = error?.details.regainMinutes;
  const percent =
    regain !== undefined ? 100 : ramping ? Math.min(100, 65 + 5 * usage.ramp()) : undefined;
  return usageHeaders(
    calls,
    settings.callBudget,
    {
      ownerKind: row?.kind ?? 'page',
      ownerId,
      ...(found === undefined ? {} : { accountId: found.id }),
      accountType: isInstagram ? 'instagram' : 'pages',
    },
    {
      ...(percent === undefined ? {} : { percent }),
      ...(regain === undefined ? {} : { regainMinutes: regain }),
    },
  );
}

/** A refusal as an HTTP answer. */
export function errorAnswer(error: GraphError): HttpAnswer {
  const { authenticate, status } = error.details;
  return jsonAnswer(
    status ?? 400,
    errorBody(error, traceId()),
    authenticate === undefined ? {} : { 'www-authenticate': authenticate },
  );
}

function traceId(): string {
  return `A${randomBytes(12).toString('base64url')}`;
}
