import { Problem } from '../../../shared/contract/problem.ts';
import { checkArguments, type EncodePlan } from '../ffmpeg-arguments.ts';
import { readProbeAnswer } from '../ffprobe-answer.ts';
import { filmFaults, isIndexFirst, readKeyframes } from '../film-check.ts';
import { runProgram } from '../run-program.ts';
import type { WorkerTools } from './worker-tools.ts';

const probeLimitMs = 20_000;

/** Half-written or wrong output never becomes a file of the library. */
export async function checkFilm(
  tools: WorkerTools,
  plan: EncodePlan,
  folder: string,
): Promise<void> {
  const { ffprobePath } = await tools.ffmpeg();
  const options = { folder, timeoutMs: probeLimitMs, signal: tools.signal };
  const [run, indexFirst] = await Promise.all([
    runProgram(ffprobePath, checkArguments(plan.outPath), options),
    isIndexFirst(plan.outPath),
  ]);
  tools.signal.throwIfAborted();
  const text = run.stdout.toString();
  const probed = readProbeAnswer(text);
  const faults = filmFaults(plan, probed, readKeyframes(text));
  if (!indexFirst) faults.push('index');
  if (faults.length === 0) return;
  const cause = new Error(`${faults.join(', ')}: ${JSON.stringify(probed)}`);
  throw new Problem('video-failed', { faults }, { cause });
}
