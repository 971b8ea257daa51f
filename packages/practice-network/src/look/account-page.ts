import type { World } from '../world/world.ts';
import { escapeHtml } from './html-page.ts';
import type { Drawn } from './media-html.ts';
import { pictureHtml } from './media-html.ts';
import { pagerHtml } from './pager-html.ts';
import { postHtml, tileHtml } from './post-html.ts';
import { readFeed, readStories, type ShownAccount, type ShownStory } from './read-accounts.ts';
import type { Place, Viewer } from './viewer.ts';
import { countText, isSingular } from './write-values.ts';

/** The profile of an account: who it is, its stories, and a feed (Facebook) or a grid (Instagram). */
export function accountHtml(
  world: World,
  account: ShownAccount,
  viewer: Viewer,
  place: Place | undefined,
): Drawn {
  const { posts, newer, older } = readFeed(world, account, place);
  const stories = place === undefined ? storiesHtml(readStories(world, account), viewer) : '';
  const top = `${profileHtml(account, viewer)}${stories}`;
  // A grid takes the whole width, a feed one column.
  const head = account.network === 'ig' ? top : `<div class="column">${top}</div>`;
  if (posts.length === 0) return { html: head + emptyHtml(viewer), rules: '' };
  const { texts } = viewer;
  const pager = pagerHtml(viewer, `/pages/${account.id}`, {
    newer,
    older,
    newerText: texts.newer,
    olderText: texts.older,
  });
  if (account.network === 'ig') {
    const tiles = posts.map((post) => tileHtml(post, viewer)).join('');
    return { html: `${head}<div class="grid">${tiles}</div>${pager}`, rules: '' };
  }
  const drawn = posts.map((post) => postHtml(post, viewer, true));
  return {
    html: `${head}<div class="feed">${drawn.map((one) => one.html).join('')}</div>${pager}`,
    rules: drawn.map((one) => one.rules).join(''),
  };
}

function profileHtml(account: ShownAccount, viewer: Viewer): string {
  const { texts } = viewer;
  const kind = account.network === 'fb' ? texts.page : texts.instagram;
  return `<header class="profile"><img class="face" src="/faces/${escapeHtml(account.id)}" alt=""><div><h1>${escapeHtml(account.name)}</h1>
<div class="muted">${kind} · ${escapeHtml(account.about)}</div>${factsHtml(account, viewer)}</div></header>`;
}

export function factsHtml(account: ShownAccount, { texts, language }: Viewer): string {
  const posts = isSingular(account.posts, language) ? texts.publishedOne : texts.published;
  return `<div class="facts"><span><b>${countText(account.posts, language)}</b> ${posts}</span><span><b>${countText(account.followers, language)}</b> ${texts.followers}</span></div>`;
}

function storiesHtml(stories: readonly ShownStory[], viewer: Viewer): string {
  if (stories.length === 0) return '';
  const items = stories.map(({ id, atMs, media }) => {
    const [first] = media;
    const shown = first === undefined ? '<div class="none"></div>' : pictureHtml(first, false);
    const time = new Date(atMs).toISOString().slice(11, 16);
    return `<a href="${escapeHtml(viewer.href(`/p/${id}`))}"><span class="ring">${shown}</span>${time}</a>`;
  });
  return `<nav class="stories" aria-label="${viewer.texts.stories}">${items.join('')}</nav>`;
}

function emptyHtml({ texts }: Viewer): string {
  return `<div class="empty"><h2>${texts.nothing}</h2><p>${texts.nothingHint}</p></div>`;
}
