import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where the answer went out before the body had come, the rest is thrown away for a moment, so that the
 *  caller gets to read the answer; then the connection is cut. */
export function cutUnread(
  request: IncomingMessage,
  response: ServerResponse,
  lingerMs: number,
): void {
  response.once('finish', () => {
    if (request.complete) return;
    const timer = setTimeout(() => request.socket.destroy(), lingerMs);
    request.once('close', () => clearTimeout(timer));
    request.resume();
  });
}
