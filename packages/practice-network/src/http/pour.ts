import type { ServerResponse } from 'node:http';
import type { Delivery } from '../faults/bend-answer.ts';

type Pour = Extract<Delivery, { kind: 'pour' }>;

/** Hands bytes over in pieces, without saying how many there are: a body that has no end, or comes a byte at a
 *  time. Ends when the asker has gone. */
export function pour(
  { answer, pieceBytes, everyMs, endless }: Pour,
  response: ServerResponse,
  timers: Set<NodeJS.Timeout>,
): void {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, answer.headers);
  let at = 0;
  const later = (work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, everyMs);
    timers.add(timer);
  };
  const next = (): void => {
    if (response.destroyed) return;
    if (at >= body.length && !endless) return void response.end();
    const start = at % body.length;
    const piece = body.subarray(start, start + pieceBytes);
    at += piece.length;
    if (response.write(piece)) later(next);
    else response.once('drain', next);
  };
  next();
}
