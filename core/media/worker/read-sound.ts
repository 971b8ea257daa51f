import { z } from 'zod';
import { Problem } from '../../../shared/contract/problem.ts';
import { runProgram } from '../run-program.ts';
import { probeSoundArguments, wholeSoundArguments } from '../sound-arguments.ts';
import { findBeats } from '../sound-beats.ts';
import { outlineOf, type SoundOutline } from '../sound-outline.ts';
import type { SoundFacts, WorkerOps } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';
import { writeThrough } from './write-through.ts';

/** Longer is no music for a video, nor a voice. */
const longestMs = 15 * 60_000;
const shortestMs = 100;
const maxStreams = 16;
const looseRateHz = 8000;
const limitMs = 60_000;

const probe = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string().optional(),
      codec_name: z.string().optional(),
      sample_rate: z.coerce.number().optional(),
      disposition: z.object({ attached_pic: z.number().optional() }).optional(),
    }),
  ),
  format: z.object({ duration: z.coerce.number().optional() }).optional(),
});

/** Says what a sound is, hears it to its end and writes a picture of it. Throws a Problem for what is
 *  none; a picture on the sleeve does not make it a film. */
export async function inspectSound(
  tools: WorkerTools,
  { path, thumbPath, folder }: WorkerOps['inspectSound']['input'],
): Promise<SoundFacts> {
  const { codec, sampleRateHz } = await probeSound(tools, path, folder);
  const samples = await hear(tools, path, folder);
  const durationMs = Math.round((samples.length / looseRateHz) * 1000);
  if (durationMs < shortestMs) throw new Problem('sound-damaged');
  if (durationMs > longestMs) throw tooLong(durationMs);
  await drawSound(tools, outlineOf(samples, looseRateHz), thumbPath);
  return { durationMs, codec, sampleRateHz };
}

/** How a sound rises and falls, and its beats, written as JSON; of a film without sound an even line. */
export async function traceSound(
  tools: WorkerTools,
  { path, outPath, folder }: WorkerOps['traceSound']['input'],
): Promise<{ sizeBytes: number }> {
  const samples = await hear(tools, path, folder);
  const beats = findBeats(samples, looseRateHz);
  const traced = { ...outlineOf(samples, looseRateHz), ...(beats && { beats }) };
  const bytes = Buffer.from(JSON.stringify(traced));
  await writeThrough(outPath, bytes);
  return { sizeBytes: bytes.length };
}

async function probeSound(tools: WorkerTools, path: string, folder: string) {
  const { ffprobePath } = await tools.ffmpeg();
  const run = await runProgram(ffprobePath, probeSoundArguments(path), {
    ...{ folder, timeoutMs: limitMs, signal: tools.signal },
  });
  const answer = probe.safeParse(run.exitCode === 0 ? parseJson(run.stdout.toString()) : undefined);
  const { streams = [], format } = answer.data ?? {};
  const audio = streams.find((one) => one.codec_type === 'audio');
  const isFilm = streams.some(
    (one) => one.codec_type === 'video' && one.disposition?.attached_pic !== 1,
  );
  if (!audio || isFilm || streams.length > maxStreams) throw new Problem('sound-damaged');
  const saidMs = (format?.duration ?? 0) * 1000;
  if (saidMs > longestMs) throw tooLong(saidMs);
  return { codec: audio.codec_name ?? '', sampleRateHz: audio.sample_rate ?? 0 };
}

function tooLong(durationMs: number): Problem {
  const minutes = Math.ceil(durationMs / 60_000);
  return new Problem('sound-too-long', { minutes, limit: longestMs / 60_000 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Coarse and of one channel: enough to see it and to find its beats. A film may be longer than a sound. */
async function hear(tools: WorkerTools, path: string, folder: string): Promise<Int16Array> {
  const { ffmpegPath } = await tools.ffmpeg();
  const args = wholeSoundArguments(path, looseRateHz, longestMs + 1000);
  const run = await runProgram(ffmpegPath, args, {
    ...{ folder, timeoutMs: limitMs, signal: tools.signal },
  });
  tools.signal.throwIfAborted();
  const isMute = /does not contain any stream/.test(run.lastLines);
  if (run.exitCode !== 0 && !isMute)
    throw new Problem('sound-damaged', {}, { cause: new Error(run.lastLines) });
  const { buffer, byteOffset, byteLength } = Uint8Array.from(run.stdout);
  return new Int16Array(buffer, byteOffset, Math.floor(byteLength / 2));
}

const sidePx = 320;
const bars = 32;
const barStepPx = 9;
const barWidthPx = 5;
const edgePx = (sidePx - bars * barStepPx + barStepPx - barWidthPx) / 2;
const ground = [0xec, 0xea, 0xe3];
const ink = [0x4b, 0x5b, 0x50];

/** A picture for lists: the sound as a row of bars. */
async function drawSound(
  tools: WorkerTools,
  { peaks }: SoundOutline,
  thumbPath: string,
): Promise<void> {
  const pixels = Buffer.alloc(sidePx * sidePx * 3, Buffer.from(ground));
  const heights = barHeights(peaks);
  for (const [bar, heightPx] of heights.entries())
    for (let y = (sidePx - heightPx) / 2; y < (sidePx + heightPx) / 2; y++)
      for (let x = 0; x < barWidthPx; x++)
        pixels.set(ink, (y * sidePx + Math.floor(edgePx) + bar * barStepPx + x) * 3);
  const sharp = await tools.sharp();
  const raw = { width: sidePx, height: sidePx, channels: 3 as const };
  await writeThrough(thumbPath, await sharp(pixels, { raw }).webp({ quality: 80 }).toBuffer());
}

function barHeights(peaks: readonly number[]): number[] {
  const most = peaks.reduce((highest, peak) => Math.max(highest, peak), 1);
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars));
    const frac = Math.max(0, ...peaks.slice(from, to)) / most;
    return 2 * Math.max(2, Math.round(frac * sidePx * 0.25));
  });
}
