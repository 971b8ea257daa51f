import { basename } from 'node:path';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { narrowed } from '../edges/picture-check.ts';
import { takeStrikes } from '../faults/fault-store.ts';
import type { Network } from '../network.ts';
import { mayFetch, mediaPath } from '../world/media-files.ts';
import type { HttpAnswer } from './answer.ts';

const types: Readonly<Record<string, string>> = { jpg: 'image/jpeg', mp4: 'video/mp4' };

/** A picture or clip at its signed address; refused when changed, lapsed or lost. */
export async function answerCdn({ world }: Network, url: URL): Promise<HttpAnswer> {
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
  return {
    status: 200,
    headers: { 'content-type': type, 'cache-control': 'private, max-age=3600' },
    body,
  };
}

function refused(status: number, body: string): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}
