import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlayerSources } from '../../../renderer/features/studio/film-player/use-player.ts';
import { photoRequests } from '../../../shared/scene/photo-requests.ts';
import type { Layer, Scene, TextStyle } from '../../../shared/scene/scene.ts';
import { scaledPhoto } from '../../support/scene-samples.ts';
import type { ServedPage } from './serve-page.ts';

/** How much lighter each frame of the counting film is, on the screen. */
export const lighterEachFrame = (3 * 255) / 219;

/** Two seconds at 30 frames; each frame is one grey, lighter than the one before. */
export function countingFilm(ffmpegPath: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-count-'));
  const file = join(folder, 'count.mp4');
  try {
    execFileSync(ffmpegPath, [
      ...['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', 'color=black:s=180x320:r=30:d=2'],
      ...['-vf', "geq=lum='16+3*N':cb=128:cr=128", '-c:v', 'libx264', '-preset', 'ultrafast'],
      ...['-crf', '1', '-g', '60', '-pix_fmt', 'yuv420p', '-movflags', '+faststart', file],
    ]);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A tone as a WAV of one channel. */
export function tone(seconds: number, rateHz = 8000): Buffer {
  const samples = Buffer.alloc(seconds * rateHz * 2);
  for (let at = 0; at < seconds * rateHz; at++)
    samples.writeInt16LE(Math.round(8000 * Math.sin((at * 440 * 2 * Math.PI) / rateHz)), at * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rateHz, 24);
  head.writeUInt32LE(rateHz * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

const audio = { trackId: 't', startMs: 0, fadeInMs: 0, fadeOutMs: 500, volume: 0.8 };

/** The counting film from its 400th millisecond on, half a second after the beginning, with music. */
export function clipFilm(page: ServedPage, film: Buffer): PlayerSources {
  page.answers.set('/clip', { body: film, type: 'video/mp4' });
  page.answers.set('/music', { body: tone(1), type: 'audio/wav' });
  const box = { xPx: 0, yPx: 0, widthPx: 360, heightPx: 640 };
  const clip: Layer = { id: 'c', kind: 'clip', clipId: 'count', box, fromMs: 400, inMs: 500 };
  const scene: Scene = {
    ...{ format: '9:16', widthPx: 360, heightPx: 640, durationMs: 2000 },
    ...{ background: '#B8431F', layers: [clip], audio },
  };
  const clips = { count: { url: '/clip', widthPx: 180, heightPx: 320, durationMs: 2000 } };
  return { scene, sources: {}, clips, sounds: { music: '/music' } };
}

const style: TextStyle = {
  ...{ font: { family: 'Fraunces', weight: 600 }, sizePx: 96, minSizePx: 40, colour: '#FFFFFF' },
  ...{ align: 'start', vertical: 'bottom', maxLines: 2, lineHeight: 1.1 },
};

/** Four layers at 1080 × 1920: a photo that comes closer all the time, a shade, words and a price that come
 *  in turn, again and again, with music. */
export async function fourLayerFilm(page: ServedPage, durationMs: number): Promise<PlayerSources> {
  const whole = { xPx: 0, yPx: 0, widthPx: 1080, heightPx: 1920 };
  const from = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };
  const to = { xFrac: 0.06, yFrac: 0.05, widthFrac: 0.88, heightFrac: 0.88 };
  const dark = { from: { xFrac: 0, yFrac: 0.4 }, to: { xFrac: 0, yFrac: 1 } };
  const stops = [
    { atFrac: 0, colour: '#00000000' },
    { atFrac: 1, colour: '#000000C0' },
  ];
  const comes = { when: 'in', durationMs: 3000 } as const;
  const slides = [
    { ...comes, kind: 'fade' as const },
    { ...comes, kind: 'slide' as const, dxPx: 0, dyPx: 300 },
  ];
  const at = (yPx: number) => ({ xPx: 80, yPx, widthPx: 900, heightPx: 240 });
  const layers: Layer[] = [
    {
      ...{ id: 'p', kind: 'photo', photoId: 'red-hibiscus-closeup.jpg', box: whole },
      travel: { from, to, easing: 'linear' },
    },
    { id: 's', kind: 'shape', shape: { kind: 'rect' }, box: whole, fill: { ...dark, stops } },
    { id: 't', kind: 'text', text: 'Hibiscus rouge', style, box: at(1100), motions: slides },
    {
      ...{ id: 'e', kind: 'price', text: '29,00 €', style, box: at(1380) },
      motions: [{ ...comes, durationMs: 6000, kind: 'counter', fromText: '49,00 €' }],
    },
  ];
  const size = { format: '9:16', widthPx: 1080, heightPx: 1920 } as const;
  const scene: Scene = { ...size, durationMs, background: '#000000', layers, audio };
  const sources: Record<string, string> = {};
  for (const request of photoRequests(scene)) {
    const { png } = await scaledPhoto(request);
    page.answers.set(`/photo/${request.key}`, { body: png, type: 'image/png' });
    sources[request.key] = `/photo/${encodeURIComponent(request.key)}`;
  }
  page.answers.set('/music', { body: tone(4), type: 'audio/wav' });
  return { scene, sources, clips: {}, sounds: { music: '/music' } };
}
