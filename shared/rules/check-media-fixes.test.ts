import { expect, test } from 'vitest';
import type { CheckFix } from './check-fix.ts';
import { checkPost } from './check-post.ts';
import type { CheckedFilm, CheckedMedia, CheckedPost } from './post-check-types.ts';

type Network = 'facebook' | 'instagram';
const megabyte = 1_000_000;

function found(network: Network, kind: CheckedPost['kind'], media: Partial<CheckedMedia>[]) {
  return checkPost({
    kind,
    captions: { facebook: 'Bonjour', instagram: 'Bonjour' },
    media: media.map((one) => ({
      ...{ kind: 'photo', name: 'a', mime: 'image/jpeg', widthPx: 1080, heightPx: 1350 },
      ...{ durationMs: 0, sizeBytes: megabyte, alt: 'x', tags: [] },
      ...one,
    })),
    link: '',
    firstComment: '',
    accounts: [{ id: 'x', network, name: 'x', health: 'ok', hasCatalogue: true }],
    unknownAccounts: 0,
    products: new Map(),
    convertsPhotos: false,
    postedBefore: [],
  });
}

const photo = (more: Partial<CheckedMedia>) => more;
const video = (more: Partial<CheckedMedia> & { film?: Partial<CheckedFilm> }) => ({
  ...({ kind: 'video', mime: 'video/mp4', heightPx: 1920, durationMs: 15_000 } as const),
  ...more,
  film: {
    ...{ codec: 'h264', framesPerSecond: 30, bitsPerSecond: 5_000_000 },
    audio: { codec: 'aac', sampleRateHz: 48_000 },
    ...more.film,
  },
});

const kinds = (fixes: CheckFix[] | undefined) => (fixes ?? []).map((fix) => fix.kind);

/** One step beyond each published limit is found, with what would mend it; on the limit nothing is. */
const limits: [
  code: string,
  at: { network: Network; kind: CheckedPost['kind'] },
  within: Partial<CheckedMedia>,
  beyond: Partial<CheckedMedia>,
  fixes: CheckFix['kind'][],
][] = [
  [
    'photo-too-tall',
    ig('post'),
    photo({ heightPx: 1350 }),
    photo({ heightPx: 1400 }),
    cropOrFrame(),
  ],
  ['photo-too-wide', ig('post'), photo({ heightPx: 566 }), photo({ heightPx: 500 }), cropOrFrame()],
  ['photo-too-small', ig('post'), photo({ widthPx: 320, heightPx: 400 }), tiny(), ['frame']],
  ['photo-not-jpeg', ig('post'), photo({}), photo({ mime: 'image/png' }), ['convert-photo']],
  ['photo-too-heavy', ig('post'), heavy(8), heavy(8.1), ['convert-photo']],
  ['photo-too-heavy', fb('post'), heavy(4), heavy(4.1), ['convert-photo']],
  [
    'photo-type',
    fb('post'),
    photo({ mime: 'image/webp' }),
    photo({ mime: 'x/y' }),
    ['convert-photo'],
  ],
  ['story-bars', ig('story'), photo({ heightPx: 1920 }), photo({ heightPx: 1350 }), ['crop']],
  ['video-too-short', ig('reel'), lasts(3), lasts(2.9), []],
  ['video-too-long', ig('reel'), lasts(900), lasts(901), ['trim-video']],
  ['video-too-long', ig('story'), lasts(60), lasts(61), ['trim-video']],
  ['video-too-long', fb('reel'), lasts(90), lasts(91), ['trim-video']],
  ['video-too-long', fb('story'), lasts(60), lasts(61), ['trim-video']],
  ['video-too-heavy', ig('reel'), film(300), film(301), ['convert-video']],
  ['video-too-heavy', ig('story'), film(100), film(101), ['convert-video']],
  ['video-too-wide', ig('reel'), video({ widthPx: 1920 }), video({ widthPx: 2160 }), convert()],
  ['video-type', ig('reel'), video({ mime: 'video/quicktime' }), webm(), ['convert-video']],
  ['video-ratio', ig('story'), video({ widthPx: 192 }), video({ widthPx: 180 }), convert()],
  ['video-codec', ig('reel'), coded({ codec: 'hevc' }), coded({ codec: 'vp9' }), convert()],
  ['video-codec', fb('reel'), coded({ codec: 'h264' }), coded({ codec: 'mpeg4' }), convert()],
  ['video-rate', ig('reel'), rate(23), rate(22), ['convert-video']],
  ['video-rate', ig('reel'), rate(60), rate(120), ['convert-video']],
  ['video-rate', fb('reel'), rate(23.98), rate(23), ['convert-video']],
  ['video-bits', ig('reel'), bits(25), bits(26), ['convert-video']],
  ['video-sound', ig('reel'), sound('aac', 48_000), sound('aac', 96_000), ['convert-video']],
  ['video-sound', fb('reel'), sound('aac', 44_100), sound('mp3', 44_100), ['convert-video']],
  ['reel-shape', fb('reel'), video({}), video({ heightPx: 1350 }), ['convert-video']],
  ['video-too-small', fb('reel'), small(540, 960), small(500, 889), []],
];

test.each(limits)('%s on %o', (code, { network, kind }, within, beyond, fixes) => {
  const of = (medium: Partial<CheckedMedia>) =>
    found(network, kind, [medium]).filter((finding) => finding.code === code);
  expect(of(within)).toEqual([]);
  const [finding] = of(beyond);
  expect(finding).toMatchObject({ network });
  expect(kinds(finding?.fixes)).toEqual(fixes);
});

test('a slide is cut to the shape of the first, or to the nearest that is taken', () => {
  const [finding] = found('instagram', 'post', [{ heightPx: 1500 }, { heightPx: 1080 }]).filter(
    (one) => one.code === 'carousel-crop',
  );
  expect(finding?.fixes?.[0]).toEqual({ kind: 'crop', mediaIndex: 1, ratio: 4 / 5 });
});

test('a film that nobody has looked into is not blamed', () => {
  const unknown = { ...video({}), film: undefined };
  expect(found('instagram', 'reel', [unknown]).filter((one) => one.level === 'error')).toEqual([]);
});

function ig(kind: CheckedPost['kind']) {
  return { network: 'instagram', kind } as const;
}
function fb(kind: CheckedPost['kind']) {
  return { network: 'facebook', kind } as const;
}
function cropOrFrame(): CheckFix['kind'][] {
  return ['crop', 'frame'];
}
function convert(): CheckFix['kind'][] {
  return ['convert-video'];
}
function tiny() {
  return photo({ widthPx: 319, heightPx: 390 });
}
function heavy(megabytes: number) {
  return photo({ sizeBytes: megabytes * megabyte });
}
function film(megabytes: number) {
  return video({ sizeBytes: megabytes * megabyte });
}
function lasts(seconds: number) {
  return video({ durationMs: seconds * 1000 });
}
function webm() {
  return video({ mime: 'video/webm' });
}
function coded(more: Partial<CheckedFilm>) {
  return video({ film: more as CheckedFilm });
}
function rate(framesPerSecond: number) {
  return coded({ framesPerSecond });
}
function bits(megabits: number) {
  return coded({ bitsPerSecond: megabits * 1_000_000 });
}
function sound(codec: string, sampleRateHz: number) {
  return coded({ audio: { codec, sampleRateHz } });
}
function small(widthPx: number, heightPx: number) {
  return video({ widthPx, heightPx });
}
