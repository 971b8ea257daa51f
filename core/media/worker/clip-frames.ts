import { spawn } from 'node:child_process';
import { Problem } from '../../../shared/contract/problem.ts';
import { clipArguments, type ClipPlan } from '../clip-arguments.ts';

/** Frames read ahead at most. */
const aheadLimit = 2;

export type ClipFrames = {
  /** The next frame as raw RGBA of the box's size, or nothing past the last. Its memory may be used
   *  again by the call after the next. */
  next(): Promise<Buffer | undefined>;
  close(): void;
  /** When its ffmpeg is gone. */
  ended: Promise<void>;
};

/** Has ffmpeg read a piece of a film, frame by frame and in order, a few frames ahead and no more. */
export function openClipFrames(
  ffmpegPath: string,
  plan: ClipPlan,
  { folder, signal }: { folder: string; signal: AbortSignal },
): ClipFrames {
  const child = spawn(ffmpegPath, clipArguments(plan), {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const frames = createFrameQueue(plan.box.widthPx * plan.box.heightPx * 4, child.stdout);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  const close = () => {
    frames.end();
    child.kill('SIGKILL');
  };
  signal.addEventListener('abort', close, { once: true });
  child.on('error', (error) => frames.end(new Problem('ffmpeg-missing', {}, { cause: error })));
  let gone = (): void => {};
  const closed = new Promise<void>((resolve) => (gone = resolve));
  child.on('close', (exitCode) => {
    gone();
    signal.removeEventListener('abort', close);
    const cause = new Error(`ffmpeg ended with ${exitCode}: ${said.trim()}`);
    frames.end(exitCode === 0 ? undefined : new Problem('clip-unreadable', {}, { cause }));
  });
  return {
    async next() {
      const frame = await frames.take();
      signal.throwIfAborted();
      return frame;
    },
    close,
    ended: closed,
  };
}

type Source = {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  pause(): unknown;
  resume(): unknown;
};

/** Cuts a stream of bytes into frames. The stream rests while enough of them wait. */
function createFrameQueue(frameBytes: number, source: Source) {
  const waiting: Buffer[] = [];
  const spare: Buffer[] = [];
  let [filling, filledBytes]: [Buffer | undefined, number] = [undefined, 0];
  let ended: { problem: Problem | undefined } | undefined;
  let wake = (): void => {};
  let [handed, before]: (Buffer | undefined)[] = [];

  source.on('data', (chunk) => {
    for (let at = 0; at < chunk.length;) {
      filling ??= spare.pop() ?? Buffer.allocUnsafeSlow(frameBytes);
      const copied = chunk.copy(filling, filledBytes, at);
      at += copied;
      filledBytes += copied;
      if (filledBytes < frameBytes) continue;
      waiting.push(filling);
      [filling, filledBytes] = [undefined, 0];
      wake();
    }
    if (waiting.length >= aheadLimit) source.pause();
  });

  return {
    async take(): Promise<Buffer | undefined> {
      if (before) spare.push(before);
      before = handed;
      handed = undefined;
      while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      handed = waiting.shift();
      if (!handed && ended?.problem) throw ended.problem;
      if (waiting.length < aheadLimit) source.resume();
      return handed;
    },
    end(problem?: Problem): void {
      ended ??= { problem };
      wake();
    },
  };
}
