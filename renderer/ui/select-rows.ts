export type Selection = { ids: ReadonlySet<string>; anchor: string | undefined };

export const noSelection: Selection = { ids: new Set(), anchor: undefined };

/** What a click on `id` selects in a list in the order of `all`: alone, with Ctrl added or taken
 *  away, with Shift everything from the last click. */
export function selectRow(
  selection: Selection,
  all: readonly string[],
  id: string,
  keys: { shift: boolean; mod: boolean },
): Selection {
  if (keys.shift && selection.anchor !== undefined) {
    const from = all.indexOf(selection.anchor);
    const to = all.indexOf(id);
    if (from >= 0 && to >= 0) {
      const range = all.slice(Math.min(from, to), Math.max(from, to) + 1);
      const kept = keys.mod ? selection.ids : [];
      return { ids: new Set([...kept, ...range]), anchor: selection.anchor };
    }
  }
  if (!keys.mod) return { ids: new Set([id]), anchor: id };
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}
