type Place = { top: number; left: number };

/** Which card an arrow, Home or End leads to from the one at `from`; undefined where none lies. */
export function cardAt(places: readonly Place[], from: number, key: string): number | undefined {
  const here = places[from];
  if (!here) return undefined;
  switch (key) {
    case 'ArrowRight':
      return from + 1 < places.length ? from + 1 : undefined;
    case 'ArrowLeft':
      return from > 0 ? from - 1 : undefined;
    case 'ArrowDown': {
      const below = places.findIndex(({ top, left }) => top > here.top && left >= here.left);
      return below >= 0 ? below : undefined;
    }
    case 'ArrowUp': {
      const above = places.findLastIndex(({ top, left }) => top < here.top && left <= here.left);
      return above >= 0 ? above : undefined;
    }
    case 'Home':
      return 0;
    case 'End':
      return places.length - 1;
    default:
      return undefined;
  }
}
