import { escapeHtml } from './html-page.ts';
import { icon } from './icons.ts';
import { mediaHtml, pictureHtml, tagPrice, type Drawn } from './media-html.ts';
import { countedComments, type ShownMedia, type ShownPost } from './read-posts.ts';
import type { Viewer } from './viewer.ts';
import { countText, isSingular, timeHtml } from './write-values.ts';

/** A post as an article. In a feed its date leads to it, and it tells how many comments it has. */
export function postHtml(post: ShownPost, viewer: Viewer, inFeed: boolean): Drawn {
  const media = mediaHtml(post.media, viewer, post.network === 'fb' && inFeed ? 'many' : 'strip');
  const big = post.media.length === 0 && post.text.length < 120 ? ' big' : '';
  const words = post.text === '' ? '' : `<p class="words${big}">${escapeHtml(post.text)}</p>`;
  // Instagram puts the picture first, Facebook the words.
  const body = post.network === 'fb' ? words + media.html : media.html + words;
  return {
    html: `<article>${headHtml(post, viewer, inFeed)}${body}${linkHtml(post)}${productsHtml(post.media, viewer)}${inFeed ? footHtml(post, viewer) : ''}</article>`,
    rules: media.rules,
  };
}

function headHtml(post: ShownPost, viewer: Viewer, inFeed: boolean): string {
  const date = timeHtml(post.atMs, viewer.language);
  const mark = post.kind === 'post' ? '' : ` · ${viewer.texts[post.kind]}`;
  const when = inFeed
    ? `<a class="plain" href="${escapeHtml(viewer.href(`/p/${post.id}`))}">${date}</a>`
    : date;
  const account = escapeHtml(viewer.href(`/pages/${post.accountId}`));
  return `<header><img class="face" src="/faces/${escapeHtml(post.accountId)}" alt=""><div><a class="plain" href="${account}"><strong>${escapeHtml(post.author)}</strong></a><div class="muted">${when}${mark}</div></div></header>`;
}

/** Where a link leads is told, and never followed: nothing leaves this computer. */
function linkHtml({ link }: ShownPost): string {
  if (link === undefined) return '';
  const host = URL.canParse(link) ? new URL(link).host : '';
  return `<div class="link"><b>${escapeHtml(host)}</b><span class="muted">${escapeHtml(link)}</span></div>`;
}

/** The products by name and price, for everybody. */
function productsHtml(media: readonly ShownMedia[], viewer: Viewer): string {
  const tags = media.flatMap((item) => item.tags);
  if (tags.length === 0) return '';
  const lines = tags.map(
    (tag) =>
      `<li><span>${icon('tag')} ${escapeHtml(tag.name)}</span><span class="price">${escapeHtml(tagPrice(tag, viewer))}</span></li>`,
  );
  return `<ul class="products" aria-label="${viewer.texts.products}">${lines.join('')}</ul>`;
}

function footHtml(post: ShownPost, viewer: Viewer): string {
  const href = escapeHtml(viewer.href(`/p/${post.id}`));
  return `<footer><a href="${href}">${icon('comment')} ${commentsText(post.comments, viewer)}</a></footer>`;
}

/** `12 comments`; very many are told as more than that. */
export function commentsText(count: number, { texts, language }: Viewer): string {
  const many = count >= countedComments ? '+' : '';
  const word = isSingular(count, language) ? texts.commentOfPost : texts.commentsOfPost;
  return `${countText(count, language)}${many} ${word}`;
}

/** A post as a tile of a grid: its first picture, a sign of what it is, and its words on pointing. */
export function tileHtml(post: ShownPost, viewer: Viewer): string {
  const [first] = post.media;
  const shown =
    first === undefined
      ? `<span class="none">${escapeHtml(post.text.slice(0, 90)) || viewer.texts.withoutPicture}</span>`
      : pictureHtml(first, false);
  const kind = kindOf(post);
  const sign = kind === 'clip' || kind === 'many' ? `<span class="sign">${icon(kind)}</span>` : '';
  const name =
    kind === 'clip'
      ? viewer.texts.video
      : kind === 'many'
        ? viewer.texts.carousel
        : viewer.texts.picture;
  const said = `<span class="said"><span class="words">${escapeHtml(post.text)}</span>${commentsText(post.comments, viewer)}</span>`;
  return `<a class="tile" href="${escapeHtml(viewer.href(`/p/${post.id}`))}"><span class="unseen">${name}</span>${shown}${sign}${said}</a>`;
}

function kindOf({ media }: ShownPost): 'clip' | 'many' | 'picture' {
  if (media.length > 1) return 'many';
  return media[0]?.kind === 'clip' ? 'clip' : 'picture';
}
