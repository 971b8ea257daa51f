/** Two score of zones: whole, half and quarter hours, both hemispheres, with and without summer time. */
export const fortyZones: readonly string[] = `
  Europe/Paris Europe/London Europe/Lisbon Europe/Kyiv
  Europe/Istanbul America/New_York America/St_Johns America/Sao_Paulo
  America/Caracas America/Halifax America/Phoenix America/Santiago
  America/Asuncion America/Havana America/Martinique America/Cayenne
  America/Los_Angeles Asia/Kolkata Asia/Kathmandu Asia/Tehran
  Asia/Kabul Asia/Tokyo Asia/Beirut Asia/Gaza
  Asia/Jerusalem Asia/Pyongyang Asia/Yangon Australia/Lord_Howe
  Australia/Adelaide Australia/Eucla Australia/Sydney Pacific/Chatham
  Pacific/Apia Pacific/Kiritimati Pacific/Marquesas Pacific/Noumea
  Pacific/Tahiti Africa/Casablanca Africa/Cairo Indian/Reunion
`
  .trim()
  .split(/\s+/);

export type ZoneChange = { zone: string; at: number; fromMs: number; toMs: number };

const dayMs = 86_400_000;

/** What the clocks of a zone show, as the engine's own calendar writes it: another way to the same
 *  answer than the rules under test. */
export function createWallClock(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => format.format(at).replace(' ', 'T');
}

/** Every instant between `from` and `to` at which a zone's distance to UTC changes, to the minute. */
export function changesOf(zone: string, from: number, to: number): ZoneChange[] {
  const clock = createWallClock(zone);
  const distance = (at: number) => Date.parse(`${clock(at)}:00Z`) - at;
  const found: ZoneChange[] = [];
  for (let day = from; day < to; day += dayMs) {
    let before = day;
    let after = Math.min(day + dayMs, to);
    if (distance(before) === distance(after)) continue;
    while (after - before > 60_000) {
      const middle = before + Math.floor((after - before) / 120_000) * 60_000;
      if (distance(middle) === distance(before)) before = middle;
      else after = middle;
    }
    found.push({ zone, at: after, fromMs: distance(before), toMs: distance(after) });
  }
  return found;
}
