import { describe, expect, test } from 'vitest';
import { musicPieces, type MusicPiece } from './music-pieces.ts';

/** Bars of two seconds; an introduction of two, and the last chord after ten. */
const shape = {
  downbeatsMs: Array.from({ length: 10 }, (_, bar) => bar * 2000),
  loopFromMs: 4000,
  outroMs: 20_000,
};
const trackMs = 25_000;

/** Each moment of a film is covered once, twice only where one fades into the other. */
function expectWhole(pieces: readonly MusicPiece[], lengthMs: number): void {
  expect(pieces[0]).toMatchObject({ atMs: 0, joinMs: 0 });
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before) expect(before.atMs + before.lengthMs - piece.atMs).toBeCloseTo(piece.joinMs, 3);
    expect(piece.lengthMs).toBeGreaterThanOrEqual(piece.joinMs);
    expect(piece.fromMs).toBeGreaterThanOrEqual(0);
  }
  const last = pieces.at(-1);
  expect((last?.atMs ?? 0) + (last?.lengthMs ?? 0)).toBeCloseTo(lengthMs, 3);
}

describe('the music of a film', () => {
  test.each([6000, 15_000, 30_000, 60_000, 7311])(
    'of %i ms ends with its last chord, struck on a bar and with time to ring',
    (lengthMs) => {
      const pieces = musicPieces({ trackMs, startMs: 0, lengthMs, shape });
      expectWhole(pieces, lengthMs);
      const last = pieces.at(-1);
      const struckMs = (last?.atMs ?? 0) + (last?.joinMs ?? 0);
      expect((last?.fromMs ?? 0) + (last?.joinMs ?? 0)).toBe(shape.outroMs);
      expect(struckMs % 2000).toBe(0);
      expect(lengthMs - struckMs).toBeGreaterThanOrEqual(1500);
      expect(lengthMs - struckMs).toBeLessThan(1500 + 2000);
    },
  );

  test('begins where it is asked to, and comes back after its introduction', () => {
    const pieces = musicPieces({ trackMs, startMs: 9000, lengthMs: 30_000, shape });
    expect(pieces[0]).toMatchObject({ fromMs: 9000, lengthMs: 11_000 });
    expect((pieces[1]?.fromMs ?? 0) + (pieces[1]?.joinMs ?? 0)).toBe(shape.loopFromMs);
    expectWhole(pieces, 30_000);
  });

  test('is cut where it stands when the film is too short for an ending', () => {
    const pieces = musicPieces({ trackMs, startMs: 0, lengthMs: 3000, shape });
    expect(pieces).toEqual([{ atMs: 0, fromMs: 0, lengthMs: 3000, joinMs: 0 }]);
  });

  test('goes round into itself where nothing is known of it', () => {
    for (const [startMs, lengthMs] of [
      [0, 5000],
      [700, 5000],
      [1999, 10_000],
    ] as const) {
      const pieces = musicPieces({ trackMs: 2000, startMs, lengthMs });
      expect(pieces[0]?.fromMs).toBe(startMs);
      expect(pieces.slice(1).every(({ fromMs }) => fromMs === 0)).toBe(true);
      const last = pieces.at(-1);
      expect((last?.atMs ?? 0) + (last?.lengthMs ?? 0)).toBeGreaterThanOrEqual(lengthMs);
    }
    expect(musicPieces({ trackMs: 0, startMs: 0, lengthMs: 5000 })).toEqual([]);
  });
});
