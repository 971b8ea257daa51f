import { describe, expect, it } from 'vitest';
import type { EncodePlan } from './ffmpeg-arguments.ts';
import { encodeArguments } from './ffmpeg-arguments.ts';
import { filmFaults, readKeyframes } from './film-check.ts';
import { readProbeAnswer } from './ffprobe-answer.ts';

const plan: EncodePlan = {
  widthPx: 1080,
  heightPx: 1920,
  framesPerSecond: 30,
  frames: 90,
  outPath: '/library/film.mp4',
  soundPath: '/library/sound.wav',
};
const picture = {
  codec_type: 'video',
  codec_name: 'h264',
  profile: 'High',
  pix_fmt: 'yuv420p',
  width: 1080,
  height: 1920,
  nb_frames: '90',
  r_frame_rate: '30/1',
  avg_frame_rate: '30/1',
  color_range: 'tv',
  color_space: 'bt709',
  color_transfer: 'bt709',
  color_primaries: 'bt709',
};
const sound = {
  codec_type: 'audio',
  codec_name: 'aac',
  sample_rate: '48000',
  channels: 2,
  duration: '3.0',
};
const probed = (video: object, audio: object = sound, duration = '3.0') =>
  readProbeAnswer(JSON.stringify({ streams: [video, audio], format: { duration } }));

describe('a finished video', () => {
  it('is right when all is as both networks take it', () => {
    expect(filmFaults(plan, probed(picture), [0, 60])).toEqual([]);
  });

  it.each<[string, object]>([
    ['codec', { codec_name: 'hevc' }],
    ['codec', { profile: 'High 4:4:4 Predictive' }],
    ['codec', { pix_fmt: 'yuvj420p' }],
    ['size', { width: 1082 }],
    ['colours', { color_space: 'smpte170m' }],
    ['colours', { color_range: undefined }],
    ['rate', { avg_frame_rate: '2700/91' }],
    ['frames', { nb_frames: '89' }],
  ])('is refused for its %s', (name, wrong) => {
    expect(filmFaults(plan, probed({ ...picture, ...wrong }), [0, 60])).toEqual([name]);
  });

  it('is refused for its length, its groups and its sound', () => {
    expect(filmFaults(plan, probed(picture, sound, '2.9'), [0, 60])).toEqual(['length']);
    expect(filmFaults(plan, probed(picture), [0])).toEqual(['groups']);
    expect(filmFaults(plan, probed(picture), [])).toEqual(['groups']);
    const mono = { ...sound, channels: 1 };
    expect(filmFaults(plan, probed(picture, mono), [0, 60])).toEqual(['sound']);
    const short = { ...sound, duration: '2.8' };
    expect(filmFaults(plan, probed(picture, short), [0, 60])).toEqual(['sound']);
    expect(filmFaults({ ...plan, soundPath: undefined }, probed(picture), [0, 60])).toEqual([
      'sound',
    ]);
    expect(filmFaults(plan, undefined, [])).toEqual(['no picture']);
  });

  it('tells which of its frames stand alone', () => {
    const packets = [
      { codec_type: 'video', flags: 'K__' },
      { codec_type: 'audio', flags: 'K__' },
      { codec_type: 'video', flags: '___' },
      { codec_type: 'video', flags: 'K_' },
    ];
    expect(readKeyframes(JSON.stringify({ packets }))).toEqual([0, 2]);
    expect(readKeyframes('{}')).toEqual([]);
  });

  it('stays within 100 MB however long it is', () => {
    const bitsOf = (frames: number) => {
      const args = encodeArguments({ ...plan, frames });
      return Number(args[args.indexOf('-maxrate') + 1]);
    };
    expect(bitsOf(450)).toBe(12_000_000);
    for (const seconds of [60, 120, 600])
      expect(((bitsOf(seconds * 30) + 160_000) / 8) * seconds).toBeLessThan(96_000_000);
  });
});
