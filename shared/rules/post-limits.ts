// What the networks take, in one place. From their developer pages, checked 2026-11; where pages
// differ, the stricter number.

export type VideoLimit = {
  shortestMs: number;
  longestMs: number;
  largestBytes: number;
  widestPx?: number;
  narrowestPx?: number;
  lowestPx?: number;
  /** Width over height, lowest and highest. */
  ratio?: readonly [number, number];
  framesPerSecond?: { slowest: number; fastest: number };
  bitsPerSecond?: number;
};

const megabyte = 1_000_000;

const instagramFilm = {
  largestBytes: 300 * megabyte,
  widestPx: 1920,
  ratio: [0.01, 10],
  framesPerSecond: { slowest: 23, fastest: 60 },
  bitsPerSecond: 25_000_000,
} as const;

export const limits = {
  instagram: {
    photoRatio: { lowest: 4 / 5, highest: 1.91 },
    photoWidthPx: { least: 320, sharp: 1080 },
    photoBytes: 8 * megabyte,
    items: 10,
    /** `story` and `reel` as asked for, `slide` for a video among several media. */
    video: {
      reel: { ...instagramFilm, shortestMs: 3000, longestMs: 900_000 },
      story: {
        ...instagramFilm,
        shortestMs: 3000,
        longestMs: 60_000,
        largestBytes: 100 * megabyte,
        ratio: [0.1, 10],
      },
      slide: { ...instagramFilm, shortestMs: 3000, longestMs: 60_000 },
    },
    tags: { photo: 20, slide: 5, post: 20, reel: 30 },
    comment: { characters: 2200, hashtags: 30 },
    altCharacters: 1000,
  },
  facebook: {
    photoBytes: 4 * megabyte,
    items: 30,
    video: {
      reel: {
        shortestMs: 3000,
        longestMs: 90_000,
        largestBytes: 1000 * megabyte,
        narrowestPx: 540,
        lowestPx: 960,
        framesPerSecond: { slowest: 24, fastest: 60 },
      },
      story: { shortestMs: 3000, longestMs: 60_000, largestBytes: 1000 * megabyte },
      post: { shortestMs: 1000, longestMs: 14_400_000, largestBytes: 4000 * megabyte },
    },
    comment: { characters: 8000 },
  },
} as const;

/** Both sides of a ratio are allowed this much rounding: a 1080 × 1350 picture made from whole pixels
 *  must not fail 4:5 by a hair. */
export const ratioSlack = 0.005;
