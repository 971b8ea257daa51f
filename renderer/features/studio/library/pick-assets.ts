/** Ids that are chosen; `all` while it is the whole list that was chosen in one step. */
export type Picked = { ids: ReadonlySet<string>; all: boolean; anchor: number | undefined };

export const nothingPicked: Picked = { ids: new Set(), all: false, anchor: undefined };

/** One alone, as a click without keys picks. */
export function pickOne(id: string, place: number): Picked {
  return { ids: new Set([id]), all: false, anchor: place };
}

/** Added, or taken away when it was there: a click with Ctrl, or space. */
export function togglePick(picked: Picked, id: string, place: number): Picked {
  const ids = new Set(picked.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, all: false, anchor: place };
}

/** Which stretch a click with Shift means, from the last click on: from, and to (not included). */
export function rangeTo(picked: Picked, place: number): { from: number; to: number } {
  const anchor = picked.anchor ?? place;
  return { from: Math.min(anchor, place), to: Math.max(anchor, place) + 1 };
}

/** A stretch beside what was picked before, or in its place; the anchor stays. */
export function pickRange(picked: Picked, ids: readonly string[], keeps: boolean): Picked {
  return { ...picked, ids: new Set([...(keeps ? picked.ids : []), ...ids]), all: false };
}

/** Without those that are not in the list any more. */
export function pickAll(ids: readonly string[]): Picked {
  return { ids: new Set(ids), all: true, anchor: undefined };
}
