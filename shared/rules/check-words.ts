import {
  countCaption,
  countHiddenCharacters,
  facebookCaption,
  instagramCaption,
} from './caption.ts';
import type { CheckedPost, CheckFinding } from './post-check-types.ts';
import { limits } from './post-limits.ts';

/** Captions, first comment and link. */
export function checkWords(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const found: CheckFinding[] = [];
  if (networks.has('instagram')) found.push(...instagramCaptionFindings(post));
  if (networks.has('facebook')) found.push(...facebookCaptionFindings(post));
  found.push(...hiddenFindings(post, networks));
  found.push(...commentFindings(post, networks));
  found.push(...linkFindings(post, networks));
  if (post.kind === 'story') found.push(...storyFindings(post, networks));
  return found;
}

function instagramCaptionFindings(post: CheckedPost): CheckFinding[] {
  if (post.kind === 'story') return [];
  const count = countCaption(post.captions.instagram);
  const over = (
    code: string,
    number: number,
    most: number,
    params: Record<string, number> = {},
  ): CheckFinding[] =>
    number <= most
      ? []
      : [
          {
            network: 'instagram',
            field: 'caption',
            level: 'error',
            code,
            params: { number, most, over: number - most, ...params },
          },
        ];
  return [
    ...over('caption-too-long', count.characters, instagramCaption.characters),
    ...over('hashtags-too-many', count.hashtags, instagramCaption.hashtags),
    ...over('mentions-too-many', count.mentions, instagramCaption.mentions),
  ];
}

function facebookCaptionFindings(post: CheckedPost): CheckFinding[] {
  const number = post.captions.facebook.length;
  const most = facebookCaption.characters;
  if (post.kind === 'story' || number <= most) return [];
  const params = { number, most, over: number - most };
  return [
    { network: 'facebook', field: 'caption', level: 'error', code: 'caption-too-long', params },
  ];
}

function hiddenFindings(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const texts = new Set<string>();
  if (networks.has('instagram') || networks.size === 0) texts.add(post.captions.instagram);
  if (networks.has('facebook') || networks.size === 0) texts.add(post.captions.facebook);
  const count = Math.max(...[...texts].map(countHiddenCharacters));
  if (count === 0) return [];
  return [{ field: 'caption', level: 'warning', code: 'caption-hidden', params: { count } }];
}

function commentFindings(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const comment = post.firstComment;
  if (comment === '') return [];
  const found: CheckFinding[] = [];
  const base = { field: 'firstComment', level: 'error' } as const;
  if (post.kind === 'story') return [{ ...base, code: 'story-no-comment', params: {} }];
  if (networks.has('instagram')) {
    const count = countCaption(comment);
    const { characters, hashtags } = limits.instagram.comment;
    if (count.characters > characters)
      found.push(tooLong('instagram', count.characters, characters));
    if (count.hashtags > hashtags) {
      const params = { number: count.hashtags, most: hashtags, over: count.hashtags - hashtags };
      found.push({ ...base, network: 'instagram', code: 'comment-hashtags-too-many', params });
    }
  }
  const most = limits.facebook.comment.characters;
  if (networks.has('facebook') && comment.length > most)
    found.push(tooLong('facebook', comment.length, most));
  return found;
}

function tooLong(network: 'facebook' | 'instagram', number: number, most: number): CheckFinding {
  const params = { number, most, over: number - most };
  return { network, field: 'firstComment', level: 'error', code: 'comment-too-long', params };
}

function linkFindings(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  if (post.link === '') return [];
  const host = linkHost(post.link);
  if (host === undefined)
    return [
      { field: 'link', level: 'error', code: 'link-unreadable', params: { link: post.link } },
    ];
  const found: CheckFinding[] = [];
  if (networks.has('facebook')) found.push(...facebookLinkFindings(post, host));
  if (networks.has('instagram') && post.kind !== 'story')
    found.push(linkFinding('instagram', 'note', 'link-not-on-instagram', host));
  return found;
}

function facebookLinkFindings(post: CheckedPost, host: string): CheckFinding[] {
  if (post.kind === 'story') return [];
  if (/(^|\.)(facebook\.com|fb\.com|fb\.me)$/.test(host))
    return [linkFinding('facebook', 'error', 'link-facebook', host)];
  if (isPrivateHost(host)) return [linkFinding('facebook', 'warning', 'link-private', host)];
  if (post.media.length > 0) return [linkFinding('facebook', 'note', 'link-into-text', host)];
  return [];
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
    found.push({ field: 'link', level: 'warning', code: 'story-no-link', params: {} });
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
