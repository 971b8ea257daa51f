import { Problem } from '../../../shared/contract/problem.ts';
import { frameArguments, probeArguments, readThroughArguments } from '../ffmpeg-arguments.ts';
import { readProbeAnswer, type ProbedFile } from '../ffprobe-answer.ts';
import { runProgram } from '../run-program.ts';
import type { VideoFacts, WorkerOps } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';
import { writeThrough } from './write-through.ts';

type Input = WorkerOps['probeVideo']['input'];

const probeLimitMs = 10_000;
const readLimitMs = 60_000;
const maxDurationMs = 60 * 60_000;
const maxStreams = 16;
const maxSidePx = 8192;

/** Says what a video is, reads it to its end and writes its thumbnail. Throws a Problem for what cannot
 *  be used. */
export async function probeVideo(tools: WorkerTools, input: Input): Promise<VideoFacts> {
  const { ffprobePath } = await tools.ffmpeg();
  const { folder } = input;
  const run = await runProgram(ffprobePath, probeArguments(input.path), {
    folder,
    timeoutMs: probeLimitMs,
    signal: tools.signal,
  });
  const probed = run.exitCode === 0 ? readProbeAnswer(run.stdout.toString()) : undefined;
  if (!probed) throw new Problem('video-damaged', { detail: 'header' });
  const video = acceptVideo(probed);
  await readThrough(tools, input);
  await writeVideoThumbnail(tools, input, Math.min(1000, probed.durationMs / 3));
  return {
    widthPx: video.widthPx,
    heightPx: video.heightPx,
    durationMs: probed.durationMs,
    film: {
      codec: video.codec,
      framesPerSecond: video.framesPerSecond,
      bitsPerSecond: video.bitsPerSecond ?? 0,
      ...(probed.audio && {
        audio: { codec: probed.audio.codec, sampleRateHz: probed.audio.sampleRateHz },
      }),
      ...(video.isHdr && { isHdr: true }),
      ...(video.pixelFormat !== undefined && { pixelFormat: video.pixelFormat }),
      ...(video.isInterlaced && { isInterlaced: true }),
    },
    notes: Math.min(video.widthPx, video.heightPx) < 720 ? ['small'] : [],
  };
}

function acceptVideo(probed: ProbedFile): NonNullable<ProbedFile['video']> {
  const { video } = probed;
  if (!video || video.widthPx < 1 || video.heightPx < 1 || probed.durationMs < 1)
    throw new Problem('video-refused', { streams: probed.streamCount });
  if (probed.durationMs > maxDurationMs)
    throw new Problem('video-too-long', {
      minutes: Math.ceil(probed.durationMs / 60_000),
      limit: 60,
    });
  const tooLarge = video.widthPx > maxSidePx || video.heightPx > maxSidePx;
  if (tooLarge || probed.streamCount > maxStreams)
    throw new Problem('video-refused', { streams: probed.streamCount });
  return video;
}

async function readThrough(tools: WorkerTools, { path, folder }: Input): Promise<void> {
  const { ffmpegPath } = await tools.ffmpeg();
  const run = await runProgram(ffmpegPath, readThroughArguments(path), {
    folder,
    timeoutMs: readLimitMs,
    signal: tools.signal,
  });
  if (run.exitCode !== 0 || run.lastLines !== '')
    throw new Problem('video-damaged', { detail: 'end' });
}

async function writeVideoThumbnail(tools: WorkerTools, input: Input, atMs: number): Promise<void> {
  const { ffmpegPath } = await tools.ffmpeg();
  const run = await runProgram(ffmpegPath, frameArguments(input.path, atMs), {
    folder: input.folder,
    timeoutMs: readLimitMs,
    signal: tools.signal,
  });
  if (run.exitCode !== 0 || run.stdout.length === 0)
    throw new Problem('video-damaged', { detail: 'picture' });
  const sharp = await tools.sharp();
  const thumb = await sharp(run.stdout)
    .resize(320, 320, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
  await writeThrough(input.thumbPath, thumb);
}
