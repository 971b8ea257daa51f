import { basename } from 'node:path';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { narrowed } from '../edges/picture-check.ts';
import { takeStrikes } from '../faults/fault-store.ts';
import type { Network } from '../network.ts';
import { mayFetch, mediaPath } from '../world/media-files.ts';
import type { HttpAnswer } from './answer.ts';

const types: Readonly<Record<string, string>> = { jpg: 'image/jpeg', mp4: 'video/mp4' };

/** A picture or clip at its signed address; refused when changed, lapsed or lost. */
export async function answerCdn(
  { world }: Network,
  request: IncomingMessage,
  url: URL,
): Promise<HttpAnswer> {
  const name = basename(url.pathname);
  const type = types[name.slice(name.lastIndexOf('.') + 1)];
  const seen = {
    method: 'GET',
    segments: url.pathname.split('/').filter(Boolean),
    kind: undefined,
  };
  const strikes = takeStrikes(world, seen, (mode) => mode === 'lost-media');
  if (strikes.length > 0 || type === undefined || !mayFetch(world, name, url.searchParams)) {
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
