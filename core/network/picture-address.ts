import { judgeAddress } from './public-address.ts';

/** Picture servers of the networks, with everything below these names. */
const pictureHosts = ['fbcdn.net', 'cdninstagram.com', 'fbsbx.com'] as const;
/** Of a network's other names only these hand pictures out. */
const lookaside = new Set(['lookaside.facebook.com', 'lookaside.instagram.com']);

/** The address of a picture that a stranger sent, where it may be asked for: a picture server of the networks
 *  over https, or the practice network itself. What a network tells of a stranger's picture is the stranger's
 *  word: anything else could make the studio knock at a door of the house. */
export function judgePictureAddress(
  text: string,
  practiceGraph: string | undefined,
): URL | undefined {
  if (text.length > 4096) return undefined;
  if (practiceGraph !== undefined) {
    const judged = judgeAddress(text, 'loopback', 'answered');
    return judged.ok && judged.url.origin === URL.parse(practiceGraph)?.origin
      ? judged.url
      : undefined;
  }
  const judged = judgeAddress(text, 'public', 'answered');
  if (!judged.ok || judged.url.port !== '') return undefined;
  const { hostname } = judged.url;
  const isOurs =
    lookaside.has(hostname) || pictureHosts.some((host) => hostname.endsWith(`.${host}`));
  return isOurs ? judged.url : undefined;
}

/** Signed addresses say in `oe` until when they are good: hexadecimal Unix seconds. */
export function isLapsed(text: string, now: number): boolean {
  const until = URL.parse(text)?.searchParams.get('oe') ?? '';
  return /^[0-9a-f]{6,12}$/i.test(until) && Number.parseInt(until, 16) * 1000 <= now;
}
