import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from '../http/answer.ts';
import type { Network } from '../network.ts';
import type { World } from '../world/world.ts';
import { accountHtml } from './account-page.ts';
import { commentsHtml } from './comments-html.ts';
import { faceAnswer } from './face.ts';
import { findPost } from './find-post.ts';
import { htmlPage } from './html-page.ts';
import { overviewHtml } from './overview-page.ts';
import { postHtml } from './post-html.ts';
import { readAccount } from './read-accounts.ts';
import { readPlace, readViewer, type Viewer } from './viewer.ts';

/** Pages for a person's eyes; undefined when the address is none of them. */
export function answerLook(
  { world }: Network,
  request: IncomingMessage,
  url: URL,
): HttpAnswer | undefined {
  const viewer = readViewer(url, request.headers['accept-language']);
  const [place, id = '', ...more] = url.pathname.split('/').filter((part) => part !== '');
  if (more.length > 0) return undefined;
  if (place === undefined) return overview(world, viewer, url);
  if (place === 'pages' && id !== '') return account(world, viewer, id, url);
  if (place === 'p' && id !== '') return single(world, viewer, id, url);
  if (place === 'faces' && id !== '') return faceAnswer(world, id);
  return undefined;
}

/** This very address in the other language. */
function otherHref(url: URL, { language }: Viewer): string {
  const search = new URLSearchParams(url.search);
  search.set('lang', language === 'fr' ? 'en' : 'fr');
  return `${url.pathname}?${search.toString()}`;
}

function overview(world: World, viewer: Viewer, url: URL): HttpAnswer {
  return htmlPage(viewer, {
    title: viewer.texts.title,
    content: overviewHtml(world, viewer),
    otherHref: otherHref(url, viewer),
  });
}

function account(world: World, viewer: Viewer, id: string, url: URL): HttpAnswer {
  const found = readAccount(world, id);
  if (found === undefined) return missing(viewer, viewer.texts.wrongAddress, url);
  const { html, rules } = accountHtml(world, found, viewer, readPlace(url));
  return htmlPage(viewer, {
    title: found.name,
    content: html,
    rules,
    back: { href: viewer.href('/'), text: viewer.texts.back },
    otherHref: otherHref(url, viewer),
  });
}

function single(world: World, viewer: Viewer, id: string, url: URL): HttpAnswer {
  const { texts } = viewer;
  const post = findPost(world, id);
  if (post === undefined) return missing(viewer, texts.gone, url);
  if (post === 'hidden') return missing(viewer, texts.notYet, url);
  const { html, rules } = postHtml(post, viewer, false);
  const isStory = post.kind === 'story';
  const comments = isStory ? '' : commentsHtml(world, post, viewer, readPlace(url));
  const shape = isStory ? 'single story' : post.media.length > 0 ? 'single two' : 'single feed';
  return htmlPage(viewer, {
    title: `${post.author} – ${viewer.texts[post.kind === 'post' ? 'title' : post.kind]}`,
    content: `<h1 class="unseen">${post.kind === 'post' ? texts.publishedOne : texts[post.kind]}</h1><div class="${shape}">${html}${comments}</div>`,
    rules,
    back: { href: viewer.href(`/pages/${post.accountId}`), text: post.author },
    otherHref: otherHref(url, viewer),
  });
}

function missing(viewer: Viewer, sentence: string, url: URL): HttpAnswer {
  return htmlPage(viewer, {
    title: viewer.texts.title,
    content: `<div class="empty"><h1>${sentence}</h1></div>`,
    back: { href: viewer.href('/'), text: viewer.texts.back },
    otherHref: otherHref(url, viewer),
    status: 404,
  });
}
