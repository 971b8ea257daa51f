/** The colour that somebody wrote or pasted, as `#24402F`: with or without its sign, short or long;
 *  nothing while it is none. */
export function readHex(text: string): string | undefined {
  const digits = /^\s*#?([0-9a-f]{3}|[0-9a-f]{6})\s*;?\s*$/i.exec(text)?.[1];
  if (!digits) return undefined;
  const long = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  return `#${long.toUpperCase()}`;
}
