import { expect, test } from 'vitest';
import { stretchSound } from './stretch-sound.ts';

const rateHz = 8000;
const wave = Float32Array.from({ length: rateHz }, (_, at) =>
  Math.sin((at * 440 * 2 * Math.PI) / rateHz),
);

/** Times a second that the wave goes up through nothing, away from its ends. */
function pitch(samples: Float32Array): number {
  let crossings = 0;
  const [from, to] = [Math.round(samples.length * 0.1), Math.round(samples.length * 0.9)];
  for (let at = from; at < to; at++)
    if ((samples[at - 1] ?? 0) < 0 && (samples[at] ?? 0) >= 0) crossings += 1;
  return (crossings * rateHz) / (to - from);
}

test.each([0.5, 0.75, 1.5, 2, 4])(
  'at speed %d a tone keeps its pitch and its strength',
  (speed) => {
    const [left, right] = stretchSound([wave, wave.map((value) => -value)], rateHz, speed);
    if (!left || !right) throw new Error('a channel is missing');
    expect(left.length).toBe(Math.round(rateHz / speed));
    expect(Math.abs(pitch(left) - 440)).toBeLessThan(9);
    const middle = left.subarray(400, left.length - 800);
    const power = middle.reduce((sum, value) => sum + value * value, 0) / middle.length;
    expect(power).toBeGreaterThan(0.4);
    // Channels stay together.
    expect(right.every((value, at) => Math.abs(value + (left[at] ?? 0)) < 1e-6)).toBe(true);
  },
);
