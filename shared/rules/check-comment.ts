import { countCaption, instagramComment, linksIn } from './caption.ts';
import type { CheckFix } from './check-fix.ts';
import type { CheckedPost, CheckFinding } from './post-check-types.ts';
import { limits } from './post-limits.ts';

/** The first comment: refused when it is too long, at risk where the comments' older rules still hold. */
export function checkComment(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const comment = post.firstComment;
  if (comment === '') return [];
  const base = { field: 'firstComment', level: 'error' } as const;
  if (post.kind === 'story')
    return [{ ...base, code: 'story-no-comment', params: {}, fixes: [{ kind: 'drop-comment' }] }];
  const found = networks.has('instagram') ? instagramFindings(comment) : [];
  const most = limits.facebook.comment.characters;
  if (networks.has('facebook') && comment.length > most)
    found.push(tooLong('facebook', comment.length, most));
  return found;
}

function instagramFindings(comment: string): CheckFinding[] {
  const count = countCaption(comment);
  const { characters, hashtags } = limits.instagram.comment;
  const found: CheckFinding[] = [];
  if (count.characters > characters) found.push(tooLong('instagram', count.characters, characters));
  else if (count.characters > instagramComment.characters)
    found.push(
      risky('comment-long', count.characters, instagramComment.characters, {
        ...{ kind: 'cut-comment', most: instagramComment.characters },
      }),
    );
  if (count.hashtags > hashtags) {
    const params = { number: count.hashtags, most: hashtags, over: count.hashtags - hashtags };
    found.push({
      ...{ network: 'instagram', field: 'firstComment', level: 'error' },
      ...{ code: 'comment-hashtags-too-many', params },
      fixes: [{ kind: 'cut-comment-hashtags', most: hashtags }],
    });
  } else if (count.hashtags > instagramComment.hashtags)
    found.push(
      risky('comment-hashtags-risky', count.hashtags, instagramComment.hashtags, {
        ...{ kind: 'cut-comment-hashtags', most: instagramComment.hashtags },
      }),
    );
  const links = linksIn(comment).length;
  if (links > instagramComment.links)
    found.push(risky('comment-links-risky', links, instagramComment.links));
  if (isShouted(comment)) found.push(risky('comment-capitals', 0, 0));
  return found;
}

function risky(code: string, number: number, most: number, ...fixes: CheckFix[]): CheckFinding {
  const base = { network: 'instagram', field: 'firstComment', level: 'warning' } as const;
  return { ...base, code, params: { number, most }, ...(fixes.length > 0 && { fixes }) };
}

/** Ten letters and more without one small one among them. */
function isShouted(comment: string): boolean {
  const letters = comment.replace(/#\S+|https?:\/\/\S+/gu, '').match(/\p{L}/gu) ?? [];
  const cased = letters.filter((letter) => letter.toLowerCase() !== letter.toUpperCase());
  return cased.length >= 10 && cased.every((letter) => letter === letter.toUpperCase());
}

function tooLong(network: 'facebook' | 'instagram', number: number, most: number): CheckFinding {
  const params = { number, most, over: number - most };
  return {
    ...({ network, field: 'firstComment', level: 'error', code: 'comment-too-long' } as const),
    params,
    fixes: [{ kind: 'cut-comment', most }],
  };
}
