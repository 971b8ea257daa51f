export type Candidate = { id: string; text: string | undefined; at: number | undefined };

/** Objects newer than this much before the call may be ours: the network's clock is not ours. */
const marginMs = 2 * 60_000;

/** As both networks may give a text back: composed, trimmed, blank runs and line ends made alike. */
export function normaliseText(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Those that can be ours: written since the call, with exactly our text, and nobody else's. Never
 *  "the newest": another person may publish at the same moment. */
export function matchPublished<C extends Candidate>(
  candidates: C[],
  ours: { text: string; calledAt: number; isTaken: (id: string) => boolean },
): C[] {
  const wanted = normaliseText(ours.text);
  // Without words anybody's would match.
  if (wanted === '') return [];
  return candidates.filter(
    (candidate) =>
      candidate.at !== undefined &&
      candidate.at >= ours.calledAt - marginMs &&
      normaliseText(candidate.text) === wanted &&
      !ours.isTaken(candidate.id),
  );
}
