import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { Problem } from '../../shared/contract/problem.ts';

const bodyLimitBytes = 1024 * 1024;

/** The body of a call as text. What is refused is not read to its end; the connection stays, so that the
 *  answer arrives. */
export function readBody(request: IncomingMessage, limitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const late = setTimeout(
      () => end(new Problem('too-slow', { seconds: limitMs / 1000 })),
      limitMs,
    );
    function end(problem?: Error): void {
      clearTimeout(late);
      request.off('data', take).off('end', end).off('close', left).off('error', end);
      if (problem) reject(problem);
      else resolve(Buffer.concat(chunks).toString('utf8'));
    }
    const left = () => end(new Error('the caller went away'));
    function take(chunk: Buffer): void {
      size += chunk.length;
      if (size > bodyLimitBytes) end(new Problem('too-large', { limit: '1 MiB' }));
      else chunks.push(chunk);
    }
    request
      .on('data', take)
      .on('end', () => end())
      .on('close', left)
      .on('error', end);
  });
}

/** The bytes of an upload, as a stream of their own: whoever takes them may end it without cutting the
 *  connection, on which the answer still has to go out. Ends with a problem where nothing comes for
 *  `idleMs`. */
export function bytesOf(request: IncomingMessage, idleMs: number): Readable {
  const bytes = new PassThrough();
  const late = setTimeout(() => {
    // Where bytes wait for the disk, the caller waits for us.
    if (bytes.readableLength + bytes.writableLength > 0) late.refresh();
    else bytes.destroy(new Problem('too-slow', { seconds: idleMs / 1000 }));
  }, idleMs);
  request.on('data', () => late.refresh());
  request.on('end', () => clearTimeout(late));
  request.on('aborted', () => bytes.destroy(new Error('the caller went away')));
  bytes.on('close', () => {
    clearTimeout(late);
    request.unpipe(bytes).resume();
  });
  return request.pipe(bytes);
}
