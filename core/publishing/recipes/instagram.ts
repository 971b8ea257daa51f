import { containerLifeMs } from '../patience.ts';
import {
  awaitFinished,
  makeContainer,
  sendContainerBytes,
  stageCover,
  stageImage,
  stepsOf,
} from './instagram-containers.ts';
import { lookAtContainer } from './instagram-look.ts';
import {
  answered,
  livingStep,
  minuteMs,
  staged,
  type Recipe,
  type RecipeContext,
  type Staged,
} from './recipe.ts';

/** What all kinds share: one container is published, once, by its id. */
function containerRecipe(
  leadMs: number,
  prepare: (context: RecipeContext) => Promise<Staged<void>>,
): Recipe {
  return {
    leadMs,
    patience: 'by-id',
    call: 'publish-container',
    hiddenSteps: [],
    prepare,
    handle: containerId,
    async publish(context) {
      const result = await context.client.publishContainer({
        igId: context.account.remoteId,
        containerId: containerId(context) ?? '',
      });
      return answered(result, ({ mediaId }) => ({ remoteId: mediaId }));
    },
    look: lookAtContainer,
    async follow(context, remoteId) {
      if (remoteId) {
        const read = await context.client.readMedia(remoteId);
        return read.ok ? { permalink: read.value.permalink } : undefined;
      }
      const found = await lookAtContainer(context);
      return found.kind === 'found' ? found : undefined;
    },
  };
}

function containerId(context: RecipeContext): string | undefined {
  return livingStep(context, 'container', containerLifeMs)?.remoteId;
}

export const instagramImage = containerRecipe(20 * minuteMs, async (context) => {
  const { content, account, client } = context;
  const isKept = context.steps.get('container', containerLifeMs);
  if (!isKept) {
    const image = await stageImage(context, 0);
    if (!image.ok) return image;
    const tags = await context.remoteTags(0);
    if (!tags.ok) return tags;
    const alt = content.media[0]?.alt;
    const made = await makeContainer(context, 'container', content.media[0]?.name, () =>
      client.createImageContainer({
        igId: account.remoteId,
        imageUrl: image.value,
        caption: content.text,
        ...withCollaborators(context),
        ...(alt ? { altText: alt } : {}),
        ...(tags.value.length > 0 ? { productTags: tags.value } : {}),
      }),
    );
    if (!made.ok) return made;
  }
  return awaitFinished(context, 'container', content.media[0]?.name);
});

export const instagramReel = containerRecipe(45 * minuteMs, async (context) => {
  const file = await context.fileOf(0);
  if (!file.ok) return file;
  const tags = await context.remoteTags(0);
  if (!tags.ok) return tags;
  const cover = await reelCover(context);
  if (!cover.ok) return cover;
  const made = await makeContainer(context, 'container', file.value.name, () =>
    context.client.createReelContainer({
      igId: context.account.remoteId,
      caption: context.content.text,
      shareToFeed: true,
      ...withCollaborators(context),
      ...cover.value,
      ...(tags.value.length > 0 ? { productTags: tags.value } : {}),
    }),
  );
  if (!made.ok) return made;
  const sent = await sendContainerBytes(context, 'container', made.value, file.value);
  return sent.ok ? awaitFinished(context, 'container', file.value.name) : sent;
});

function withCollaborators({ content }: RecipeContext): { collaborators?: string[] } {
  return content.collaborators ? { collaborators: content.collaborators } : {};
}

/** What stands for the reel: a picture of its own, or a frame. */
async function reelCover(
  context: RecipeContext,
): Promise<Staged<{ coverUrl?: string; thumbOffsetMs?: number }>> {
  const { cover, coverMs } = context.content;
  if (!cover) return staged(coverMs === undefined ? {} : { thumbOffsetMs: coverMs });
  if (context.steps.get('container', containerLifeMs)) return staged({});
  const image = await stageCover(context);
  return image.ok ? staged({ coverUrl: image.value }) : image;
}

export const instagramStory = containerRecipe(45 * minuteMs, async (context) => {
  const { media } = context.content;
  const igId = context.account.remoteId;
  const name = media[0]?.name;
  if (media[0]?.kind === 'photo') {
    const image = await stageImage(context, 0);
    if (!image.ok) return image;
    const made = await makeContainer(context, 'container', name, () =>
      context.client.createStoryContainer({ igId, imageUrl: image.value }),
    );
    return made.ok ? awaitFinished(context, 'container', name) : made;
  }
  const file = await context.fileOf(0);
  if (!file.ok) return file;
  const made = await makeContainer(context, 'container', name, () =>
    context.client.createStoryContainer({ igId }),
  );
  if (!made.ok) return made;
  const sent = await sendContainerBytes(context, 'container', made.value, file.value);
  return sent.ok ? awaitFinished(context, 'container', name) : sent;
});

export const instagramCarousel = containerRecipe(45 * minuteMs, async (context) => {
  if (!context.steps.get('container', containerLifeMs)) {
    // Children cannot stand in a second carousel.
    if (context.steps.get('container')) dropCarousel(context);
    const children = await stageChildren(context);
    if (!children.ok) return children;
    const made = await makeContainer(context, 'container', undefined, () =>
      context.client.createCarousel({
        igId: context.account.remoteId,
        caption: context.content.text,
        children: children.value,
        ...withCollaborators(context),
      }),
    );
    if (!made.ok) return made;
  }
  const finished = await awaitFinished(context, 'container');
  const isGone = !context.steps.get('container');
  if (!finished.ok && finished.stop.kind === 'failed' && isGone) dropCarousel(context);
  return finished;
});

function dropCarousel(context: RecipeContext): void {
  const children = context.content.media.map((_, index) => stepsOf(`child:${index}`));
  context.steps.drop(...stepsOf('container'), ...children.flat());
}

/** All children are made before any is waited for; the parent comes when every one is finished. */
async function stageChildren(context: RecipeContext): Promise<Staged<string[]>> {
  const ids: string[] = [];
  for (const index of context.content.media.keys()) {
    const child = await makeChild(context, index);
    if (!child.ok) return child;
    ids.push(child.value);
  }
  for (const [index, medium] of context.content.media.entries()) {
    const finished = await awaitFinished(context, `child:${index}`, medium.name);
    if (!finished.ok) return finished;
  }
  return staged(ids);
}

async function makeChild(context: RecipeContext, index: number): Promise<Staged<string>> {
  const name = `child:${index}`;
  const medium = context.content.media[index];
  const isPhoto = medium?.kind === 'photo';
  const before = context.steps.get(name, containerLifeMs);
  if (before && (isPhoto || context.steps.get(`${name}:sent`))) return staged(before.remoteId);
  const image = isPhoto ? await stageImage(context, index) : undefined;
  if (image && !image.ok) return image;
  const tags = await context.remoteTags(index);
  if (!tags.ok) return tags;
  const made = await makeContainer(context, name, medium?.name, () =>
    context.client.createCarouselItem({
      igId: context.account.remoteId,
      ...(image ? { imageUrl: image.value } : {}),
      ...(isPhoto && medium.alt ? { altText: medium.alt } : {}),
      ...(tags.value.length > 0 ? { productTags: tags.value } : {}),
    }),
  );
  if (!made.ok) return made;
  if (!isPhoto) {
    const file = await context.fileOf(index);
    if (!file.ok) return file;
    const sent = await sendContainerBytes(context, name, made.value, file.value);
    if (!sent.ok) return sent;
  }
  return staged(made.value.remoteId);
}
