import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { readRange } from '../../shared/rules/byte-range.ts';
import { closedPolicy } from '../../shared/rules/served-files.ts';

/** Sends a file, or the part that was asked for. Answers false when it is not there. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  headers: Record<string, string>,
): Promise<boolean> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) return false;
  const range = readRange(request.headers.range, info.size);
  const common = {
    'Content-Security-Policy': closedPolicy,
    'Accept-Ranges': 'bytes',
    ...headers,
  };
  if (range === null) {
    response.writeHead(416, { ...common, 'Content-Range': `bytes */${info.size}` }).end();
    return true;
  }
  const { start, end } = range ?? { start: 0, end: info.size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...common,
    'Content-Length': String(info.size === 0 ? 0 : end - start + 1),
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${info.size}` } : {}),
  });
  if (request.method === 'HEAD' || info.size === 0) {
    response.end();
    return true;
  }
  // A reader that goes away ends the stream; that is no fault of ours.
  await pipeline(createReadStream(file, { start, end }), response).catch(() => response.destroy());
  return true;
}
