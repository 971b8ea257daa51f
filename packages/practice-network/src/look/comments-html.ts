import type { CommentRow } from '../nodes/facebook-rows.ts';
import type { World } from '../world/world.ts';
import { personFace } from './face.ts';
import { escapeHtml } from './html-page.ts';
import { icon } from './icons.ts';
import { pagerHtml } from './pager-html.ts';
import { readComments, type ShownComment } from './read-comments.ts';
import type { ShownPost } from './read-posts.ts';
import type { Place, Viewer } from './viewer.ts';
import { countText, isSingular, timeHtml } from './write-values.ts';

/** The comments under a post, newest first, answers below what they answer. */
export function commentsHtml(
  world: World,
  post: ShownPost,
  viewer: Viewer,
  place: Place | undefined,
): string {
  const { texts } = viewer;
  const { comments, newer, older } = readComments(world, post.id, place);
  const title = `<h2>${texts.comments}</h2>`;
  if (comments.length === 0)
    return `<section>${title}<p class="muted">${texts.noComments}</p></section>`;
  const pager = pagerHtml(viewer, `/p/${post.id}`, {
    newer,
    older,
    newerText: texts.newerComments,
    olderText: texts.olderComments,
  });
  const write = (row: CommentRow): string => commentHtml(world, row, post, viewer);
  const items = comments.map((comment) => threadHtml(comment, write, viewer));
  return `<section>${title}<ul class="comments">${items.join('')}</ul>${pager}</section>`;
}

function threadHtml(
  { row, replies, moreReplies }: ShownComment,
  write: (row: CommentRow) => string,
  { texts, language }: Viewer,
): string {
  const more =
    moreReplies === 0
      ? ''
      : `<li class="muted">+ ${countText(moreReplies, language)} ${texts.moreReplies}</li>`;
  const below = replies.map((reply) => itemHtml(reply, write(reply))).join('');
  const list = below === '' ? '' : `<ul class="replies">${below}${more}</ul>`;
  return itemHtml(row, write(row) + list);
}

function itemHtml(row: CommentRow, content: string): string {
  return `<li id="c${escapeHtml(row.id)}"${row.hidden === 1 ? ' class="hidden"' : ''}>${content}</li>`;
}

function commentHtml(world: World, row: CommentRow, post: ShownPost, viewer: Viewer): string {
  const own = row.own === 1;
  const face = own
    ? `<img class="face" src="/faces/${escapeHtml(post.accountId)}" alt="">`
    : personFace(world, row.from_id, row.from_name);
  const time = timeHtml(row.created_at, viewer.language);
  return `${face}<div><strong${own ? ' class="own"' : ''}>${escapeHtml(row.from_name)}</strong> <span class="muted">${time}</span>
<div class="words">${escapeHtml(row.message)}</div>${marksHtml(row, viewer)}</div>`;
}

/** What else is to be known of a comment, each with a word. */
function marksHtml(row: CommentRow, { texts, language }: Viewer): string {
  const marks = [
    ...(row.likes > 0
      ? [
          `${icon('heart')} ${countText(row.likes, language)} ${isSingular(row.likes, language) ? texts.like : texts.likes}`,
        ]
      : []),
    ...(row.hidden === 1 ? [`${icon('eyeOff')} ${texts.hidden}`] : []),
    ...(row.private_reply_at === null ? [] : [`${icon('lock')} ${texts.privately}`]),
  ];
  return marks.length === 0 ? '' : `<div class="muted">${marks.join(' · ')}</div>`;
}
