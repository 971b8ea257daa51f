import { escapeHtml } from './html-page.ts';
import type { LookLanguage } from './look-texts.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** A practice world has no time zone of its own: times are in UTC and say so. */
export function timeHtml(atMs: number, language: LookLanguage): string {
  const instant = new Date(atMs);
  const shown = new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(instant);
  return `<time datetime="${instant.toISOString()}">${escapeHtml(shown)} UTC</time>`;
}

export function countText(count: number, language: LookLanguage): string {
  return new Intl.NumberFormat(locales[language]).format(count);
}

/** `minorUnits` of a currency, as people read it. */
export function priceText(minorUnits: number, currency: string, language: LookLanguage): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(
    minorUnits / 100,
  );
}

/** Whether a count takes the singular; in French 0 does. */
export function isSingular(count: number, language: LookLanguage): boolean {
  return language === 'fr' ? count < 2 : count === 1;
}
