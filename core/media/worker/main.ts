// The process that touches foreign files and native code: it may crash or be killed without taking
// the database with it. It holds no state that matters.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import { createFontSet } from '../../../shared/scene/fonts.ts';
import { fontFiles } from '../../../shared/scene/font-files.ts';
import { findFfmpeg } from '../find-ffmpeg.ts';
import { decodeHeic } from './decode-heic.ts';
import { findEncoders } from './find-encoders.ts';
import { fitPhoto } from './fit-photo.ts';
import { adaptPhoto } from './adapt-photo.ts';
import { adaptVideo } from './adapt-video.ts';
import { addFonts } from './font/add-fonts.ts';
import { inspectFont } from './font/inspect-font.ts';
import { inspectPhoto } from './inspect-photo.ts';
import { loadSharp } from './load-sharp.ts';
import { makeTeaser } from './make-teaser.ts';
import { exportPicture } from './export-picture.ts';
import { printScenes } from './paper/print-scenes.ts';
import { plainCopy } from './plain-copy.ts';
import { printMonth } from './paper/print-month.ts';
import { probeVideo } from './probe-video.ts';
import { readLook } from './read-look.ts';
import { readPalette } from './read-palette.ts';
import { inspectSound, traceSound } from './read-sound.ts';
import { renderPictures } from './render-pictures.ts';
import { renderVideo } from './render-video.ts';
import { scalePhoto } from './scale-photo.ts';
import { trimLogo } from './trim-logo.ts';
import { viewPicture } from './view-picture.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';

type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
};
type Shared = Omit<WorkerTools, 'signal' | 'progress'>;

/** Started by child_process, or as a utility process that has a parent port instead. */
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;
const resourcesDir = process.argv[2] ?? '';
const fontsDir = process.argv[3] ?? '';

function answer(message: WorkerAnswer): void {
  if (parentPort) parentPort.postMessage(message);
  // With nobody there to hear it there is nothing to say, nor to complain of.
  else process.send?.(message, undefined, undefined, () => {});
}

/** Loads once, when first needed; a failure is tried again the next time. */
function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

async function loadShippedFonts() {
  const folder = join(resourcesDir, 'fonts');
  const files = fontFiles.map(async ({ file, ...face }) => ({
    ...face,
    bytes: new Uint8Array(await readFile(join(folder, file))),
  }));
  return createFontSet(await Promise.all(files));
}

const shippedFonts = lazily(loadShippedFonts);

async function loadFonts(addedFamilies: readonly string[] = []) {
  const fonts = await shippedFonts();
  await addFonts(fonts, addedFamilies, { own: fontsDir, shipped: join(resourcesDir, 'fonts') });
  return fonts;
}

const shared: Shared = {
  sharp: lazily(loadSharp),
  canvas: lazily(() => import('@napi-rs/canvas')),
  fonts: loadFonts,
  ffmpeg: lazily(() => findFfmpeg()),
};

async function perform(request: Exclude<WorkerRequest, { cancel: number }>, tools: WorkerTools) {
  switch (request.op) {
    case 'inspectPhoto':
      return inspectPhoto(await tools.sharp(), request.input);
    case 'readLook':
      return readLook(await tools.sharp(), request.input.thumbPath);
    case 'plainCopy':
      return plainCopy(await tools.sharp(), request.input);
    case 'decodeHeic':
      return decodeHeic(await tools.sharp(), request.input);
    case 'scalePhoto':
      return scalePhoto(await tools.sharp(), request.input);
    case 'fitPhoto':
      return fitPhoto(await tools.sharp(), request.input);
    case 'renderPictures':
      return renderPictures(tools, request.input);
    case 'renderVideo':
      return renderVideo(tools, request.input);
    case 'findEncoders':
      return findEncoders(tools, request.input);
    case 'adaptPhoto':
      return adaptPhoto(await tools.sharp(), request.input);
    case 'adaptVideo':
      return adaptVideo(tools, request.input);
    case 'makeTeaser':
      return makeTeaser(tools, request.input);
    case 'printMonth':
      return printMonth(tools, request.input);
    case 'exportPicture':
      return exportPicture(tools, request.input);
    case 'printScenes':
      return printScenes(tools, request.input);
    case 'trimLogo':
      return trimLogo(await tools.sharp(), request.input);
    case 'viewPicture':
      return viewPicture(await tools.sharp(), request.input);
    case 'readPalette':
      return readPalette(await tools.sharp(), request.input);
    case 'inspectFont':
      return inspectFont(request.input);
    case 'inspectSound':
      return inspectSound(tools, request.input);
    case 'traceSound':
      return traceSound(tools, request.input);
    case 'probeVideo':
      return probeVideo(tools, request.input);
  }
}

function describeFailure(id: number, error: unknown): WorkerAnswer {
  const rssBytes = process.memoryUsage.rss();
  if (error instanceof Problem)
    return { id, rssBytes, code: error.code, params: error.params, detail: detailOf(error.cause) };
  const isFull = (error as { code?: unknown } | null)?.code === 'ENOSPC';
  const code = isFull ? 'disk-full' : 'render-crashed';
  return { id, rssBytes, code, params: {}, detail: detailOf(error) };
}

function detailOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.message}\n${cause.stack ?? ''}` : '';
}

const running = new Map<number, AbortController>();

function receive(request: WorkerRequest): void {
  if ('cancel' in request) return running.get(request.cancel)?.abort();
  const { id } = request;
  answer({ rssBytes: process.memoryUsage.rss() });
  const stop = new AbortController();
  running.set(id, stop);
  const progress = (progressFrac: number) => answer({ id, progressFrac });
  perform(request, { ...shared, signal: stop.signal, progress })
    .then((output) => answer({ id, output, rssBytes: process.memoryUsage.rss() }))
    .catch((error: unknown) => answer(describeFailure(id, error)))
    .finally(() => running.delete(id));
}

/** When the studio is gone there is nobody to work for; the running ffmpeg goes too. */
function end(): void {
  for (const stop of running.values()) stop.abort();
  process.exit(0);
}

parentPort?.on('message', ({ data }) => receive(data as WorkerRequest));
process.on('message', (message) => receive(message as WorkerRequest));
process.on('disconnect', end);
// Gone while this was being loaded: nothing else would ever end it.
if (!parentPort && !process.connected) end();
// Watched by the studio: memory without limit is ended there.
setInterval(() => answer({ rssBytes: process.memoryUsage.rss() }), 500).unref();
answer({ ready: true });
