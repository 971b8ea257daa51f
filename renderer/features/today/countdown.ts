export type Countdown =
  | { unit: 'now' }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'hours'; hours: number; minutes: string }
  | { unit: 'days'; days: number };

const minuteMs = 60_000;

/** How long until `at`, coarse enough to stay true while it is read. */
export function countdown(at: string, now: string): Countdown {
  const minutes = Math.ceil((Date.parse(at) - Date.parse(now)) / minuteMs);
  if (minutes <= 0) return { unit: 'now' };
  if (minutes < 60) return { unit: 'minutes', minutes };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { unit: 'hours', hours, minutes: String(minutes % 60).padStart(2, '0') };
  return { unit: 'days', days: Math.floor(hours / 24) };
}
