import { expect, test } from 'vitest';
import { filmArguments, planFilm } from './film-arguments.ts';

const tall = { widthPx: 1080, heightPx: 1920, durationMs: 20_000, framesPerSecond: 30 };

test('a film that nothing is wished of stays as large and as long', () => {
  expect(planFilm(tall, {})).toEqual({
    ...{ widthPx: 1080, heightPx: 1920, startMs: 0, lengthMs: 20_000 },
  });
});

test('a part never reaches beyond the film', () => {
  expect(planFilm(tall, { startMs: 15_000, lengthMs: 9000 })).toMatchObject({ lengthMs: 5000 });
  expect(planFilm(tall, { startMs: 90_000 })).toMatchObject({ startMs: 19_500, lengthMs: 500 });
});

test('a cut lies inside the film, a frame around it, sides always even', () => {
  const wide = { ...tall, widthPx: 1921, heightPx: 1080 };
  const cut = planFilm(wide, { shape: { ratio: 9 / 16, fit: 'crop' } });
  expect(cut).toMatchObject({ widthPx: 608, heightPx: 1080, cut: { widthPx: 606 } });
  const frame = planFilm(wide, { shape: { ratio: 9 / 16, fit: 'frame' } });
  expect(frame.widthPx / frame.heightPx).toBeCloseTo(9 / 16, 2);
  expect(frame.within?.widthPx).toBe(frame.widthPx);
  expect(frame.cut).toBeUndefined();
  for (const px of [cut.widthPx, cut.heightPx, frame.heightPx, frame.within?.heightPx ?? 1])
    expect(px % 2).toBe(0);
});

test('a large film shrinks, a strange rate becomes 30', () => {
  const large = planFilm({ ...tall, widthPx: 3840, heightPx: 2160, framesPerSecond: 120 }, {});
  expect(large).toMatchObject({ widthPx: 1920, heightPx: 1080, framesPerSecond: 30 });
  expect(planFilm({ ...tall, framesPerSecond: 24 }, {}).framesPerSecond).toBeUndefined();
});

test('a limit of bytes becomes one of bits', () => {
  const plan = { ...planFilm(tall, { largestBytes: 5_000_000 }), path: '/a', outPath: '/b' };
  const at = filmArguments(plan);
  const bits = Number(at[at.indexOf('-maxrate') + 1]);
  expect(((bits + 160_000) * 20) / 8).toBeLessThan(5_000_000);
  expect(at.join(' ')).toContain('-i file:/a');
});
