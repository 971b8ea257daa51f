import type { Formats } from '../../link/formats.ts';

const dayMs = 86_400_000;

/** When a thread last moved, as short as a list wants it: `07:10`, `hier`, `lun.`, then the date. */
export function listTime(at: string, now: string, formats: Formats): string {
  if (formats.dateLong(at) === formats.dateLong(now)) return formats.time(at);
  const dayBefore = new Date(Date.parse(now) - dayMs).toISOString();
  if (formats.dateLong(at) === formats.dateLong(dayBefore))
    return new Intl.RelativeTimeFormat(formats.locale, { numeric: 'auto' }).format(-1, 'day');
  return formats.ago(at, now);
}
