import { placeInstant, settleWallTime } from '../../../shared/rules/zoned-time.ts';

export type SnoozeTime = { name: 'hour' | 'evening' | 'tomorrow' | 'monday'; at: string };

const hourMs = 3_600_000;
const dayMs = 86_400_000;
const wallOf = (day: string, time: string) => `${day}T${time}`;

/** When a thread may come back, by the clocks of the shop: in an hour, this evening while it is not yet
 *  evening, tomorrow morning, and on Monday morning when that is not tomorrow. */
export function snoozeTimes(now: string, zone: string): SnoozeTime[] {
  const nowAt = Date.parse(now);
  const today = placeInstant(nowAt, zone).wall.slice(0, 10);
  const dayAfter = (days: number) => {
    // From noon, so that no change of the clocks skips a day.
    const noon = settleWallTime(wallOf(today, '12:00'), zone)?.at ?? nowAt;
    return placeInstant(noon + days * dayMs, zone).wall.slice(0, 10);
  };
  const daysToMonday = (8 - new Date(`${today}T12:00:00Z`).getUTCDay()) % 7 || 7;
  const times: { name: SnoozeTime['name']; at: number | undefined }[] = [
    { name: 'hour', at: nowAt + hourMs },
    { name: 'evening', at: settleWallTime(wallOf(today, '18:00'), zone)?.at },
    { name: 'tomorrow', at: settleWallTime(wallOf(dayAfter(1), '09:00'), zone)?.at },
    {
      name: 'monday',
      at:
        daysToMonday > 1
          ? settleWallTime(wallOf(dayAfter(daysToMonday), '09:00'), zone)?.at
          : undefined,
    },
  ];
  return times.flatMap(({ name, at }) =>
    at === undefined || at - nowAt < hourMs ? [] : [{ name, at: new Date(at).toISOString() }],
  );
}
