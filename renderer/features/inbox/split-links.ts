export type TextPart = { text: string; link?: { url: string; host: string } };

const address = /https?:\/\/[^\s<>"']+/giu;
const trailing = /[.,;:!?)\]}»…]+$/u;

function hostOf(url: string): string | undefined {
  try {
    // Look-alike letters of a host read as `xn--…`, which is the point.
    return new URL(url).host;
  } catch {
    return undefined;
  }
}

/** A comment in pieces: words, and web addresses with the host they really lead to. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const url = match[0].replace(trailing, '');
    const host = hostOf(url);
    if (host === undefined) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: url, link: { url, host } });
    from = match.index + url.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
