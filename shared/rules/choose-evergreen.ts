/** A post of a pool: its words and others for it, and when it came (UTC ms), past and planned. */
export type EvergreenCandidate = {
  id: string;
  texts: readonly string[];
  usedAt: readonly number[];
};

export type EvergreenLimits = {
  minDays: number;
  maxUses?: number | undefined;
  /** What these accounts say within seven days of the hour, as plain text. */
  nearTexts: ReadonlySet<string>;
};

const dayMs = 86_400_000;

/** The posts of a pool that may fill the hour at `slotAt`, the one that rested longest first, each with
 *  the words whose turn it is. Never the same words within seven days on an account (F51). */
export function chooseEvergreen(
  candidates: readonly EvergreenCandidate[],
  slotAt: number,
  { minDays, maxUses = Infinity, nearTexts }: EvergreenLimits,
): { id: string; textIndex: number }[] {
  const rested = ({ usedAt }: EvergreenCandidate) =>
    usedAt.length < maxUses &&
    usedAt.every((at) => Math.abs(slotAt - at) >= minDays * dayMs - hourOfChange);
  const lastUse = ({ usedAt }: EvergreenCandidate) => Math.max(0, ...usedAt);
  return candidates
    .filter(rested)
    .sort((one, other) => lastUse(one) - lastUse(other))
    .flatMap(({ id, texts, usedAt }) => {
      const turns = texts.map((_, turn) => (usedAt.length + turn) % texts.length);
      const textIndex = turns.find((index) => !nearTexts.has((texts[index] ?? '').trim()));
      return textIndex === undefined ? [] : [{ id, textIndex }];
    });
}

/** Seven days later at the same time of day may be an hour less. */
const hourOfChange = 3_600_000;
