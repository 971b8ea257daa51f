/** How loud a sound is along its length, each 0 to 1 of its loudest. Throws where this browser cannot
 *  read it. */
export async function soundPeaks(
  url: string,
  perSecond: number,
  signal: AbortSignal,
): Promise<number[]> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`sound: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  // Loudness needs no more than this rate, and a minute of it is small.
  const reader = new OfflineAudioContext(1, 1, 8000);
  const sound = await reader.decodeAudioData(bytes);
  return peaksOf(sound.getChannelData(0), sound.sampleRate, perSecond);
}

export function peaksOf(
  samples: Float32Array<ArrayBufferLike>,
  rate: number,
  perSecond: number,
): number[] {
  const step = Math.max(1, Math.floor(rate / perSecond));
  const peaks: number[] = [];
  for (let start = 0; start < samples.length; start += step) {
    let most = 0;
    for (let at = start; at < Math.min(start + step, samples.length); at++)
      most = Math.max(most, Math.abs(samples[at] ?? 0));
    peaks.push(most);
  }
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 0);
  return loudest > 0 ? peaks.map((peak) => peak / loudest) : peaks;
}
