import type { GraphFailure, GraphResult } from 'graph-api-client';
import type { RecipeName } from '../frozen-content.ts';
import type { LiveView } from '../live-differences.ts';
import type { RecipeContext } from './recipe.ts';

/** What customers see of a published post. */
export type LiveSight =
  { kind: 'seen'; view: LiveView } | { kind: 'gone' } | { kind: 'unread'; failure: GraphFailure };

type ReadLive = (context: RecipeContext, remoteId: string) => Promise<LiveSight>;

/** Each photo is a request of its own: no more than this are read for their texts and tags. */
const mostPhotos = 10;

const facebookPost: ReadLive = async (context, remoteId) => {
  const read = await context.client.shownPost(remoteId);
  if (!read.ok) return notSeen(read.failure);
  const { message = '', mediaIds, linkUrl, isPublished } = read.value;
  const alts = await photoAlts(context, mediaIds);
  const { link, media } = context.content;
  return sight({
    text: message,
    ...(media.length > 0 ? { mediaCount: mediaIds.length } : {}),
    ...(link && media.length === 0 ? { link: linkUrl } : {}),
    ...(alts && { alts }),
    ...(isPublished === undefined ? {} : { isVisible: isPublished }),
  });
};

const facebookVideo: ReadLive = async (context, remoteId) => {
  const videoId = context.steps.get('video')?.remoteId ?? remoteId;
  const read = await context.client.shownVideo(videoId);
  if (!read.ok) return notSeen(read.failure);
  const { description = '', isPublished } = read.value;
  const isVisible = isPublished === undefined ? {} : { isVisible: isPublished };
  return sight({ text: description, ...isVisible });
};

const facebookStory: ReadLive = async (context, remoteId) => {
  const { pageRemoteId: pageId } = context.account;
  const read = await context.client.pageStories({ pageId, limit: 50 });
  if (!read.ok) return notSeen(read.failure);
  const isThere = read.value.items.some((story) => story.postId === remoteId);
  return isThere ? sight({}) : { kind: 'gone' };
};

const instagramPost: ReadLive = async (context, remoteId) => {
  const read = await context.client.shownMedia(remoteId);
  if (!read.ok) return notSeen(read.failure);
  const { caption = '', altText } = read.value;
  const [tags, collaborators] = await Promise.all([
    tagCount(context, remoteId, 0),
    collaboratorsOf(context, remoteId),
  ]);
  return sight({
    text: caption,
    alts: [altText],
    ...(tags === undefined ? {} : { tagCounts: [tags] }),
    ...(collaborators && { collaborators }),
  });
};

const instagramCarousel: ReadLive = async (context, remoteId) => {
  const read = await context.client.shownMedia(remoteId);
  if (!read.ok) return notSeen(read.failure);
  const children = await context.client.shownChildren(remoteId);
  const collaborators = await collaboratorsOf(context, remoteId);
  const rest = collaborators && { collaborators };
  const { caption: text = '' } = read.value;
  if (!children.ok) return sight({ text, ...rest });
  const tagCounts = await Promise.all(
    children.value.slice(0, mostPhotos).map((child, index) => tagCount(context, child.id, index)),
  );
  return sight({
    text,
    mediaCount: children.value.length,
    alts: children.value.map((child) => child.altText),
    ...(tagCounts.every((count) => count !== undefined) ? { tagCounts } : {}),
    ...rest,
  });
};

const instagramStory: ReadLive = async (context, remoteId) => {
  const read = await context.client.shownMedia(remoteId);
  return read.ok ? sight({}) : notSeen(read.failure);
};

/** How the posts of each make are read back; comments and changes are not. */
export const liveReaders: Partial<Record<RecipeName, ReadLive>> = {
  'facebook-post': facebookPost,
  'facebook-scheduled': facebookPost,
  'facebook-video': facebookVideo,
  'facebook-reel': facebookVideo,
  'facebook-story': facebookStory,
  'instagram-image': instagramPost,
  'instagram-carousel': instagramCarousel,
  'instagram-reel': instagramPost,
  'instagram-story': instagramStory,
};

function sight(view: LiveView): LiveSight {
  return { kind: 'seen', view };
}

function notSeen(failure: GraphFailure): LiveSight {
  return failure.reaction === 'gone' ? { kind: 'gone' } : { kind: 'unread', failure };
}

/** Undefined when no text was given, or one photo could not be read. */
async function photoAlts(
  { client, content }: RecipeContext,
  mediaIds: string[],
): Promise<(string | undefined)[] | undefined> {
  if (!content.media.some((medium) => medium.alt)) return undefined;
  const photos = await Promise.all(mediaIds.slice(0, mostPhotos).map((id) => client.readPhoto(id)));
  const alts = photos.map((photo) => (photo.ok ? { text: photo.value.altText } : undefined));
  return alts.every((alt) => alt !== undefined) ? alts.map((alt) => alt.text) : undefined;
}

/** Undefined when the network does not say; not asked where no product was tagged. */
async function tagCount(
  { client, content }: RecipeContext,
  mediaId: string,
  index: number,
): Promise<number | undefined> {
  if (!content.media[index]?.tags.length) return 0;
  return valueOf(await client.productTags(mediaId))?.length;
}

async function collaboratorsOf(
  { client, content }: RecipeContext,
  mediaId: string,
): Promise<string[] | undefined> {
  if (!content.collaborators?.length) return undefined;
  return valueOf(await client.collaborators(mediaId))?.map((one) => one.username);
}

function valueOf<T>(result: GraphResult<T>): T | undefined {
  return result.ok ? result.value : undefined;
}
