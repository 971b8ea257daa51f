import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { copyPasses, type ClipCopyKind, type Steadying } from './clip-copy-arguments.ts';
import { probeArguments } from './ffmpeg-arguments.ts';
import { readProbeAnswer, type ProbedFile } from './ffprobe-answer.ts';
import { canTone, findSteadying } from './find-ffmpeg.ts';
import { givePlace } from './give-place.ts';
import { runProgram } from './run-program.ts';
import { markName } from './worker/frame-encoder.ts';
import { writeProcessMark } from './worker/process-mark.ts';
import { syncFile } from './worker/write-through.ts';

type Programs = { ffmpegPath: string; ffprobePath: string };
type Wish = {
  kind: ClipCopyKind;
  path: string;
  outPath: string;
  /** Of this copy alone, on the same disk. */
  folder: string;
  signal: AbortSignal;
  onProgress: (frac: number) => void;
};

const probeLimitMs = 20_000;
const limitMs = 60 * 60_000;
/** A copy may end so much before its film does: sounds and pictures seldom end together. */
const shorterMs = 500;

/** Has ffmpeg make a copy of a film and puts it in its place when it is whole. Throws by name. */
export async function makeClipCopy(programs: Programs, wish: Wish): Promise<void> {
  const { folder, path, kind } = wish;
  const probed = await probe(programs, path, wish);
  const partPath = join(folder, 'copy.mp4');
  const passes = copyPasses({
    ...{ path, outPath: partPath, film: probed.video },
    canTone: probed.video.isHdr === true && (await canTone(programs.ffmpegPath)),
    steadying: kind === 'steady' ? await chosenSteadying(programs) : undefined,
  });
  for (const [index, args] of passes.entries()) {
    const onProgress = (frac: number) => wish.onProgress((index + frac) / passes.length);
    await runPass(programs, args, { ...wish, onProgress }, probed.durationMs);
  }
  const copied = await probe(programs, partPath, wish);
  if (copied.durationMs < probed.durationMs - shorterMs) throw new Problem('clip-unreadable');
  // On the disk first: a name stands for a whole file.
  await syncFile(partPath);
  await rename(partPath, wish.outPath);
}

async function chosenSteadying({ ffmpegPath }: Programs): Promise<Steadying> {
  const found = await findSteadying(ffmpegPath);
  if (!found) throw new Problem('steady-missing');
  return found;
}

async function probe(
  { ffprobePath }: Programs,
  path: string,
  { folder, signal }: Wish,
): Promise<ProbedFile & { video: NonNullable<ProbedFile['video']> }> {
  const options = { folder, signal, timeoutMs: probeLimitMs };
  const run = await runProgram(ffprobePath, probeArguments(path), options);
  signal.throwIfAborted();
  const probed = run.exitCode === 0 ? readProbeAnswer(run.stdout.toString()) : undefined;
  if (!probed?.video) throw new Problem('clip-unreadable');
  return { ...probed, video: probed.video };
}

async function runPass(
  { ffmpegPath }: Programs,
  args: string[],
  { folder, signal, onProgress }: Wish,
  durationMs: number,
): Promise<void> {
  const run = await runProgram(ffmpegPath, args, {
    ...{ folder, signal, timeoutMs: limitMs },
    onStart(pid) {
      // Nobody waits for it, and it goes with a studio that dies.
      givePlace(pid);
      writeProcessMark(join(folder, markName), pid);
    },
    onOutput(chunk) {
      const atUs = /out_time_us=(\d+)/.exec(chunk.toString())?.[1];
      if (atUs) onProgress(Math.min(1, Number(atUs) / 1000 / Math.max(1, durationMs)));
    },
  });
  signal.throwIfAborted();
  if (run.stopped === 'time') throw new Problem('render-slow');
  if (/No space left on device/i.test(run.lastLines)) throw new Problem('disk-full');
  if (run.exitCode === 0) return;
  const cause = new Error(`ffmpeg ended with ${run.exitCode}: ${run.lastLines.trim()}`);
  throw new Problem('clip-unreadable', {}, { cause });
}
