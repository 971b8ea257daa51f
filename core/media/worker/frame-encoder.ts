import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import { encodeArguments, type EncodePlan } from '../ffmpeg-arguments.ts';
import { givePlace } from '../give-place.ts';
import { writeProcessMark } from './process-mark.ts';

/** Where a mark of the running ffmpeg stands in a render's folder. */
export const markName = 'ffmpeg.json';

/** What it frees goes back to the system at once: 60 MB less, for a fortieth of its time (measured). */
const leanStore = { MALLOC_MMAP_THRESHOLD_: '2000000' };

/** From here on an encoder gives way to what a person waits for. */
const longFrames = 150;

export type FrameEncoder = {
  /** Hands over one frame; answers when ffmpeg has taken it and its memory may be used again. */
  write(frame: Buffer): Promise<void>;
  finish(): Promise<void>;
  kill(): void;
};

/** Starts ffmpeg on a pipe of raw frames. It is ended when it takes no frame for too long, however long the
 *  whole film may take, or `signal` says so. */
export function startFrameEncoder(
  ffmpegPath: string,
  plan: EncodePlan,
  { folder, signal, stallMs }: { folder: string; signal: AbortSignal; stallMs: number },
): FrameEncoder {
  const args = encodeArguments(plan);
  const child = spawn(ffmpegPath, args, {
    cwd: folder,
    env: { ...process.env, ...leanStore },
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let lastLines = '';
  let late = false;
  let failure: Problem | undefined;
  // At once, or its threads would not have it. A short film is over before anybody waits for it.
  if (plan.frames > longFrames) givePlace(child.pid);
  if (child.pid) writeProcessMark(join(folder, markName), child.pid);
  child.stderr.on(
    'data',
    (chunk: Buffer) => (lastLines = (lastLines + chunk.toString()).slice(-2000)),
  );
  const kill = () => void child.kill('SIGKILL');
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, stallMs);
  signal.addEventListener('abort', kill, { once: true });
  // A dying ffmpeg breaks the pipe; why it died is told by its exit.
  child.stdin.on('error', () => {});

  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', (error) => reject(new Problem('ffmpeg-missing', {}, { cause: error })));
    child.on('close', (exitCode, exitSignal) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      if (exitCode === 0) return resolve();
      failure = late ? new Problem('render-slow') : readFailure(lastLines, exitCode, exitSignal);
      reject(failure);
    });
  });
  ended.catch(() => {});

  async function write(frame: Buffer): Promise<void> {
    const taken = new Promise<void>((resolve, reject) => {
      child.stdin.write(frame, (error) => (error ? reject(error) : resolve()));
    });
    await Promise.race([taken, ended]).catch(async () => {
      signal.throwIfAborted();
      await ended;
    });
    if (child.exitCode !== null) await ended;
    // Once it is gone the timer is, too, and must not come back.
    if (child.exitCode === null && child.signalCode === null) timer.refresh();
  }

  return {
    write,
    async finish() {
      child.stdin.end();
      await ended;
    },
    kill,
  };
}

/** Only the disk has a name of its own; the rest keeps exit code and last lines for the report. */
function readFailure(lastLines: string, exitCode: number | null, signal: string | null): Problem {
  if (/No space left on device/i.test(lastLines)) return new Problem('disk-full');
  const cause = new Error(`ffmpeg ended with ${exitCode ?? signal}: ${lastLines.trim()}`);
  return new Problem('video-failed', { exitCode, signal }, { cause });
}
