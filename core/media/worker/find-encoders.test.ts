import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Scene } from '../../../shared/scene/scene.ts';
import { openTestLibrary, type TestLibrary } from '../../../tests/support/test-library.ts';
import { findFfmpeg } from '../find-ffmpeg.ts';
import type { VideoEncoder } from '../video-encoders.ts';

let test: TestLibrary;
const usualPath = process.env['FFMPEG_PATH'];
const usualProbe = process.env['FFPROBE_PATH'];

/** An ffmpeg that seems to have been built with three encoders of cards: one whose card is missing, one
 *  that makes what no network takes, and one that does as it should. The workers find it. */
beforeEach(async () => {
  const { ffmpegPath, ffprobePath } = await findFfmpeg();
  test = openTestLibrary();
  const fake = join(test.tools.folder, 'ffmpeg');
  const script = [
    '#!/bin/bash',
    'for one in "$@"; do [ "$one" = "-encoders" ] && { ',
    `  "${ffmpegPath}" "$@" | grep -vE ' h264_(nvenc|qsv|mf|vaapi|videotoolbox) '`,
    '  for name in h264_nvenc h264_qsv h264_mf; do echo " V....D $name  a card (codec h264)"; done',
    '  exit 0; }; done',
    'args=()',
    'for one in "$@"; do case "$one" in',
    '  h264_nvenc) echo "no capable devices found" >&2; exit 1;;',
    '  h264_qsv) args+=(mpeg4);;',
    '  h264_mf) args+=(libx264);;',
    '  -hw_encoding) args+=(-threads);;',
    '  -rate_control) args+=(-tune);;',
    '  pc_vbr) args+=(film);;',
    '  100) args+=(high);;',
    '  *) args+=("$one");;',
    'esac; done',
    `exec "${ffmpegPath}" "\${args[@]}"`,
  ];
  writeFileSync(fake, script.join('\n'));
  chmodSync(fake, 0o755);
  process.env['FFMPEG_PATH'] = fake;
  process.env['FFPROBE_PATH'] = ffprobePath;
});
afterEach(async () => {
  await test.close();
  for (const [name, value] of [
    ['FFMPEG_PATH', usualPath],
    ['FFPROBE_PATH', usualProbe],
  ] as const)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});

const box = { xPx: 0, yPx: 0, widthPx: 320, heightPx: 320 };
const scene: Scene = {
  ...{ format: '1:1', widthPx: 320, heightPx: 320, durationMs: 300, background: '#204030' },
  layers: [{ id: 'g', kind: 'shape', shape: { kind: 'rect' }, box, fill: '#208040' }],
};

async function made(encoder: VideoEncoder) {
  const folder = join(test.tools.folder, encoder);
  mkdirSync(folder);
  const [path, thumbPath] = [join(folder, 'video.mp4'), join(folder, 'thumb.webp')];
  const input = { scene, photos: {}, folder, path, thumbPath, encoder };
  const { refused } = await test.library.workers.run('renderVideo', input);
  return { refused, isThere: existsSync(path), hasPart: existsSync(`${path}.part`) };
}

it('offers what a trial proves, and software takes over what fails or makes something else', async () => {
  const { encoders } = await test.library.workers.run('findEncoders', {
    folder: test.tools.folder,
  });
  expect(encoders).toEqual(['h264_mf']);
  const whole = { isThere: true, hasPart: false };
  expect(await made('h264_nvenc')).toEqual({ ...whole, refused: 'h264_nvenc' });
  expect(await made('h264_qsv')).toEqual({ ...whole, refused: 'h264_qsv' });
  expect(await made('h264_mf')).toEqual({ ...whole, refused: undefined });
  expect(await made('libx264')).toEqual({ ...whole, refused: undefined });
});
