const digits = /\d[\d\s.,'’\u00A0\u202F]*\d|\d/u;

/** A price on its way from another (or from nothing) to its own: the same currency sign, decimals and
 *  grouping all the way, and exactly the price at the end. A text without digits stays as it is. */
export function countedPrice(text: string, fromText: string, frac: number): string {
  const own = digits.exec(text)?.[0];
  if (own === undefined || frac >= 1) return text;
  const decimals = decimalsOf(own);
  const from = minorOf(digits.exec(fromText)?.[0] ?? '0', decimals);
  const to = minorOf(own, decimals);
  const now = Math.round(from + (to - from) * frac);
  return text.replace(own, () => grouped(now, own, decimals));
}

/** Digits after the last separator when they are one or two: `1 249,00` has two, `1.249` none. */
function decimalsOf(number: string): number {
  return /[.,](\d{1,2})$/.exec(number)?.[1]?.length ?? 0;
}

function minorOf(number: string, decimals: number): number {
  const own = decimalsOf(number);
  const whole = Number(number.replace(/\D/g, ''));
  return Math.round(whole * 10 ** (decimals - own));
}

/** Written as `like` is: with its separators. */
function grouped(minor: number, like: string, decimals: number): string {
  const plain = String(minor).padStart(decimals + 1, '0');
  const whole = plain.slice(0, plain.length - decimals);
  const rest = plain.slice(plain.length - decimals);
  const likeWhole = decimals > 0 ? like.slice(0, -(decimals + 1)) : like;
  const separator = /\D/u.exec(likeWhole)?.[0] ?? (likeWhole.length > 3 ? '' : '\u202F');
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return decimals > 0 ? `${parts}${like.at(-(decimals + 1))}${rest}` : parts;
}
