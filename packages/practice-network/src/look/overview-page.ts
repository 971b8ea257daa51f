import type { World } from '../world/world.ts';
import { factsHtml } from './account-page.ts';
import { escapeHtml } from './html-page.ts';
import { tileHtml } from './post-html.ts';
import { readAccounts, readFeed, type ShownAccount } from './read-accounts.ts';
import type { Viewer } from './viewer.ts';

const tastePosts = 3;

/** The first page: every account with the last that it published. */
export function overviewHtml(world: World, viewer: Viewer): string {
  const { texts } = viewer;
  const cards = readAccounts(world).map((account) => cardHtml(world, account, viewer));
  return `<h1>${texts.title}</h1><p class="lead">${texts.intro}</p><div class="accounts">${cards.join('')}</div>`;
}

function cardHtml(world: World, account: ShownAccount, viewer: Viewer): string {
  const { texts } = viewer;
  const kind = account.network === 'fb' ? texts.page : texts.instagram;
  const { posts } = readFeed(world, account, undefined, tastePosts);
  const taste = posts.map((post) => tileHtml(post, viewer)).join('');
  const href = escapeHtml(viewer.href(`/pages/${account.id}`));
  return `<section class="account"><a class="plain" href="${href}"><span class="who"><img class="face" src="/faces/${escapeHtml(account.id)}" alt=""><span><strong>${escapeHtml(account.name)}</strong><span class="muted">${kind}</span>${factsHtml(account, viewer)}</span></span></a><div class="row">${taste}</div></section>`;
}
