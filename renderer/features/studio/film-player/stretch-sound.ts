/** Pieces of this length, half laid over one another. */
const pieceMs = 40;
/** How far a piece may be moved so that its waves meet those before it. */
const searchMs = 8;
/** Of the samples compared while searching every so many: enough to find the wave. */
const coarse = 6;

/** A sound faster or slower at its own pitch: pieces of it are laid side by side where their waves meet.
 *  Channels stay together. */
export function stretchSound(
  channels: readonly Float32Array[],
  rateHz: number,
  speed: number,
): Float32Array<ArrayBuffer>[] {
  const half = Math.round((rateHz * pieceMs) / 2000);
  const search = Math.round((rateHz * searchMs) / 1000);
  const length = channels[0]?.length ?? 0;
  const outLength = Math.round(length / speed);
  const out = channels.map(() => new Float32Array(outLength));
  const lead = channels[0] ?? new Float32Array();
  let from = 0;
  for (let at = 0; at < outLength; at += half) {
    // What would follow by itself is what the next piece should resemble.
    const wanted = Math.round(at * speed);
    const next = at === 0 ? 0 : meeting(lead, { follows: from + half, wanted, half, search });
    for (const [index, channel] of channels.entries())
      lay(out[index] ?? new Float32Array(), channel, { at, next, follows: from + half, half });
    from = next;
  }
  return out;
}

type Meeting = { follows: number; wanted: number; half: number; search: number };

function meeting(wave: Float32Array, { follows, wanted, half, search }: Meeting): number {
  let [best, likest] = [wanted, -Infinity];
  for (let start = wanted - search; start <= wanted + search; start += 2) {
    if (start < 0) continue;
    let likeness = 0;
    for (let i = 0; i < half; i += coarse)
      likeness += (wave[follows + i] ?? 0) * (wave[start + i] ?? 0);
    if (likeness > likest) [best, likest] = [start, likeness];
  }
  return best;
}

/** From what follows the last piece over to the next one. */
function lay(
  out: Float32Array,
  wave: Float32Array,
  { at, next, follows, half }: { at: number; next: number; follows: number; half: number },
): void {
  const end = Math.min(half, out.length - at);
  for (let i = 0; i < end; i++) {
    const share = at === 0 ? 1 : i / half;
    out[at + i] = (wave[follows + i] ?? 0) * (1 - share) + (wave[next + i] ?? 0) * share;
  }
}
