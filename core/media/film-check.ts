import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { EncodePlan } from './ffmpeg-arguments.ts';
import type { ProbedFile } from './ffprobe-answer.ts';

/** No reel and no story has frames that depend on one further away than this. */
const longestGroupS = 2;

/** What is wrong with a finished video; nothing when it is what both networks take. `keyframes` counts
 *  in frames. */
export function filmFaults(
  plan: EncodePlan,
  probed: ProbedFile | undefined,
  keyframes: readonly number[],
): string[] {
  const { video, audio } = probed ?? {};
  if (!probed || !video) return ['no picture'];
  const frameMs = 1000 / plan.framesPerSecond;
  const { colours } = video;
  const longestGroup = Math.max(
    ...keyframes.map((at, index) => (keyframes[index + 1] ?? plan.frames) - at),
  );
  const checks: Record<string, boolean> = {
    codec: video.codec === 'h264' && video.profile === 'High' && video.pixelFormat === 'yuv420p',
    size: video.widthPx === plan.widthPx && video.heightPx === plan.heightPx,
    colours:
      [colours.matrix, colours.transfer, colours.primaries].every((tag) => tag === 'bt709') &&
      colours.range === 'tv',
    rate: video.steadyRate === plan.framesPerSecond,
    frames: video.frames === plan.frames,
    length: Math.abs(probed.durationMs - plan.frames * frameMs) <= frameMs + 1,
    groups: keyframes[0] === 0 && longestGroup <= plan.framesPerSecond * longestGroupS,
    sound: plan.soundPath
      ? audio?.codec === 'aac' &&
        audio.sampleRateHz === 48_000 &&
        audio.channels === 2 &&
        Math.abs((audio.durationMs ?? 0) - plan.frames * frameMs) <= frameMs + 1
      : audio === undefined,
  };
  return Object.entries(checks).flatMap(([name, isRight]) => (isRight ? [] : [name]));
}

const packets = z.object({
  packets: z.array(z.object({ codec_type: z.string(), flags: z.string() })),
});

/** Which frames of the picture stand alone, as ffprobe lists them in JSON. */
export function readKeyframes(text: string): number[] {
  const parsed = packets.safeParse(JSON.parse(text));
  const frames = parsed.data?.packets.filter((one) => one.codec_type === 'video') ?? [];
  return frames.flatMap(({ flags }, index) => (flags.startsWith('K') ? [index] : []));
}

/** Players and networks begin before all of a file has come only when its index stands first. */
export async function isIndexFirst(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(16);
    for (let at = 0; (await file.read(head, 0, 16, at)).bytesRead === 16;) {
      const kind = head.toString('latin1', 4, 8);
      if (kind === 'moov' || kind === 'mdat') return kind === 'moov';
      const size = head.readUInt32BE(0);
      const sizeBytes = size === 1 ? Number(head.readBigUInt64BE(8)) : size;
      if (sizeBytes < 8) return false;
      at += sizeBytes;
    }
    return false;
  } finally {
    await file.close();
  }
}
