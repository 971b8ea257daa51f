import type { UsualTime } from './calendar-grid.ts';

/** By weekday and time, each once. */
export function sortHours(times: readonly UsualTime[]): UsualTime[] {
  const byKey = new Map(times.map((one) => [`${one.weekday} ${one.time}`, one]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, time]) => time);
}

export function hasHour(times: readonly UsualTime[], { weekday, time }: UsualTime): boolean {
  return times.some((one) => one.weekday === weekday && one.time === time);
}

/** The hours of one weekday, as `12:15`, earliest first. */
export function hoursOf(times: readonly UsualTime[], weekday: number): string[] {
  return times
    .filter((one) => one.weekday === weekday)
    .map((one) => one.time)
    .sort();
}

/** Gives other weekdays the hours of `from`, in place of their own. */
export function copyHours(
  times: readonly UsualTime[],
  from: number,
  to: readonly number[],
): UsualTime[] {
  const kept = times.filter((one) => one.weekday === from || !to.includes(one.weekday));
  const copied = to
    .filter((weekday) => weekday !== from)
    .flatMap((weekday) => hoursOf(times, from).map((time) => ({ weekday, time })));
  return sortHours([...kept, ...copied]);
}

/** A time to begin with on a weekday that may have some already: the first of a few that is free. */
export function nextHour(times: readonly UsualTime[], weekday: number): string {
  const usual = ['18:30', '12:15', '10:00', '08:00', '15:00', '20:30'];
  const every = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  const free = [...usual, ...every].find((time) => !hasHour(times, { weekday, time }));
  return free ?? '18:31';
}
