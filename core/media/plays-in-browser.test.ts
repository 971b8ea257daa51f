import { expect, test } from 'vitest';
import { copySize } from './clip-copy-arguments.ts';
import { playsInBrowser } from './plays-in-browser.ts';

const film = {
  codec: 'h264',
  framesPerSecond: 30,
  bitsPerSecond: 8_000_000,
  pixelFormat: 'yuv420p',
};
const phone = { mime: 'video/mp4', widthPx: 1080, heightPx: 1920, film };

test('what phones film by default plays', () => {
  expect(playsInBrowser(phone)).toBe(true);
  expect(playsInBrowser({ ...phone, mime: 'video/quicktime' })).toBe(true);
  const sounding = { ...film, audio: { codec: 'aac', sampleRateHz: 44_100 } };
  expect(playsInBrowser({ ...phone, film: sounding })).toBe(true);
});

test.each([
  ['another codec', { film: { ...film, codec: 'hevc' } }],
  ['ten bits', { film: { ...film, pixelFormat: 'yuv420p10le' } }],
  ['full colours', { film: { ...film, pixelFormat: 'yuv444p' } }],
  ['what shines', { film: { ...film, isHdr: true } }],
  ['half pictures', { film: { ...film, isInterlaced: true } }],
  ['slow motion', { film: { ...film, framesPerSecond: 120 } }],
  [
    'a sound of studios',
    { film: { ...film, audio: { codec: 'pcm_s16le', sampleRateHz: 48_000 } } },
  ],
  ['4K', { widthPx: 3840, heightPx: 2160 }],
  ['another box', { mime: 'video/x-matroska' }],
] as const)('%s wants a copy', (_, its) => {
  expect(playsInBrowser({ ...phone, ...its })).toBe(false);
});

test('a copy is as large as its film or as its kind may be, with even sides', () => {
  expect(copySize({ widthPx: 3840, heightPx: 2160 }, 'play')).toEqual({
    widthPx: 1280,
    heightPx: 720,
  });
  expect(copySize({ widthPx: 2160, heightPx: 3840 }, 'steady')).toEqual({
    widthPx: 1080,
    heightPx: 1920,
  });
  expect(copySize({ widthPx: 479, heightPx: 271 }, 'play')).toEqual({
    widthPx: 480,
    heightPx: 272,
  });
});
