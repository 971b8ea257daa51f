import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EncodePlan } from '../ffmpeg-arguments.ts';
import { runProgram } from '../run-program.ts';
import { listedEncoders, type HardwareEncoder } from '../video-encoders.ts';
import { checkFilm } from './check-film.ts';
import { startFrameEncoder } from './frame-encoder.ts';
import type { WorkerOps } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';

const listLimitMs = 10_000;
const trialLimitMs = 20_000;
const trialFrames = 2;
/** Smaller ones are refused by some cards. */
const sidePx = 320;

/** Which encoders of this machine make what both networks take. A program lists those that it was built
 *  with; whether card and driver are there too, only a trial tells. */
export async function findEncoders(
  tools: WorkerTools,
  { folder }: WorkerOps['findEncoders']['input'],
): Promise<WorkerOps['findEncoders']['output']> {
  const { ffmpegPath } = await tools.ffmpeg();
  const options = { folder, timeoutMs: listLimitMs, signal: tools.signal };
  const list = await runProgram(ffmpegPath, ['-nostdin', '-hide_banner', '-encoders'], options);
  const encoders: HardwareEncoder[] = [];
  for (const encoder of listedEncoders(list.stdout.toString())) {
    tools.signal.throwIfAborted();
    if (await works(tools, encoder, folder)) encoders.push(encoder);
  }
  return { encoders };
}

async function works(
  tools: WorkerTools,
  encoder: HardwareEncoder,
  folder: string,
): Promise<boolean> {
  const outPath = join(folder, `${encoder}.mp4`);
  const size = { widthPx: sidePx, heightPx: sidePx, framesPerSecond: 30 };
  const plan: EncodePlan = { ...size, frames: trialFrames, outPath, encoder };
  try {
    await encodeTrial(tools, plan, folder);
    await checkFilm(tools, plan, folder);
    return true;
  } catch {
    // Why does not matter: it is not offered.
    return false;
  } finally {
    await rm(outPath, { force: true });
  }
}

async function encodeTrial(tools: WorkerTools, plan: EncodePlan, folder: string): Promise<void> {
  const { ffmpegPath } = await tools.ffmpeg();
  const options = { folder, signal: tools.signal, stallMs: trialLimitMs };
  const encoder = startFrameEncoder(ffmpegPath, plan, options);
  try {
    for (let frame = 0; frame < plan.frames; frame++)
      await encoder.write(Buffer.alloc(plan.widthPx * plan.heightPx * 4, 60 + frame * 90));
    await encoder.finish();
  } finally {
    encoder.kill();
  }
}
