import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from '../http/answer.ts';
import type { Network } from '../network.ts';
import type { PhotoRow, PostRow, VideoRow } from '../nodes/facebook-rows.ts';
import type { InstagramRow, MediaRow } from '../nodes/instagram-rows.ts';
import { isVisible } from '../nodes/post-node.ts';
import { resolveNode } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { faceAnswer } from './face.ts';
import { escapeHtml, htmlPage } from './html-page.ts';
import { lookTexts, preferredLanguage, type LookLanguage } from './look-texts.ts';
import { commentsHtml, postHtml } from './post-html.ts';
import {
  pageName,
  showClip,
  showFacebookPost,
  showInstagramPost,
  showPhoto,
  type ShownPost,
} from './read-posts.ts';

const shownPosts = 50;

/** Pages for a person's eyes; undefined when the address is none of them. */
export function answerLook(
  { world }: Network,
  request: IncomingMessage,
  url: URL,
): HttpAnswer | undefined {
  const language = preferredLanguage(request.headers['accept-language']);
  const [place, id = '', ...more] = url.pathname.split('/').filter((part) => part !== '');
  if (more.length > 0) return undefined;
  if (place === undefined) return overview(world, language);
  if (place === 'pages' && id !== '') return account(world, language, id, url);
  if (place === 'p' && id !== '') return single(world, language, id);
  if (place === 'faces' && id !== '') return faceAnswer(world, id);
  return undefined;
}

function overview(world: World, language: LookLanguage): HttpAnswer {
  const texts = lookTexts[language];
  const pages = world.all<{ id: string; name: string }>('SELECT id, name FROM pages');
  const accounts = world.all<InstagramRow>('SELECT * FROM instagram_accounts');
  const line = (id: string, name: string, kind: string): string =>
    `<li><img class="face" src="/faces/${escapeHtml(id)}" alt=""><a href="/pages/${escapeHtml(id)}">${escapeHtml(name)}</a> <span class="muted">${kind}</span></li>`;
  const lines = [
    ...pages.map((row) => line(row.id, row.name, texts.page)),
    ...accounts.map((row) => line(row.id, `@${row.username}`, texts.instagram)),
  ];
  return htmlPage(
    language,
    texts.title,
    `<h1>${texts.title}</h1><p>${texts.intro}</p><ul>${lines.join('')}</ul>`,
  );
}

function account(world: World, language: LookLanguage, id: string, url: URL): HttpAnswer {
  const texts = lookTexts[language];
  const kind = resolveNode(world, id)?.kind;
  if (kind !== 'page' && kind !== 'ig') return missing(language, texts.gone);
  const before = Number(url.searchParams.get('before') ?? Number.MAX_SAFE_INTEGER);
  const posts = kind === 'page' ? pagePosts(world, id, before) : instagramPosts(world, id, before);
  const name = kind === 'page' ? pageName(world, id) : (posts[0]?.author ?? id);
  const last = posts.at(-1);
  const older =
    posts.length === shownPosts && last !== undefined
      ? `<p><a href="/pages/${escapeHtml(id)}?before=${last.atMs}">${texts.older}</a></p>`
      : '';
  const list =
    posts.length === 0
      ? `<p>${texts.nothing}</p>`
      : posts.map((post) => postHtml(post, language, true)).join('');
  const back = `<p><a href="/">${texts.back}</a></p>`;
  return htmlPage(language, name, `${back}<h1>${escapeHtml(name)}</h1>${list}${older}`);
}

function pagePosts(world: World, id: string, before: number): ShownPost[] {
  return world
    .all<PostRow>(
      `SELECT * FROM posts WHERE page_id = ? AND deleted_at IS NULL AND published_at < ?
       AND published_at <= ? ORDER BY published_at DESC LIMIT ?`,
      id,
      before,
      world.clock.now(),
      shownPosts,
    )
    .map((row) => showFacebookPost(world, row));
}

function instagramPosts(world: World, id: string, before: number): ShownPost[] {
  return world
    .all<MediaRow>(
      `SELECT * FROM ig_media WHERE ig_id = ? AND parent_id IS NULL AND deleted_at IS NULL
       AND published_at < ? ORDER BY published_at DESC LIMIT ?`,
      id,
      before,
      shownPosts,
    )
    .map((row) => showInstagramPost(world, row));
}

function single(world: World, language: LookLanguage, id: string): HttpAnswer {
  const texts = lookTexts[language];
  const found = findPost(world, id);
  if (found === undefined) return missing(language, texts.gone);
  if (found === 'hidden') return missing(language, texts.notYet);
  const { post, accountId } = found;
  const back = `<p><a href="/pages/${escapeHtml(accountId)}">${texts.back}</a></p>`;
  const content = `${back}<h1>${escapeHtml(post.author)}</h1>${postHtml(post, language, false)}${commentsHtml(world, post.id, language)}`;
  return htmlPage(language, post.author, content);
}

type Found = { post: ShownPost; accountId: string };

function findPost(world: World, id: string): Found | 'hidden' | undefined {
  const found = resolveNode(world, id);
  if (found?.kind === 'media') {
    const row = world.get<MediaRow>('SELECT * FROM ig_media WHERE id = ?', found.id);
    return row === undefined || row.deleted_at !== null
      ? undefined
      : { post: showInstagramPost(world, row), accountId: row.ig_id };
  }
  const postId = found === undefined ? undefined : postOf(world, found.id, found.kind);
  const row = postId && world.get<PostRow>('SELECT * FROM posts WHERE id = ?', postId);
  if (!row) return findStory(world, postId ?? id);
  if (row.deleted_at !== null) return undefined;
  if (!isVisible(row, world.clock.now())) return 'hidden';
  return { post: showFacebookPost(world, row), accountId: row.page_id };
}

function postOf(world: World, id: string, kind: string): string | undefined {
  if (kind === 'post') return id;
  const row =
    kind === 'photo'
      ? world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', id)
      : kind === 'video'
        ? world.get<VideoRow>('SELECT * FROM videos WHERE id = ?', id)
        : undefined;
  return row?.post_id ?? undefined;
}

function findStory(world: World, id: string): Found | undefined {
  interface Row {
    page_id: string;
    media_kind: string;
    media_id: string;
    created_at: number;
  }
  const row = world.get<Row>(
    'SELECT * FROM page_stories WHERE post_id = ? AND deleted_at IS NULL',
    id,
  );
  if (row === undefined) return undefined;
  const nowMs = world.clock.now();
  const media =
    row.media_kind === 'photo'
      ? showPhoto(world, row.media_id, nowMs)
      : showClip(world, row.media_id, nowMs);
  const post: ShownPost = {
    id,
    network: 'fb',
    author: pageName(world, row.page_id),
    text: '',
    atMs: row.created_at,
    kind: 'story',
    media: media === undefined ? [] : [media],
  };
  return { post, accountId: row.page_id };
}

function missing(language: LookLanguage, sentence: string): HttpAnswer {
  const texts = lookTexts[language];
  return htmlPage(
    language,
    texts.title,
    `<h1>${sentence}</h1><p><a href="/">${texts.back}</a></p>`,
    404,
  );
}
