import { createMoneyWriter, decimalText } from '../../shared/rules/money.ts';

export type Formats = {
  locale: string;
  zone: string;
  currency: string;
  /** `12,90 €` from minor units. */
  money: (minorUnits: number, currency?: string) => string;
  /** `12,90` for a field, without the sign of the currency. */
  moneyDigits: (minorUnits: number, currency?: string) => string;
  /** `18:30`. */
  time: (at: string) => string;
  /** `jeu. 26 nov.`, with the year when it is not that of `now`. */
  date: (at: string, now?: string) => string;
  /** `jeu. 26 nov., 18:30`. */
  dateTime: (at: string, now?: string) => string;
  /** `jeu. 18:30`, for a button. */
  weekdayTime: (at: string) => string;
  /** `mardi 24 novembre 2026`. */
  dateLong: (at: string) => string;
  /** `aujourd’hui, 12:30`, `hier, 19:04`, `demain, 09:00`, else date and time. */
  near: (at: string, now: string) => string;
  /** `38 min`, `14 h`, `hier`, `3 j`, then the date: how long ago. */
  ago: (at: string, now: string) => string;
  number: (value: number) => string;
  /** `3,4 Mo`. */
  bytes: (sizeBytes: number) => string;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How the shop writes: `language` of the texts, `country`, zone and currency of the shop. */
export function createFormats(shop: {
  language: string;
  country: string;
  zone: string;
  currency: string;
}): Formats {
  const locale = `${shop.language}-${shop.country}`;
  const { zone } = shop;
  const show = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (at: string) => format.format(new Date(at));
  };
  const time = show({ hour: '2-digit', minute: '2-digit' });
  const date = show({ weekday: 'short', day: 'numeric', month: 'short' });
  const dateYear = show({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = show({ weekday: 'short' });
  const year = show({ year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // What it takes to write in a language costs far more than the writing: made once for all drawings.
  const count = new Intl.NumberFormat(locale);
  const writeMoney = createMoneyWriter();
  const dayOf = dayCounter(zone);
  const unit = (name: string, value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(
      value,
    );

  const dateOf = (at: string, now?: string) =>
    now !== undefined && year(at) !== year(now) ? dateYear(at) : date(at);
  const dateTime = (at: string, now?: string) => `${dateOf(at, now)}, ${time(at)}`;
  const days = (at: string, now: string) => dayOf(at) - dayOf(now);

  return {
    locale,
    zone,
    currency: shop.currency,
    money: (minor, currency = shop.currency) => writeMoney(minor, currency, locale),
    moneyDigits: (minor, currency = shop.currency) =>
      decimalText(minor, currency).replace('.', decimalMark(locale)),
    time,
    date: dateOf,
    dateTime,
    weekdayTime: (at) => `${weekday(at)} ${time(at)}`,
    dateLong: show({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    near: (at, now) => {
      const apart = days(at, now);
      return Math.abs(apart) <= 1
        ? `${relative.format(apart, 'day')}, ${time(at)}`
        : dateTime(at, now);
    },
    ago: (at, now) => {
      const passedMs = Math.max(0, Date.parse(now) - Date.parse(at));
      if (passedMs < hourMs) return unit('minute', Math.floor(passedMs / minuteMs));
      if (passedMs < 24 * hourMs) return unit('hour', Math.floor(passedMs / hourMs));
      const apart = -days(at, now);
      if (apart <= 1) return relative.format(-apart, 'day');
      return apart < 7 ? weekday(at) : dateOf(at, now);
    },
    number: (value) => count.format(value),
    bytes: (sizeBytes) => {
      const [name, size] = byteUnit(sizeBytes);
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        maximumFractionDigits: size < 10 ? 1 : 0,
      }).format(size);
    },
  };
}

function decimalMark(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value ?? '.';
}

function byteUnit(sizeBytes: number): [string, number] {
  if (sizeBytes < 1_000_000) return ['kilobyte', sizeBytes / 1_000];
  if (sizeBytes < 1_000_000_000) return ['megabyte', sizeBytes / 1_000_000];
  return ['gigabyte', sizeBytes / 1_000_000_000];
}

/** Tells the days since 1970 of the calendar day that an instant falls on in `zone`. */
function dayCounter(zone: string): (at: string) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => Date.parse(`${format.format(new Date(at))}T00:00:00Z`) / (24 * hourMs);
}
