import type { Layer, Scene } from '../../../shared/scene/scene.ts';

/** Of a video's frames, the first and the last in which something may be seen. */
export type FrameSpan = { firstFrame: number; lastFrame: number };

/** Instants that fall on a frame are not always written exactly. */
const slackFrames = 0.0001;

export function frameSpan(
  { inMs = 0, outMs }: Pick<Layer, 'inMs' | 'outMs'>,
  { durationMs }: Pick<Scene, 'durationMs'>,
  framesPerSecond: number,
): FrameSpan {
  const frameAt = (ms: number) => Math.ceil((ms * framesPerSecond) / 1000 - slackFrames);
  return { firstFrame: frameAt(inMs), lastFrame: frameAt(outMs ?? durationMs) - 1 };
}
