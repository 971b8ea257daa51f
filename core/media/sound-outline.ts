/** How a sound rises and falls: the highest of each step, 0 to 100. */
export type SoundOutline = { durationMs: number; peaksPerSecond: number; peaks: number[] };

const longMs = 120_000;

/** Fine enough for a row in which a word is seen; of a long sound coarser, so that it stays small. */
export function outlineOf(samples: Int16Array, rateHz: number): SoundOutline {
  const durationMs = Math.round((samples.length / rateHz) * 1000);
  const peaksPerSecond = durationMs > longMs ? 20 : 50;
  const step = rateHz / peaksPerSecond;
  const peaks = Array.from({ length: Math.ceil(samples.length / step) }, (_, at) => {
    let most = 0;
    const end = Math.min(samples.length, Math.round((at + 1) * step));
    for (let index = Math.round(at * step); index < end; index++)
      most = Math.max(most, Math.abs(samples[index] ?? 0));
    return Math.round((most / 32_768) * 100);
  });
  return { durationMs, peaksPerSecond, peaks };
}
