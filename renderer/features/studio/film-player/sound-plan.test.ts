import { expect, test } from 'vitest';
import type { Scene, SceneSound } from '../../../../shared/scene/scene.ts';
import { duckingLine, levelAt, soundPlan, type SoundCue } from './sound-plan.ts';

const voice: SceneSound = {
  ...{ id: 'v', assetId: 'voice', inMs: 2000, outMs: 4000, fromMs: 0, volume: 1 },
  ...{ fadeInMs: 0, fadeOutMs: 0, isVoice: true },
};
const clip: SceneSound = {
  ...{ id: 'c', assetId: 'clip', inMs: 500, outMs: 1500, fromMs: 3000, volume: 0.5 },
  ...{ fadeInMs: 100, fadeOutMs: 200, speed: 2 },
};
function sceneOf(more: Partial<Scene>): Scene {
  const size = { format: '9:16', widthPx: 1080, heightPx: 1920, background: '#000000' } as const;
  return { ...size, durationMs: 6000, layers: [], ...more };
}
const music = { trackId: 't', startMs: 1000, fadeInMs: 500, fadeOutMs: 1000, volume: 0.8 };

/** How loud it is at a moment. */
const loudness = ({ levels }: SoundCue, timeMs: number): number =>
  levels.reduce((level, line) => level * levelAt(line, timeMs), 1);

test('music begins where the film says, fades in and out, and sinks under a voice', () => {
  const scene = sceneOf({ audio: music, sounds: [voice], duckingDb: 20 });
  const [track, spoken] = soundPlan(scene, { durationMs: 60_000 });
  if (!track || !spoken) throw new Error('a cue is missing');
  expect(track).toMatchObject({ source: 'music', inMs: 0, outMs: 6000, fromMs: 1000, speed: 1 });
  expect(loudness(track, 0)).toBe(0);
  expect(loudness(track, 250)).toBeCloseTo(0.4);
  expect(loudness(track, 1900)).toBeCloseTo(0.8);
  expect(loudness(track, 3000)).toBeCloseTo(0.08);
  expect(loudness(track, 4550)).toBeCloseTo(0.8 * (0.1 + 0.9 / 2));
  expect(loudness(track, 5500)).toBeCloseTo(0.4);
  expect(spoken).toMatchObject({ source: 'voice', inMs: 2000, outMs: 4000 });
});

test('a short track goes around, each stretch laid over the one before', () => {
  const cues = soundPlan(sceneOf({ audio: { ...music, startMs: 0, fadeInMs: 0 } }), {
    durationMs: 4000,
  });
  expect(cues.length).toBeGreaterThan(1);
  expect(cues.at(-1)?.outMs).toBe(6000);
  for (let timeMs = 100; timeMs < 4900; timeMs += 100) {
    const heard = cues.filter(({ inMs, outMs }) => timeMs >= inMs && timeMs < outMs);
    // Different moments of the music: their powers add up.
    const power = heard.reduce((sum, cue) => sum + loudness(cue, timeMs) ** 2, 0);
    expect(Math.abs(Math.sqrt(power) - 0.8), `at ${timeMs} ms`).toBeLessThan(0.02);
  }
});

test('a track that ships ends as it ends by itself', () => {
  const downbeatsMs = Array.from({ length: 30 }, (_, bar) => bar * 1000);
  const shape = { downbeatsMs, loopFromMs: 2000, outroMs: 28_000 };
  const quiet = { ...music, startMs: 0, fadeInMs: 0, fadeOutMs: 0 };
  const cues = soundPlan(sceneOf({ audio: quiet }), { durationMs: 30_000, shape });
  const last = cues.at(-1);
  expect(last?.outMs).toBe(6000);
  expect(last && last.fromMs + last.outMs - last.inMs).toBeGreaterThan(28_000);
});

test('the sound of a quick clip is counted at its speed', () => {
  const [cue] = soundPlan(sceneOf({ sounds: [clip] }), undefined);
  expect(cue).toMatchObject({ source: 'clip', fromMs: 1500, speed: 2, inMs: 500, outMs: 1500 });
  expect(cue && loudness(cue, 500)).toBe(0);
  expect(cue && loudness(cue, 1000)).toBeCloseTo(0.5);
});

test('between two voices that follow at once the music stays low', () => {
  const second = { ...voice, id: 'w', inMs: 4300, outMs: 5000 };
  const line = duckingLine({ sounds: [second, voice], duckingDb: 12 });
  const low = 10 ** (-12 / 20);
  expect(levelAt(line, 4150)).toBeCloseTo(low);
  expect(levelAt(line, 1900)).toBe(1);
  expect(levelAt(line, 5750)).toBe(1);
  expect(duckingLine({ sounds: [{ ...voice, volume: 0 }] })).toEqual([]);
});
