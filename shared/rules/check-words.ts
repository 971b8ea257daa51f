import {
  countCaption,
  countHiddenCharacters,
  facebookCaption,
  instagramCaption,
  linksIn,
  mentionsIn,
} from './caption.ts';
import { checkComment } from './check-comment.ts';
import type { CheckFix } from './check-fix.ts';
import type { CheckedPost, CheckFinding } from './post-check-types.ts';

/** Captions, first comment and link. */
export function checkWords(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const found: CheckFinding[] = [];
  if (networks.has('instagram')) found.push(...instagramCaptionFindings(post));
  if (networks.has('facebook')) found.push(...facebookCaptionFindings(post));
  found.push(...hiddenFindings(post, networks));
  found.push(...checkComment(post, networks));
  found.push(...linkFindings(post, networks));
  if (post.kind === 'story') found.push(...storyFindings(post, networks));
  return found;
}

function instagramCaptionFindings(post: CheckedPost): CheckFinding[] {
  if (post.kind === 'story') return [];
  const count = countCaption(post.captions.instagram);
  const network = 'instagram';
  const over = (
    code: string,
    number: number,
    most: number,
    ...fixes: CheckFix[]
  ): CheckFinding[] => {
    const params = { number, most, over: number - most };
    const base = { network, field: 'caption', level: 'error' } as const;
    return number <= most ? [] : [{ ...base, code, params, fixes }];
  };
  const { characters, hashtags, mentions } = instagramCaption;
  const cut = (kind: 'cut-caption' | 'cut-hashtags' | 'cut-mentions', most: number): CheckFix => ({
    ...{ kind, network, most },
  });
  return [
    ...over(
      'caption-too-long',
      count.characters,
      characters,
      ...(count.hashtags > 0 ? [{ kind: 'move-hashtags', network } as const] : []),
      cut('cut-caption', characters),
    ),
    ...over('hashtags-too-many', count.hashtags, hashtags, cut('cut-hashtags', hashtags)),
    ...over('mentions-too-many', count.mentions, mentions, cut('cut-mentions', mentions)),
    ...deadLinks(post.captions.instagram),
  ];
}

function deadLinks(text: string): CheckFinding[] {
  if (linksIn(text).length === 0) return [];
  const base = { network: 'instagram', field: 'caption', level: 'note' } as const;
  return [{ ...base, code: 'caption-link-dead', params: {} }];
}

function facebookCaptionFindings(post: CheckedPost): CheckFinding[] {
  if (post.kind === 'story') return [];
  const text = post.captions.facebook;
  const most = facebookCaption.characters;
  const base = { network: 'facebook', field: 'caption' } as const;
  const found: CheckFinding[] = [];
  if (text.length > most)
    found.push({
      ...base,
      level: 'error',
      code: 'caption-too-long',
      params: { number: text.length, most, over: text.length - most },
      fixes: [{ kind: 'cut-caption', network: 'facebook', most }],
    });
  const [name] = mentionsIn(text);
  if (name !== undefined)
    found.push({ ...base, level: 'note', code: 'mention-not-on-facebook', params: { name } });
  return found;
}

function hiddenFindings(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const texts = new Set<string>();
  if (networks.has('instagram') || networks.size === 0) texts.add(post.captions.instagram);
  if (networks.has('facebook') || networks.size === 0) texts.add(post.captions.facebook);
  const count = Math.max(...[...texts].map(countHiddenCharacters));
  if (count === 0) return [];
  const fixes: CheckFix[] = [{ kind: 'remove-hidden' }];
  return [{ field: 'caption', level: 'warning', code: 'caption-hidden', params: { count }, fixes }];
}

function linkFindings(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  if (post.link === '') return [];
  const host = linkHost(post.link);
  if (host === undefined) {
    const mended = `https://${post.link.replace(/^[a-z]*:?\/\/+/i, '')}`;
    const fixes: CheckFix[] = linkHost(mended)
      ? [{ kind: 'mend-link', link: mended }]
      : [{ kind: 'drop-link' }];
    const params = { link: post.link };
    return [{ field: 'link', level: 'error', code: 'link-unreadable', params, fixes }];
  }
  const found: CheckFinding[] = [];
  if (networks.has('facebook')) found.push(...facebookLinkFindings(post, host));
  if (networks.has('instagram') && post.kind !== 'story')
    found.push(linkFinding('instagram', 'note', 'link-not-on-instagram', host));
  return found;
}

function facebookLinkFindings(post: CheckedPost, host: string): CheckFinding[] {
  if (post.kind === 'story') return [];
  if (/(^|\.)(facebook\.com|fb\.com|fb\.me)$/.test(host))
    return [
      {
        ...linkFinding('facebook', 'error', 'link-facebook', host),
        fixes: [{ kind: 'drop-link' }],
      },
    ];
  if (isPrivateHost(host)) return [linkFinding('facebook', 'warning', 'link-private', host)];
  if (post.media.length === 0) return [];
  const fixes: CheckFix[] = [{ kind: 'link-into-text' }];
  return [{ ...linkFinding('facebook', 'note', 'link-into-text', host), fixes }];
}

function linkFinding(
  network: 'facebook' | 'instagram',
  level: CheckFinding['level'],
  code: string,
  host: string,
): CheckFinding {
  return { network, field: 'link', level, code, params: { host } };
}

/** Stories carry no words at all: what was typed would vanish. */
function storyFindings(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const caption =
    (networks.has('instagram') && post.captions.instagram.trim() !== '') ||
    (networks.has('facebook') && post.captions.facebook.trim() !== '');
  const found: CheckFinding[] = [];
  if (caption)
    found.push({ field: 'caption', level: 'warning', code: 'story-no-caption', params: {} });
  if (post.link !== '')
    found.push({
      field: 'link',
      level: 'warning',
      code: 'story-no-link',
      params: {},
      fixes: [{ kind: 'drop-link' }],
    });
  return found;
}

/** The host of a web address a customer can open; undefined for anything else. */
export function linkHost(link: string): string | undefined {
  // A pattern and not URL: this file also runs where only the language itself is there.
  const match = /^https?:\/\/(?:[^\s/?#@]*@)?([^\s/?#:@]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i.exec(link);
  const host = match?.[1]?.toLowerCase();
  return host && (host.includes('.') || host === 'localhost') ? host : undefined;
}

function isPrivateHost(host: string): boolean {
  return (
    host === 'localhost' ||
    /\.(local|localhost|internal|lan)$/.test(host) ||
    /^(127|10|0)\.\d+\.\d+\.\d+$/.test(host) ||
    /^192\.168\.\d+\.\d+$/.test(host) ||
    /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host)
  );
}
