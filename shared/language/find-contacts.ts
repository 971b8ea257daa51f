import { mostSearched } from './split-words.ts';

/** Where a text gives away how somebody is reached, in the letters of the text. */
export type Contact = {
  kind: 'phone' | 'email' | 'address';
  text: string;
  start: number;
  end: number;
};

const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const phone = /(?<![\d/])(?:\+|00)?\d(?:[ .()/-]{0,2}\d){7,14}(?!\d)/g;
const frenchStreet =
  /\b\d{1,4} ?(?:bis|ter)?,? (?:rue|avenue|av\.?|bd|boulevard|chemin|place|impasse|all[ée]e|route|quai|cours|square) [\p{L}'’ -]{2,40}(?:,? ?\d{5}(?: \p{Lu}[\p{L}-]{1,30})?)?/giu;
const englishStreet =
  /\b\d{1,5} (?:[\p{L}'’]{2,20} ){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|close|court|crescent|gardens|terrace)\b/giu;
const ukPostcode = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g;

/** Telephone numbers, mail addresses and streets that a customer wrote where everybody reads them. */
export function findContacts(text: string): Contact[] {
  const cut = text.length > mostSearched ? text.slice(0, mostSearched) : text;
  const found: Contact[] = [];
  const look = (kind: Contact['kind'], pattern: RegExp, isOne?: (text: string) => boolean) => {
    for (const match of cut.matchAll(pattern)) {
      const written = match[0].trimEnd();
      const end = match.index + written.length;
      if (found.some((one) => match.index < one.end && end > one.start)) continue;
      if (!isOne || isOne(written)) found.push({ kind, text: written, start: match.index, end });
    }
  };
  if (cut.includes('@')) look('email', email);
  if (/\d/.test(cut)) {
    look('phone', phone, isPhone);
    look('address', frenchStreet);
    look('address', englishStreet);
    look('address', ukPostcode);
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Order numbers have no sign, no spaces and seldom begin with 0; dates have slashes. */
function isPhone(text: string): boolean {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  if (/^(?:\+|0)/.test(text)) return digits.length >= 9;
  return digits.length >= 9 && digits.length <= 11 && /\d[ .()-]{1,2}\d/.test(text);
}
