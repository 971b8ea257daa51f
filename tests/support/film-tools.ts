import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { findFfmpeg } from '../../core/media/find-ffmpeg.ts';
import { openFilmAssets } from '../../core/media/worker/film-assets.ts';

import type { WorkerTools } from '../../core/media/worker/worker-tools.ts';
import { drawScene } from '../../shared/scene/draw-scene.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { contextOf, loadFonts } from './scene-samples.ts';

/** What the worker works with, here. */
export function filmTools(signal: AbortSignal): WorkerTools {
  const fonts = loadFonts();
  return {
    ...{ sharp: () => Promise.resolve(sharp), canvas: () => import('@napi-rs/canvas') },
    ...{ fonts: () => Promise.resolve(fonts), ffmpeg: () => findFfmpeg() },
    ...{ signal, progress: () => {} },
  };
}

/** Frames of a scene drawn one by one, each on a canvas of its own, as raw RGBA. */
export async function drawFilmFrames(
  tools: WorkerTools,
  scene: Scene,
  files: { photos: Record<string, string>; clips?: Record<string, string>; folder: string },
  wanted: readonly number[],
): Promise<Map<number, Buffer>> {
  const assets = await openFilmAssets(tools, scene, { clips: {}, ...files, framesPerSecond: 30 });
  const frames = new Map<number, Buffer>();
  try {
    for (const frame of wanted) {
      await assets.prepare(frame);
      const canvas = createCanvas(scene.widthPx, scene.heightPx);
      drawScene(contextOf(canvas), scene, (frame * 1000) / 30, assets.drawn);
      frames.set(frame, canvas.data());
    }
  } finally {
    assets.close();
  }
  return frames;
}
