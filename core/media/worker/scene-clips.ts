import type { Canvas, ImageData } from '@napi-rs/canvas';
import { Problem } from '../../../shared/contract/problem.ts';
import { clipMoment } from '../../../shared/scene/clip-moment.ts';
import type { ClipFrame } from '../../../shared/scene/draw-context.ts';
import type { ClipLayer, Scene } from '../../../shared/scene/scene.ts';
import { matrixOf, type ClipPlan } from '../clip-arguments.ts';
import { probeArguments } from '../ffmpeg-arguments.ts';
import { readProbeAnswer, type ProbedFile } from '../ffprobe-answer.ts';
import { canTone } from '../find-ffmpeg.ts';
import { runProgram } from '../run-program.ts';
import { frameSpan, type FrameSpan } from './frame-span.ts';
import { openClipFrames, type ClipFrames } from './clip-frames.ts';
import type { WorkerTools } from './worker-tools.ts';

type Span = FrameSpan & { layer: ClipLayer };
type Timing = { framesPerSecond: number; folder: string };
type Film = NonNullable<ProbedFile['video']> & { durationMs: number };
type Playing = {
  frames: ClipFrames;
  canvas: Canvas;
  pixels: ImageData;
  /** Which of its frames is on the canvas. */
  shown: number;
};

/** A film is opened this long before it is seen. */
const openAheadMs = 700;
const probeLimitMs = 10_000;

export type SceneClips = {
  /** Has what is seen in this frame of the video ready. Frames are asked for in order. */
  prepare(frame: number): Promise<void>;
  clip(layer: ClipLayer): ClipFrame | undefined;
  close(): void;
};

/** Plays the clips of a scene frame by frame, each film read only while it is near. */
export function createSceneClips(
  tools: WorkerTools,
  { scene, files, timing }: { scene: Scene; files: Record<string, string>; timing: Timing },
): SceneClips {
  const clips = scene.layers.flatMap((layer): Span[] =>
    layer.kind === 'clip' && !layer.hidden
      ? [{ layer, ...frameSpan(layer, scene, timing.framesPerSecond) }]
      : [],
  );
  const shown = new Map<ClipLayer, Canvas>();
  const playing = new Map<ClipLayer, Promise<Playing>>();
  const films = new Map<string, Promise<Film>>();
  const aheadFrames = Math.round((openAheadMs / 1000) * timing.framesPerSecond);

  async function open({ layer, firstFrame, lastFrame }: Span): Promise<Playing> {
    const path = files[layer.clipId];
    if (!path) throw new Problem('clip-missing');
    const known = films.get(path) ?? readFilm(tools, path, timing.folder);
    films.set(path, known);
    const plan = planClip(await known, layer, path, {
      ...{ atMs: (firstFrame * 1000) / timing.framesPerSecond, timing },
      frames: lastFrame - firstFrame + 1,
    });
    const { ffmpegPath } = await tools.ffmpeg();
    const asked = plan.tones && !(await canTone(ffmpegPath)) ? { ...plan, tones: undefined } : plan;
    const options = { folder: timing.folder, signal: tools.signal };
    const frames = openClipFrames(ffmpegPath, asked, options);
    const { createCanvas, ImageData } = await tools.canvas();
    const { widthPx, heightPx } = plan.box;
    const canvas = createCanvas(widthPx, heightPx);
    return { frames, canvas, pixels: new ImageData(widthPx, heightPx), shown: -1 };
  }

  function begin(span: Span): Promise<Playing> {
    const known = playing.get(span.layer);
    if (known) return known;
    const opened = open(span);
    opened.catch(() => {});
    playing.set(span.layer, opened);
    return opened;
  }

  async function show(span: Span, frame: number): Promise<void> {
    const played = await begin(span);
    let pixels: Buffer | undefined;
    while (played.shown < frame - span.firstFrame) {
      const next = await played.frames.next();
      if (!next && played.shown < 0 && !pixels) throw new Problem('clip-unreadable');
      pixels = next ?? pixels;
      played.shown++;
    }
    if (!pixels) return;
    played.pixels.data.set(pixels);
    played.canvas.getContext('2d').putImageData(played.pixels, 0, 0);
    shown.set(span.layer, played.canvas);
  }

  return {
    async prepare(frame) {
      for (const span of clips) {
        if (frame > span.lastFrame) leave(span.layer);
        else if (frame >= span.firstFrame - aheadFrames) void begin(span);
        if (frame >= span.firstFrame && frame <= span.lastFrame) await show(span, frame);
      }
    },
    clip(layer) {
      const image = shown.get(layer);
      if (!image) return undefined;
      const { width: widthPx, height: heightPx } = image;
      return { image, seen: { xPx: 0, yPx: 0, widthPx, heightPx } };
    },
    close() {
      for (const { layer } of clips) leave(layer);
    },
  };

  function leave(layer: ClipLayer): void {
    void playing.get(layer)?.then(
      ({ frames }) => frames.close(),
      () => {},
    );
    playing.delete(layer);
    shown.delete(layer);
  }
}

function planClip(
  film: Film,
  layer: ClipLayer,
  path: string,
  { atMs, frames, timing }: { atMs: number; frames: number; timing: Timing },
): ClipPlan {
  const { speed = 1, box, crop, focus } = layer;
  const lastMs = film.durationMs - 1000 / Math.max(film.framesPerSecond, 5) - 5;
  return {
    path,
    source: film,
    fromMs: Math.max(0, Math.min(clipMoment(layer, atMs), lastMs)),
    speed,
    frames,
    framesPerSecond: timing.framesPerSecond,
    box: { widthPx: Math.round(box.widthPx), heightPx: Math.round(box.heightPx) },
    crop,
    focus,
    tones: film.isHdr,
    isInterlaced: film.isInterlaced,
    isStretched: film.isStretched,
    matrix: matrixOf({ ...film, matrix: film.colours.matrix }),
  };
}

async function readFilm(tools: WorkerTools, path: string, folder: string): Promise<Film> {
  const { ffprobePath } = await tools.ffmpeg();
  const options = { folder, timeoutMs: probeLimitMs, signal: tools.signal };
  const run = await runProgram(ffprobePath, probeArguments(path), options);
  const probed = run.exitCode === 0 ? readProbeAnswer(run.stdout.toString()) : undefined;
  if (!probed?.video) throw new Problem('clip-unreadable');
  return { ...probed.video, durationMs: probed.video.durationMs ?? probed.durationMs };
}
