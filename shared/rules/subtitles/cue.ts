/** A line of captions and when it is seen. */
export type Cue = { inMs: number; outMs: number; text: string };

/** How fast captions are read with ease, in letters a second, and the least a line stands. */
const lettersPerSecond = 15;
const leastReadMs = 1000;

/** How long a line has to stand to be read with ease. */
export function readingMs(text: string): number {
  const letters = text.replace(/\s+/gu, ' ').trim().length;
  return Math.max(leastReadMs, Math.round((letters / lettersPerSecond) * 1000));
}
