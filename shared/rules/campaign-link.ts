import { foldText } from './fold-text.ts';

export const utmKeys = ['source', 'medium', 'campaign', 'content'] as const;
export type UtmKey = (typeof utmKeys)[number];
/** What the shop's visitor counter reads in an address, without the `utm_` before it. */
export type Utm = Record<UtmKey, string>;
/** What a merchant wrote instead of what is derived; an empty text counts as nothing written. */
export type OwnUtm = { [K in UtmKey]?: string | undefined };

/** The parameters that a post of a campaign carries on a network, where nothing else was written. */
export function derivedUtm(
  campaign: { name: string },
  post: { network: 'facebook' | 'instagram'; title: string },
): Utm {
  return {
    source: post.network,
    medium: 'social',
    campaign: utmWord(campaign.name, 60),
    content: utmWord(post.title, 40),
  };
}

/** The address with the campaign's parameters. A parameter that the link brings itself stays as it is,
 *  and so do its query and its fragment, letter by letter; what is no web address stays whole. */
export function campaignLink(
  link: string,
  campaign: { name: string; utm: OwnUtm },
  post: { network: 'facebook' | 'instagram'; title: string },
): string {
  const parts = /^(https?:\/\/[^\s?#]+)(\?[^\s#]*)?(#\S*)?$/i.exec(link.trim());
  if (!parts) return link;
  const [, place = '', query = '', fragment = ''] = parts;
  const brought = new Set(
    query
      .slice(1)
      .split('&')
      .map((pair) => (pair.split('=')[0] ?? '').toLowerCase()),
  );
  const derived = derivedUtm(campaign, post);
  const added = utmKeys
    .filter((key) => !brought.has(`utm_${key}`))
    .map((key) => [key, campaign.utm[key]?.trim() || derived[key]] as const)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `utm_${key}=${encodeURIComponent(value)}`)
    .join('&');
  if (added === '') return link.trim();
  const before = query === '' || query.endsWith('?') || query.endsWith('&') ? '' : '&';
  return `${place}${query || '?'}${before}${added}${fragment}`;
}

/** Small letters and figures with dashes between, as `noel-2026`: the same however it was typed. */
export function utmWord(text: string, most: number): string {
  const words = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...words].slice(0, most).join('').replace(/-+$/, '');
}
