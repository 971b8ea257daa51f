import { Temporal } from 'temporal-polyfill';

/** A wall time with its instant: `2026-11-26T18:30`, UTC ms, and the zone's distance to UTC then. */
export type PlacedTime = { wall: string; at: number; offset: string };

export type WallTime =
  | ({ kind: 'ok' } & PlacedTime)
  /** The clocks jump over it; the first alternative keeps the minutes after the jump, the second
   *  those before it. */
  | { kind: 'gap'; wall: string; alternatives: [PlacedTime, PlacedTime] }
  /** It happens twice; `chosen` is the first unless asked otherwise. */
  | { kind: 'overlap'; chosen: PlacedTime; earlier: PlacedTime; later: PlacedTime }
  | { kind: 'unreadable' };

export type Disambiguation = 'earlier' | 'later';

export function isKnownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Finds the instant of a wall time (`2026-11-26T18:30`, seconds allowed) in an IANA zone, and says
 *  when the clocks of that zone skip it or show it twice. */
export function resolveWallTime(
  wall: string,
  zone: string,
  disambiguation: Disambiguation = 'earlier',
): WallTime {
  const plain = readPlain(wall);
  if (!plain || !isKnownZone(zone)) return { kind: 'unreadable' };
  const earlier = place(plain.toZonedDateTime(zone, { disambiguation: 'earlier' }));
  const later = place(plain.toZonedDateTime(zone, { disambiguation: 'later' }));
  if (earlier.at === later.at) return { kind: 'ok', ...earlier };
  const asked = writePlain(plain);
  if (earlier.wall !== asked) return { kind: 'gap', wall: asked, alternatives: [later, earlier] };
  const chosen = disambiguation === 'later' ? later : earlier;
  return { kind: 'overlap', chosen, earlier, later };
}

/** UTC ms of an instant with `Z` or an offset; unlike Date, a day that is not in the calendar is none. */
export function parseInstant(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** The wall time that clocks of `zone` show at `at` (UTC ms). */
export function placeInstant(at: number, zone: string): PlacedTime {
  return place(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone));
}

/** As `2026-11-26T18:30`. */
export function instantToWall(at: number, zone: string): string {
  return placeInstant(at, zone).wall;
}

/** The instant a wall time stands for where somebody must choose: after a gap, the first of two. */
export function settleWallTime(wall: string, zone: string): PlacedTime | undefined {
  const answer = resolveWallTime(wall, zone);
  switch (answer.kind) {
    case 'ok':
      return { wall: answer.wall, at: answer.at, offset: answer.offset };
    case 'overlap':
      return answer.chosen;
    case 'gap':
      return answer.alternatives[0];
    case 'unreadable':
      return undefined;
  }
}

function readPlain(wall: string): Temporal.PlainDateTime | undefined {
  // Temporal would also take a date alone or a time with an offset: neither is a wall time.
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/.test(wall)) return undefined;
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function writePlain(plain: Temporal.PlainDateTime): string {
  return plain.toString({ smallestUnit: plain.second === 0 ? 'minute' : 'second' });
}

function place(zoned: Temporal.ZonedDateTime): PlacedTime {
  return {
    wall: writePlain(zoned.toPlainDateTime()),
    at: zoned.epochMilliseconds,
    offset: zoned.offset,
  };
}
