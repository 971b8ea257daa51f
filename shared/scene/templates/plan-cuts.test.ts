import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planCuts } from './plan-cuts.ts';

const track = {
  trackId: 'even',
  bpm: 96,
  durationMs: 66_000,
  beatsMs: Array.from({ length: 104 }, (_, index) => index * 625),
};

describe('the plan of cuts', () => {
  test('fills the time with an opening, each item once, and a close', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 10 }),
        fc.integer({ min: 5, max: 60 }),
        fc.constantFrom(undefined, track, { ...track, bpm: 120, beatsMs: [40, 540, 1040] }),
        (items, seconds, music) => {
          const plan = planCuts(items, seconds, music);
          expect(plan.durationMs).toBe(seconds * 1000);
          expect(plan.shots).toHaveLength(items);
          const cuts = [0, plan.introEndMs, ...plan.shots.map((shot) => shot.endMs)];
          for (const [index, cut] of cuts.entries())
            if (index > 0) expect(cut).toBeGreaterThan(cuts[index - 1] ?? 0);
          for (const [index, shot] of plan.shots.entries())
            expect(shot.startMs).toBe(plan.shots[index - 1]?.endMs ?? plan.introEndMs);
          expect(plan.outroStartMs).toBe(plan.shots.at(-1)?.endMs);
          expect(plan.durationMs - plan.outroStartMs).toBeGreaterThanOrEqual(300);
        },
      ),
    );
  });

  test('cuts on whole beats when there is time for them', () => {
    const plan = planCuts(5, 15, track);
    for (const shot of plan.shots) expect(shot.startMs % 625).toBe(0);
  });

  test('cuts on parts of beats when many items share a short video', () => {
    const plan = planCuts(10, 5, track);
    for (const shot of plan.shots) expect((shot.startMs * 4) % 625).toBeLessThan(5);
  });

  test('lets the opening of a short video be read', () => {
    expect(planCuts(3, 6, track).introEndMs).toBe(1250);
    expect(planCuts(3, 6, undefined).introEndMs).toBe(1000);
  });

  test('gives items about the same time', () => {
    const plan = planCuts(7, 30, track);
    const lengths = plan.shots.map((shot) => shot.endMs - shot.startMs);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(625);
  });

  test('keeps to five seconds at least and sixty at most', () => {
    expect(planCuts(3, 1, undefined).durationMs).toBe(5000);
    expect(planCuts(3, 500, undefined).durationMs).toBe(60_000);
  });

  test('finds a beat of the tracks that ship for every cut', () => {
    const file = join(import.meta.dirname, '../../../resources/music/tracks.json');
    const { tracks } = JSON.parse(readFileSync(file, 'utf8')) as {
      tracks: { id: string; bpm: number; durationMs: number; beatsMs: number[] }[];
    };
    expect(tracks.length).toBeGreaterThanOrEqual(3);
    for (const { id, ...beats } of tracks) {
      const plan = planCuts(5, 20, { trackId: id, ...beats });
      const known = new Set(beats.beatsMs);
      for (const shot of plan.shots)
        expect(known.has(shot.startMs), `${id} ${shot.startMs}`).toBe(true);
    }
  });
});
