import {
  instantToWall,
  resolveWallTime,
  type Disambiguation,
  type PlacedTime,
} from '../../../../shared/rules/zoned-time.ts';

/** What a chosen wall time comes to, before it is sent anywhere. */
export type When =
  | { kind: 'none' }
  | { kind: 'ok'; at: number }
  /** The clocks show this time twice. */
  | { kind: 'twice'; at: number; earlier: PlacedTime; later: PlacedTime }
  /** The clocks skip this time; what could be taken instead. */
  | { kind: 'skipped'; alternatives: PlacedTime[] }
  | { kind: 'past'; at: number };

/** Reads the wall time (`2026-11-26T18:30`) in the shop's zone. */
export function readWhen(
  wall: string | undefined,
  zone: string,
  now: number,
  disambiguation?: Disambiguation,
): When {
  if (wall === undefined) return { kind: 'none' };
  const answer = resolveWallTime(wall, zone, disambiguation);
  if (answer.kind === 'unreadable') return { kind: 'none' };
  if (answer.kind === 'gap') return { kind: 'skipped', alternatives: answer.alternatives };
  const at = answer.kind === 'ok' ? answer.at : answer.chosen.at;
  if (at < now) return { kind: 'past', at };
  if (answer.kind === 'overlap')
    return { kind: 'twice', at, earlier: answer.earlier, later: answer.later };
  return { kind: 'ok', at };
}

/** The instant a wall time stands for, as ISO 8601; none where it is missing or skipped. */
export function readInstant(wall: string | undefined, zone: string): string | undefined {
  const when = readWhen(wall, zone, 0);
  return 'at' in when ? new Date(when.at).toISOString() : undefined;
}

/** The time a new post begins with: the one asked for; else none, the merchant chooses. */
export function beginWall(asked: string | undefined): string | undefined {
  return asked !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(asked) ? asked : undefined;
}

/** The next full hour at least half an hour away, where a person opens the calendar without one. */
export function nextGoodHour(now: number, zone: string): string {
  return `${instantToWall(now + 90 * 60_000, zone).slice(0, 13)}:00`;
}
