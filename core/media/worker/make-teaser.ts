import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import { canWriteWebp } from '../find-ffmpeg.ts';
import { runProgram, type ProgramRun } from '../run-program.ts';
import {
  gifArguments,
  rawTeaserArguments,
  teaserSteps,
  webpArguments,
  type TeaserPlan,
} from '../teaser-arguments.ts';
import { markName } from './frame-encoder.ts';
import { inspectPhoto } from './inspect-photo.ts';
import { writeProcessMark } from './process-mark.ts';
import type { WorkerOps } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';
import { hashFile, syncFile } from './write-through.ts';

type Input = WorkerOps['makeTeaser']['input'];

const limitMs = 5 * 60_000;
/** Of a second's raw frames at most 15 of 480 × 480; six seconds of them, and some room. */
const mostRawBytes = 80_000_000;

/** Makes a few seconds of a film into a picture that moves: as fine as its bytes allow. The file gets its
 *  name only when it moves, plays without end and lasts as long as it should. */
export async function makeTeaser(
  tools: WorkerTools,
  input: Input,
): Promise<WorkerOps['makeTeaser']['output']> {
  const partPath = `${input.outPath}.part`;
  try {
    for (const [index, step] of teaserSteps.entries()) {
      // Nobody knows how many tries it takes: each has half of what is left.
      const onFrac = (frac: number) => tools.progress(1 - 0.5 ** index * (1 - frac / 2));
      await encode(tools, input, { ...input, ...step }, { partPath, onFrac });
      if ((await stat(partPath)).size <= input.maxBytes) return await keep(tools, input, partPath);
    }
    throw new Problem('video-failed', {}, { cause: new Error('no teaser was small enough') });
  } catch (error) {
    await rm(partPath, { force: true });
    throw error;
  }
}

async function encode(
  tools: WorkerTools,
  { kind, folder }: Input,
  plan: TeaserPlan,
  { partPath, onFrac }: { partPath: string; onFrac: (frac: number) => void },
): Promise<void> {
  const { ffmpegPath } = await tools.ffmpeg();
  if (kind === 'webp' && !(await canWriteWebp(ffmpegPath)))
    return encodeWithSharp(tools, plan, folder, partPath);
  const args = kind === 'gif' ? gifArguments(plan, partPath) : webpArguments(plan, partPath);
  await runFfmpeg(tools, args, folder, (chunk) => {
    const atUs = /out_time_us=(\d+)/.exec(chunk.toString())?.[1];
    if (atUs) onFrac(Math.min(1, Number(atUs) / 1000 / plan.lengthMs));
  });
}

/** A WebP by way of sharp, where ffmpeg has no encoder for it. */
export async function encodeWithSharp(
  tools: WorkerTools,
  plan: TeaserPlan,
  folder: string,
  partPath: string,
): Promise<void> {
  const sharp = await tools.sharp();
  const firstPath = join(folder, 'first.gif');
  await runFfmpeg(tools, gifArguments({ ...plan, lengthMs: 100 }, firstPath), folder);
  const { width, height } = await sharp(firstPath).metadata();
  const { stdout } = await runFfmpeg(tools, rawTeaserArguments(plan), folder);
  const frames = Math.floor(stdout.length / (width * height * 3));
  const raw = { width, height: height * frames, channels: 3 as const, pageHeight: height };
  const delay = Array.from({ length: frames }, () => Math.round(1000 / plan.framesPerSecond));
  await sharp(stdout, { raw }).webp({ quality: 70, loop: 0, delay }).toFile(partPath);
  tools.signal.throwIfAborted();
}

async function runFfmpeg(
  tools: WorkerTools,
  args: string[],
  folder: string,
  onOutput?: (chunk: Buffer) => void,
): Promise<ProgramRun> {
  const { ffmpegPath } = await tools.ffmpeg();
  const run = await runProgram(ffmpegPath, args, {
    ...{ folder, signal: tools.signal, timeoutMs: limitMs, maxBytes: mostRawBytes },
    ...(onOutput && { onOutput }),
    onStart: (pid) => writeProcessMark(join(folder, markName), pid),
  });
  tools.signal.throwIfAborted();
  if (run.stopped === 'time') throw new Problem('render-slow');
  if (/No space left on device/i.test(run.lastLines)) throw new Problem('disk-full');
  if (run.exitCode !== 0)
    throw new Problem('video-failed', {}, { cause: new Error(run.lastLines.trim()) });
  return run;
}

/** Frames may end so much before or after the stretch that they show. */
const slackMs = 200;

async function keep(
  tools: WorkerTools,
  { kind, lengthMs, outPath, thumbPath }: Input,
  partPath: string,
): Promise<WorkerOps['makeTeaser']['output']> {
  const sharp = await tools.sharp();
  const { format, pages = 1, loop, delay = [] } = await sharp(partPath).metadata();
  // Frames that are alike are kept as one by WebP.
  if (pages < 2) throw new Problem('teaser-still');
  const durationMs = delay.reduce((sum, one) => sum + one, 0);
  if (format !== kind || loop !== 0 || Math.abs(durationMs - lengthMs) > slackMs) {
    const found = JSON.stringify({ format, pages, loop, durationMs });
    throw new Problem('video-failed', {}, { cause: new Error(`not the teaser: ${found}`) });
  }
  const { widthPx, heightPx } = await inspectPhoto(sharp, { path: partPath, thumbPath });
  await syncFile(partPath);
  await syncFile(thumbPath);
  await rename(partPath, outPath);
  const { size: sizeBytes } = await stat(outPath);
  const hash = await hashFile(outPath);
  return { path: outPath, widthPx, heightPx, sizeBytes, hash, durationMs, frames: pages };
}
