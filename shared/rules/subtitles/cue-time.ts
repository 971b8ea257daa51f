/** One moment of a captions file: hours may be missing, the decimals too, with a comma or a point. */
const moment = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,6}))?(?!\d)/;

/** Where in a line an arrow stands between two moments; `outMs` is absent where no end is written.
 *  Undefined for a line without an arrow, `unreadable` for one whose moments are none. */
export function readCueTimes(
  line: string,
): { inMs: number; outMs: number | undefined } | 'unreadable' | undefined {
  const arrow = line.indexOf('-->');
  if (arrow < 0) return undefined;
  const inMs = readMoment(line.slice(0, arrow));
  if (inMs === undefined) return 'unreadable';
  const after = line.slice(arrow + 3).trim();
  const outMs = readMoment(after);
  // Places and sizes may follow the end; they say nothing of the time.
  if (outMs === undefined && /^\d/.test(after)) return 'unreadable';
  return { inMs, outMs };
}

function readMoment(text: string): number | undefined {
  const found = moment.exec(text.trim());
  if (!found) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', decimals = '0'] = found;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(decimals.padEnd(3, '0').slice(0, 3));
}

/** As a captions file writes a moment: `00:00:01,500`, with a point where `mark` is one. */
export function writeMoment(atMs: number, mark: ',' | '.'): string {
  const ms = Math.max(0, Math.round(atMs));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':');
  return `${clock}${mark}${String(ms % 1000).padStart(3, '0')}`;
}
