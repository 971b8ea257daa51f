import { placeInstant } from '../../../shared/rules/zoned-time.ts';

const halfYearMs = 182 * 86_400_000;

/** Whether the clocks of two zones ever show another time, now or in the other half of the year. */
export function zoneDiffers(zone: string, other: string, now: number): boolean {
  return [now, now + halfYearMs].some(
    (at) => placeInstant(at, zone).offset !== placeInstant(at, other).offset,
  );
}

/** `America/Argentina/Buenos_Aires` as `Buenos Aires`. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
