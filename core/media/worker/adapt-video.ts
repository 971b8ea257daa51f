import { rename, stat } from 'node:fs/promises';
import { Problem } from '../../../shared/contract/problem.ts';
import { filmArguments } from '../film-arguments.ts';
import { runProgram } from '../run-program.ts';
import type { WorkerOps } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';
import { syncFile } from './write-through.ts';

const limitMs = 20 * 60_000;

/** Encodes a part of a film anew. The file gets its name only when ffmpeg ended well and the disk has
 *  it. */
export async function adaptVideo(
  tools: WorkerTools,
  input: WorkerOps['adaptVideo']['input'],
): Promise<WorkerOps['adaptVideo']['output']> {
  const { ffmpegPath } = await tools.ffmpeg();
  const partPath = `${input.outPath}.part`;
  const run = await runProgram(ffmpegPath, filmArguments({ ...input, outPath: partPath }), {
    folder: input.folder,
    timeoutMs: limitMs,
    signal: tools.signal,
    onOutput: (chunk) => {
      const atUs = /out_time_us=(\d+)/.exec(chunk.toString())?.[1];
      if (atUs) tools.progress(Math.min(0.99, Number(atUs) / 1000 / input.lengthMs));
    },
  });
  tools.signal.throwIfAborted();
  if (run.stopped === 'time') throw new Problem('render-slow');
  if (/No space left on device/i.test(run.lastLines)) throw new Problem('disk-full');
  if (run.exitCode !== 0)
    throw new Problem('video-failed', {}, { cause: new Error(run.lastLines.trim()) });
  await syncFile(partPath);
  await rename(partPath, input.outPath);
  return { sizeBytes: (await stat(input.outPath)).size };
}
