import type { RemoteMedia } from 'graph-api-client';
import { matchPublished } from './match-published.ts';
import type { Reading, RecipeContext } from './recipe.ts';

/** Asks the container whether it was published; where it cannot tell, searches for our caption. */
export async function lookAtContainer(context: RecipeContext): Promise<Reading> {
  const container = context.steps.get('container');
  if (!container) return search(context);
  const read = await context.client.readContainer(container.remoteId);
  // Many accounts cannot read containers with the Page's token although publishing works.
  if (!read.ok) {
    return read.failure.reaction === 'gone'
      ? search(context)
      : { kind: 'unread', failure: read.failure };
  }
  switch (read.value.statusCode) {
    case 'PUBLISHED': {
      const found = await search(context);
      return found.kind === 'found' ? found : { kind: 'found' };
    }
    case 'FINISHED':
      return { kind: 'unpublished' };
    case 'IN_PROGRESS':
      return { kind: 'in-progress' };
    default:
      return search(context);
  }
}

async function search(context: RecipeContext): Promise<Reading> {
  const list = { igId: context.account.remoteId, limit: 25 };
  const isStory = context.content.recipe === 'instagram-story';
  const read = isStory
    ? await context.client.listStories(list)
    : await context.client.listMedia(list);
  if (!read.ok) return { kind: 'unread', failure: read.failure };
  const matches = matchPublished(read.value.items.map(candidate), {
    text: isStory ? '' : context.content.text,
    calledAt: context.calledAt ?? context.dueAt,
    isTaken: context.isTaken,
  });
  const [only, second] = matches;
  if (!only) return { kind: 'none' };
  if (second) return { kind: 'several' };
  return { kind: 'found', remoteId: only.id, permalink: only.permalink };
}

function candidate(media: RemoteMedia) {
  const { id, permalink, createdAt } = media;
  return { id, permalink, at: createdAt, text: media.caption };
}
