import { isMixedScript } from '../../../shared/rules/mixed-script.ts';

export type TextPart = {
  text: string;
  /** Where an address really leads. `url` is there when it may be opened. */
  link?: { host: string; url?: string; isPlain: boolean };
};

const address = /https?:\/\/[^\s<>"']+/giu;
const trailing = /[.,;:!?)\]}»…]+$/u;

/** The host that an address leads to, whatever else stands in it; look-alike letters read as `xn--…`, which is
 *  the point. */
function readLink(words: string): TextPart['link'] {
  const url = URL.parse(words);
  if (!url || url.hostname === '') return undefined;
  const { host } = url;
  // What stands before an @ is made to be taken for the host; letters of two scripts are, too.
  const isTrap = url.username !== '' || url.password !== '' || isMixedScript(words);
  // Asked for as it is written it could be read on its way.
  url.protocol = 'https:';
  const start = words.toLowerCase().replace(/^https?:\/\//, '');
  const isPlain = start.startsWith(host) && /^([/?#]|$)/.test(start.slice(host.length));
  return { host, isPlain, ...(isTrap ? {} : { url: url.href }) };
}

/** A comment in pieces: words, and web addresses with the host they really lead to. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const words = match[0].replace(trailing, '');
    const link = readLink(words);
    if (link === undefined) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: words, link });
    from = match.index + words.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
