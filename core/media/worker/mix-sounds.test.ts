import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SceneAudio, SceneSound } from '../../../shared/scene/scene.ts';
import { findFfmpeg, type FoundFfmpeg } from '../find-ffmpeg.ts';
import { mixSounds, type MixInput } from './mix-sounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-mix-'));
let found: FoundFfmpeg;
const quiet = [
  '-nostdin',
  '-hide_banner',
  '-v',
  'error',
  '-y',
  '-protocol_whitelist',
  'file,pipe,lavfi',
];
const file = (name: string) => join(folder, name);

/** Makes a file of a sound that ffmpeg describes. */
function make(name: string, source: string, more: string[] = []): string {
  const args = [...quiet, '-f', 'lavfi', '-i', source, ...more, `file:${file(name)}`];
  execFileSync(found.ffmpegPath, args);
  return file(name);
}

function tools() {
  const signal = new AbortController().signal;
  return { ffmpeg: async () => found, signal };
}

async function mix(input: Pick<MixInput, 'scene' | 'files' | 'lengthMs'>) {
  const mixed = await mixSounds(tools(), { ...input, outPath: file('mix.wav'), folder });
  return { mixed, left: mixed ? leftOf(mixed.path) : new Float32Array() };
}

function leftOf(path: string): Float32Array {
  const bytes = readFileSync(path);
  return Float32Array.from({ length: (bytes.length - 44) / 8 }, (_, at) =>
    bytes.readFloatLE(44 + at * 8),
  );
}

/** In decibels, of a tone of this frequency between two moments. */
function toneDb(samples: Float32Array, hz: number, fromMs: number, toMs: number): number {
  let [real, imaginary] = [0, 0];
  const [from, to] = [fromMs * 48, toMs * 48];
  for (let at = from; at < to; at++) {
    real += (samples[at] ?? 0) * Math.cos((2 * Math.PI * hz * at) / 48_000);
    imaginary += (samples[at] ?? 0) * Math.sin((2 * Math.PI * hz * at) / 48_000);
  }
  return 20 * Math.log10(Math.max(1e-9, (2 * Math.hypot(real, imaginary)) / (to - from)));
}

const music = (over: Partial<SceneAudio> = {}): SceneAudio => ({
  ...{ trackId: 'asset:music', startMs: 0, fadeInMs: 0, fadeOutMs: 0, volume: 1 },
  ...over,
});
const sound = (over: Partial<SceneSound>): SceneSound => ({
  ...{ id: 's', assetId: 'voice', inMs: 0, outMs: 1000, fromMs: 0 },
  ...{ volume: 1, fadeInMs: 0, fadeOutMs: 0 },
  ...over,
});

beforeAll(async () => {
  found = await findFfmpeg();
  make('music.wav', 'sine=frequency=440:duration=7:sample_rate=48000');
  make('voice.wav', 'sine=frequency=1000:duration=2:sample_rate=44100');
  make('click.wav', "aevalsrc='if(between(t,0.5,0.502),0.9,0)':s=48000:d=1");
  make('mute.mp4', 'color=s=64x64:d=1', ['-c:v', 'libx264']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is heard in a video', () => {
  test('is as loud as wished, below its peak, and as long as the pictures to the sample', async () => {
    const scene = { audio: music({ volume: 0.3, fadeOutMs: 500 }) };
    const files = { 'asset:music': file('music.wav') };
    const { mixed, left } = await mix({ scene, files, lengthMs: 6533.3333 });
    expect(left.length).toBe(313_600);
    expect(mixed?.lufs).toBeGreaterThan(-14.5);
    expect(mixed?.lufs).toBeLessThan(-13.5);
    expect(mixed?.truePeakDb).toBeLessThanOrEqual(-1);
  });

  test('is brought down where peaks would stand out, without clipping', async () => {
    // Far more peak than loudness: short bursts with long pauses.
    make('bursts.wav', "aevalsrc='0.9*sin(880*PI*t)*lt(mod(t,0.5),0.02)':s=48000:d=5");
    const scene = { audio: music() };
    const { mixed } = await mix({
      ...{ scene, files: { 'asset:music': file('bursts.wav') }, lengthMs: 5000 },
    });
    expect(mixed?.truePeakDb).toBeLessThanOrEqual(-1);
  });

  test('has its music lowered while a voice speaks, and back after it', async () => {
    const voice = sound({ inMs: 2000, outMs: 4000, isVoice: true });
    const scene = { audio: music({ volume: 0.5 }), sounds: [voice], duckingDb: 12 };
    const files = { 'asset:music': file('music.wav'), voice: file('voice.wav') };
    const { left } = await mix({ scene, files, lengthMs: 6000 });
    const before = toneDb(left, 440, 500, 1500);
    expect(before - toneDb(left, 440, 2000, 4000)).toBeCloseTo(12, 0);
    expect(before - toneDb(left, 440, 5200, 5900)).toBeCloseTo(0, 0);
    expect(toneDb(left, 1000, 2000, 4000)).toBeGreaterThan(-20);
  });

  test('begins when it is asked to, whatever its speed', async () => {
    const files = { click: file('click.wav') };
    const clicks = [
      sound({ id: 'a', assetId: 'click', inMs: 1234, outMs: 1834, fromMs: 400 }),
      sound({ id: 'b', assetId: 'click', inMs: 2000, outMs: 2500, speed: 2 }),
    ];
    const { left } = await mix({ scene: { sounds: clicks }, files, lengthMs: 3000 });
    const first = left.findIndex((sample) => Math.abs(sample) > 0.2);
    expect(Math.abs(first / 48 - 1334)).toBeLessThan(1);
    const second = left.findIndex((sample, at) => at > 1900 * 48 && Math.abs(sample) > 0.2);
    expect(Math.abs(second / 48 - 2250)).toBeLessThan(25);
  });

  test('stays silent where there is no sound', async () => {
    const sounds = [sound({ assetId: 'mute' })];
    const { mixed, left } = await mix({
      ...{ scene: { sounds }, files: { mute: file('mute.mp4') }, lengthMs: 1000 },
    });
    expect(mixed?.lufs).toBeUndefined();
    expect(left.length).toBe(48_000);
    expect(left.every((sample) => sample === 0)).toBe(true);
    expect((await mix({ scene: {}, files: {}, lengthMs: 1000 })).mixed).toBeUndefined();
  });

  test('goes round where the music is shorter, without a gap', async () => {
    make('short.wav', 'sine=frequency=440:duration=2:sample_rate=48000');
    const scene = { audio: music({ startMs: 700 }) };
    const files = { 'asset:music': file('short.wav') };
    const { left } = await mix({ scene, files, lengthMs: 5000 });
    for (let atMs = 0; atMs < 5000; atMs += 50)
      expect(toneDb(left, 440, atMs, atMs + 50), `at ${atMs}`).toBeGreaterThan(-30);
  });

  test('comes of files of any name, and of no list that points elsewhere', async () => {
    mkdirSync(file("a 'b'"));
    const odd = make("a 'b'/%d;[x]=,:\\ c.wav", 'sine=frequency=1000:duration=1');
    const scene = { sounds: [sound({})] };
    expect((await mix({ scene, files: { voice: odd }, lengthMs: 1000 })).mixed?.lufs).toBeDefined();
    const list = file('list.wav');
    execFileSync('/bin/sh', [
      '-c',
      `printf 'ffconcat version 1.0\\nfile voice.wav\\n' > "$0"`,
      list,
    ]);
    await expect(mix({ scene, files: { voice: list }, lengthMs: 1000 })).rejects.toMatchObject({
      code: 'sound-damaged',
    });
  });
});
