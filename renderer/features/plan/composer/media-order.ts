/** The list with what stands at `from` put at `to`; the same list when that is nowhere. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Where a tag lands: inside the picture, to a tenth of a percent. */
export function placeTag(x: number, y: number): { x: number; y: number } {
  const inside = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  return { x: inside(x), y: inside(y) };
}

const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key moves a tag: one percent, with Shift five. */
export function nudgeTag(
  tag: { x?: number | undefined; y?: number | undefined },
  key: string,
  coarse: boolean,
): { x: number; y: number } | undefined {
  const direction = directions[key];
  if (!direction) return undefined;
  const step = coarse ? 0.05 : 0.01;
  return placeTag((tag.x ?? 0.5) + direction[0] * step, (tag.y ?? 0.5) + direction[1] * step);
}
