import { basename } from 'node:path';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { narrowed } from '../edges/picture-check.ts';
import { bendAnswer, type Delivery } from '../faults/bend-answer.ts';
import type { FaultMode } from '../faults/fault-modes.ts';
import { takeStrikes } from '../faults/fault-store.ts';
import type { Network } from '../network.ts';
import { mayFetch, mediaPath } from '../world/media-files.ts';
import { contentTypeOf } from '../world/customer-pictures.ts';
import type { HttpAnswer } from './answer.ts';
import { earlyEnd } from './graph-http.ts';

/** Bad days that only a picture server has; the others strike it where it is named. */
const ownModes = new Set<FaultMode>(['lost-media', 'endless', 'drip']);

/** A picture or clip at its signed address, on whatever day it is. */
export async function deliverCdn(
  network: Network,
  request: IncomingMessage,
  url: URL,
): Promise<Delivery> {
  const segments = url.pathname.split('/').filter(Boolean);
  const strikes = takeStrikes(
    network.world,
    { method: 'GET', segments, kind: undefined },
    (mode, edge) => ownModes.has(mode) || edge.includes('/cdn'),
  );
  const early = earlyEnd(strikes);
  if (early !== undefined) return early;
  const lost = strikes.find(({ mode }) => mode === 'lost-media' || mode === 'http500-before');
  const answer =
    lost === undefined
      ? await answerCdn(network, request, url)
      : refused(lost.options.status ?? (lost.mode === 'lost-media' ? 403 : 500), 'Bad day');
  const poured = strikes.find(({ mode }) => mode === 'endless' || mode === 'drip');
  if (poured === undefined) return bendAnswer(answer, strikes);
  return poured.mode === 'drip'
    ? { kind: 'pour', answer, pieceBytes: 1, everyMs: poured.options.ms ?? 250, endless: false }
    : { kind: 'pour', answer, pieceBytes: 65_536, everyMs: 0, endless: true };
}

/** Refused when changed, lapsed or lost. */
async function answerCdn(
  { world }: Network,
  request: IncomingMessage,
  url: URL,
): Promise<HttpAnswer> {
  const name = basename(url.pathname);
  const type = contentTypeOf(name);
  if (type === undefined || !mayFetch(world, name, url.searchParams)) {
    return refused(403, 'URL signature expired');
  }
  const path = mediaPath(world, name);
  if (!existsSync(path)) return refused(404, 'Not found');
  const [, widthPx] = /^w(\d+)$/.exec(url.searchParams.get('stp') ?? '') ?? [];
  const body = widthPx === undefined ? await readFile(path) : await narrowed(path, Number(widthPx));
  return part(body, type, request.headers.range);
}

function refused(status: number, body: string): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}

/** The piece that was asked for: players jump about in a clip. */
function part(body: Buffer, type: string, range: string | undefined): HttpAnswer {
  const headers = {
    'content-type': type,
    'cache-control': 'private, max-age=3600',
    'accept-ranges': 'bytes',
  };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) return { status: 200, headers, body };
  const start = Number(first);
  const end =
    last === undefined || last === '' ? body.length - 1 : Math.min(Number(last), body.length - 1);
  if (start > end) return refused(416, 'Out of range');
  const told = { ...headers, 'content-range': `bytes ${start}-${end}/${body.length}` };
  return { status: 206, headers: told, body: body.subarray(start, end + 1) };
}
