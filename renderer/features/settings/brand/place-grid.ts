import type { BrandWatermark } from '../../../../shared/contract/brand.ts';

export type Place = BrandWatermark['place'];

/** Where in three by three each place lies. */
export const placeSpots: readonly { place: Place; column: number; row: number }[] = [
  { place: 'top-left', column: 1, row: 1 },
  { place: 'top-right', column: 3, row: 1 },
  { place: 'center', column: 2, row: 2 },
  { place: 'bottom-left', column: 1, row: 3 },
  { place: 'bottom-center', column: 2, row: 3 },
  { place: 'bottom-right', column: 3, row: 3 },
];

const ways: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The nearest place that way, straight ahead before aside; the same where there is none. Nothing for
 *  a key that leads nowhere. */
export function nextPlace(place: Place, key: string): Place | undefined {
  if (key === 'Home') return placeSpots[0]?.place;
  if (key === 'End') return placeSpots.at(-1)?.place;
  const way = ways[key];
  const from = placeSpots.find((one) => one.place === place);
  if (!way || !from) return undefined;
  const ahead = placeSpots.flatMap((spot) => {
    const x = spot.column - from.column;
    const y = spot.row - from.row;
    const far = x * way.x + y * way.y;
    const aside = Math.abs(x * way.y) + Math.abs(y * way.x);
    return far > 0 ? [{ place: spot.place, cost: far + aside * 1.5 }] : [];
  });
  return ahead.toSorted((a, b) => a.cost - b.cost)[0]?.place ?? place;
}
