import type { CommentRow } from '../nodes/facebook-rows.ts';
import type { World } from '../world/world.ts';
import { escapeHtml } from './html-page.ts';
import { lookTexts, type LookLanguage } from './look-texts.ts';
import type { ShownMedia, ShownPost } from './read-posts.ts';

/** A post as an article; `linked` puts its address behind the date. */
export function postHtml(post: ShownPost, language: LookLanguage, linked: boolean): string {
  const texts = lookTexts[language];
  const date = timeHtml(post.atMs, language);
  const mark = post.kind === 'post' ? '' : ` · ${texts[post.kind]}`;
  const when = linked ? `<a href="/p/${escapeHtml(post.id)}">${date}</a>` : date;
  const words = post.text === '' ? '' : `<p class="words">${escapeHtml(post.text)}</p>`;
  const link = post.link === undefined ? '' : `<p class="words muted">${escapeHtml(post.link)}</p>`;
  return `<article><header><strong>${escapeHtml(post.author)}</strong> <span class="muted">${when}${mark}</span></header>
${words}${mediaHtml(post.media)}${link}${tagsHtml(post.media, language)}</article>`;
}

function mediaHtml(media: readonly ShownMedia[]): string {
  if (media.length === 0) return '';
  const many = media.length > 1 ? ' many' : '';
  return `<div class="media${many}">${media.map(figureHtml).join('')}</div>`;
}

function figureHtml(media: ShownMedia): string {
  const address = escapeHtml(media.address);
  const alt = escapeHtml(media.alt);
  const shown =
    media.kind === 'clip'
      ? `<video src="${address}" controls preload="metadata" aria-label="${alt}"></video>`
      : `<img src="${address}" alt="${alt}" loading="lazy">`;
  return `<figure id="m${escapeHtml(media.id)}">${shown}${spotsHtml(media)}</figure>`;
}

/** Where the products are. An SVG, because the policy forbids inline styles. */
function spotsHtml(media: ShownMedia): string {
  const spots = media.tags.flatMap(({ name, xShare, yShare }) =>
    xShare === undefined || yShare === undefined
      ? []
      : [
          `<circle cx="${xShare * 100}%" cy="${yShare * 100}%" r="8"><title>${escapeHtml(name)}</title></circle>`,
        ],
  );
  return spots.length === 0 ? '' : `<svg class="spots" aria-hidden="true">${spots.join('')}</svg>`;
}

/** The products by name, for everybody. */
function tagsHtml(media: readonly ShownMedia[], language: LookLanguage): string {
  const names = media.flatMap((item) => item.tags.map((tag) => escapeHtml(tag.name)));
  return names.length === 0
    ? ''
    : `<footer class="muted">${lookTexts[language].products} : ${names.join(', ')}</footer>`;
}

export function timeHtml(atMs: number, language: LookLanguage): string {
  const instant = new Date(atMs);
  const shown = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(instant);
  return `<time datetime="${instant.toISOString()}">${escapeHtml(shown)} UTC</time>`;
}

const shownComments = 200;

/** The comments under something, answers below what they answer. */
export function commentsHtml(world: World, objectId: string, language: LookLanguage): string {
  const texts = lookTexts[language];
  const rows = world.all<CommentRow>(
    `SELECT * FROM comments WHERE object_id = ? AND deleted_at IS NULL AND arrived_at <= ?
     ORDER BY created_at, id LIMIT ?`,
    objectId,
    world.clock.now(),
    shownComments,
  );
  if (rows.length === 0)
    return `<h2>${texts.comments}</h2><p class="muted">${texts.noComments}</p>`;
  const below = Map.groupBy(rows, (row) => row.parent_id);
  const item = (row: CommentRow): string => {
    const replies = (below.get(row.id) ?? []).map(item).join('');
    return `<li id="c${escapeHtml(row.id)}"${row.hidden === 1 ? ' class="hidden"' : ''}>
<strong>${escapeHtml(row.from_name)}</strong> <span class="muted">${timeHtml(row.created_at, language)}${marks(row, language)}</span>
<div class="words">${escapeHtml(row.message)}</div>${replies === '' ? '' : `<ul>${replies}</ul>`}</li>`;
  };
  return `<h2>${texts.comments}</h2><ul>${(below.get(null) ?? []).map(item).join('')}</ul>`;
}

function marks(row: CommentRow, language: LookLanguage): string {
  const texts = lookTexts[language];
  return `${row.hidden === 1 ? ` · ${texts.hidden}` : ''}${row.private_reply_at === null ? '' : ` · ${texts.privately}`}`;
}
