import { utmKeys, type UtmKey } from './campaign-link.ts';

/** The visitor-counter parameters that an address has itself, decoded. */
export function readUtm(link: string): Partial<Record<UtmKey, string>> {
  const query = /\?([^#]*)/.exec(link)?.[1] ?? '';
  const pairs = query.split('&').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    const key = utmKeys.find((one) => name.toLowerCase() === `utm_${one}`);
    return key ? [[key, decode(value.join('='))] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** The address with one parameter written anew, or without it; the rest stays letter by letter. */
export function writeUtm(link: string, key: UtmKey, value: string): string {
  const parts = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(link.trim());
  if (!parts) return link;
  const [, place = '', query = '', fragment = ''] = parts;
  const others = query
    .split('&')
    .filter((pair) => pair !== '' && (pair.split('=')[0] ?? '').toLowerCase() !== `utm_${key}`);
  const own = value.trim() === '' ? [] : [`utm_${key}=${encodeURIComponent(value.trim())}`];
  const all = [...others, ...own].join('&');
  return `${place}${all === '' ? '' : `?${all}`}${fragment}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
