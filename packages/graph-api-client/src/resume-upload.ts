import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { failureOfLoss } from './classify.ts';
import type { ResumingOptions, UploadWindow } from './page-types.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { GraphFailure, GraphResult, UploadOptions } from './result.ts';

type Done = { done: true };
type Failed = { ok: false; failure: GraphFailure };

/** Sends a file to its end in one piece, and after a break the rest from where the network stands. Nothing
 *  of an upload is visible, so that it may be repeated here. */
export async function sendWholeFile(
  upload: {
    filePath: string;
    send(offset: number, options: UploadOptions): Promise<GraphResult<Done>>;
    readOffset(options: UploadOptions): Promise<GraphResult<number>>;
  },
  options: ResumingOptions = {},
): Promise<GraphResult<Done>> {
  const size = await stat(upload.filePath).then(
    (file) => file.size,
    () => Infinity,
  );
  const patience = createPatience(options);
  let offset = 0;
  for (;;) {
    const sent = await upload.send(offset, options);
    if (sent.ok) return sent;
    const ended = await patience.afterFailure(sent);
    if (ended) return ended;
    const told = await upload.readOffset(options);
    if (!told.ok) continue;
    // The bytes arrived and only the answer was lost.
    if (told.value >= size) return { ok: true, value: { done: true } };
    if (told.value > offset) patience.reset();
    offset = told.value;
  }
}

/** Sends a file window by window as the network asks for them. */
export async function sendWindows(
  first: UploadWindow,
  send: (window: UploadWindow, options: UploadOptions) => Promise<GraphResult<UploadWindow>>,
  options: ResumingOptions = {},
): Promise<GraphResult<Done>> {
  const patience = createPatience(options);
  let window = first;
  while (window.startOffset < window.endOffset) {
    const sent = await send(window, options);
    if (sent.ok) {
      if (sent.value.startOffset > window.startOffset) patience.reset();
      else if (patience.isOver()) return { ok: false, failure: stuck };
      window = sent.value;
      continue;
    }
    const ended = await patience.afterFailure(sent);
    if (ended) return ended;
    window = windowAfter(sent.failure, window);
  }
  return { ok: true, value: { done: true } };
}

const stuck: GraphFailure = {
  outcome: 'not-done',
  reaction: 'rebuild',
  meaning: 'upload-session',
  message: 'the network asks for the same bytes again and again',
};

/** The network names the bytes it wants; without a word the same ones go again. */
function windowAfter(failure: GraphFailure, window: UploadWindow): UploadWindow {
  const { resumeAtBytes: startOffset, resumeUntilBytes } = failure;
  if (startOffset === undefined) return window;
  const lengthBytes = window.endOffset - window.startOffset;
  return { startOffset, endOffset: resumeUntilBytes ?? startOffset + lengthBytes };
}

/** Counts failures in a row and waits between them. */
function createPatience({ signal, delayMs = usualDelayMs }: ResumingOptions) {
  let failures = 0;
  return {
    reset: () => void (failures = 0),
    isOver: () => delayMs((failures += 1)) === undefined,
    /** Undefined when it is worth going on. */
    async afterFailure(failed: Failed): Promise<Failed | undefined> {
      const { reaction, offline } = failed.failure;
      if (signal?.aborted || (reaction !== 'retry' && !offline)) return failed;
      const waitMs = delayMs((failures += 1));
      if (waitMs === undefined) return failed;
      return delay(waitMs, undefined, { ...(signal && { signal }) }).catch(() => ({
        ok: false as const,
        failure: failureOfLoss({ why: 'aborted', sent: true, detail: 'aborted' }),
      }));
    },
  };
}

function usualDelayMs(attempt: number): number | undefined {
  return retryDelayMs(attempt, Math.random());
}
