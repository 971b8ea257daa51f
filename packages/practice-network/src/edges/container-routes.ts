import { instagramPublishRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter } from '../graph/graph-error.ts';
import type { ContainerOptions, ContainerRow } from '../nodes/instagram-rows.ts';
import { processingMs } from '../world/delays.ts';
import { newNode } from '../world/ids.ts';
import { checkCarousel } from './carousel-check.ts';
import { checkCaption } from './caption-check.ts';
import { fetchFeedImage, fetchVideo, type MadeMedia } from './instagram-media-check.ts';
import { readTags } from './tag-check.ts';

const maxPerDay = 400;

/** Containers: the invisible half of publishing on Instagram. */
export const containerRoutes: Routes = {
  'POST ig/media': {
    spec: ['IGUser', 'media'],
    extra: [
      'is_carousel',
      'is_ai_generated',
      'is_paid_partnership',
      'branded_content_sponsor_ids',
      'audio_configuration',
    ],
    rule: instagramPublishRule,
    run: createContainer,
  },
};

interface Wanted {
  kind: ContainerRow['kind'];
  isChild: boolean;
  caption: string | undefined;
  options: ContainerOptions;
  resumable: boolean;
}

async function createContainer(call: Call): Promise<Answer> {
  checkAmount(call);
  const wanted = readWanted(call);
  checkCaption(wanted.caption);
  if (wanted.kind === 'CAROUSEL') checkCarousel(call, wanted.options.children ?? []);
  const made = await makeMedia(call, wanted);
  const id = call.world.transact(() => addContainer(call, wanted, made));
  if (!wanted.resumable) return { id };
  return { id, uri: `${call.world.origin()}/rupload/ig-api-upload/${call.context.version}/${id}` };
}

function checkAmount({ world, id, nowMs }: Call): void {
  const row = world.get<{ total: number }>(
    'SELECT count(*) AS total FROM containers WHERE ig_id = ? AND created_at > ?',
    id,
    nowMs - 86_400_000,
  );
  if ((row?.total ?? 0) >= maxPerDay) {
    throw new GraphError(9, '(#9) Too many containers were created in 24 hours.', {
      subcode: 2207042,
    });
  }
}

function readWanted(call: Call): Wanted {
  const { params } = call;
  const isChild = params.flag('is_carousel_item') ?? params.flag('is_carousel') ?? false;
  const kind = readKind(call, isChild);
  const resumable = params.text('upload_type') === 'resumable';
  const options: ContainerOptions = {
    ...optional('alt', params.text('alt_text')),
    ...optional('imageUrl', params.text('image_url')),
    ...optional('videoUrl', params.text('video_url')),
    ...optional('children', params.list('children')?.map(String)),
    ...optional('userTags', params.list('user_tags')),
    ...optional('collaborators', readCollaborators(call)),
    ...optional('productTags', readTags(call, kind, isChild)),
    ...optional('shareToFeed', params.flag('share_to_feed')),
  };
  const caption = isChild || kind === 'STORIES' ? undefined : params.text('caption');
  checkSource(kind, options, resumable);
  return { kind, isChild, caption, options, resumable };
}

function optional<Name extends keyof ContainerOptions>(
  name: Name,
  value: ContainerOptions[Name] | undefined,
): ContainerOptions {
  return value === undefined ? {} : { [name]: value };
}

function readKind({ params }: Call, isChild: boolean): ContainerRow['kind'] {
  const type = params.text('media_type')?.toUpperCase() ?? 'IMAGE';
  if (type === 'VIDEO' && !isChild) {
    throw new GraphError(
      100,
      '(#100) The VIDEO value for media_type is no longer supported. Use the REELS media type to publish a video.',
      { subcode: 2207067 },
    );
  }
  if (
    type === 'IMAGE' ||
    type === 'VIDEO' ||
    type === 'REELS' ||
    type === 'STORIES' ||
    type === 'CAROUSEL'
  ) {
    return type;
  }
  throw new GraphError(100, '(#100) Unknown media type', { subcode: 2207023 });
}

function readCollaborators({ params }: Call): string[] | undefined {
  const names = params.list('collaborators')?.map(String);
  if (names === undefined) return undefined;
  if (names.length > 3 || names.some((name) => name.startsWith('@'))) {
    throw new GraphError(100, '(#100) A collaborator cannot be tagged.', { subcode: 2207018 });
  }
  return names;
}

function checkSource(
  kind: ContainerRow['kind'],
  options: ContainerOptions,
  resumable: boolean,
): void {
  if (kind === 'CAROUSEL') return;
  const isVideo = kind === 'REELS' || kind === 'VIDEO';
  const { imageUrl, videoUrl } = options;
  if (isVideo && videoUrl === undefined && !resumable) {
    throw badParameter('video_url', 'The parameter video_url is required');
  }
  if (kind === 'IMAGE' && imageUrl === undefined) {
    throw badParameter('image_url', 'The parameter image_url is required');
  }
  if (kind === 'STORIES' && imageUrl === undefined && videoUrl === undefined && !resumable) {
    throw badParameter('image_url', 'One of image_url or video_url is required');
  }
}

async function makeMedia(call: Call, { kind, options, resumable }: Wanted): Promise<MadeMedia> {
  if (kind === 'CAROUSEL' || resumable) return {};
  if (options.imageUrl !== undefined && kind !== 'REELS' && kind !== 'VIDEO') {
    return fetchFeedImage(call, options.imageUrl, kind === 'STORIES');
  }
  return fetchVideo(call, options.videoUrl ?? '', kind);
}

function addContainer(call: Call, wanted: Wanted, made: MadeMedia): string {
  const { world, nowMs, bends } = call;
  const id = newNode(world, 'container');
  world.run(
    `INSERT INTO containers (id, ig_id, kind, is_child, caption, options, created_at, file, facts,
       waits_for_bytes, ready_at, error_subcode, stuck) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    call.id,
    wanted.kind,
    wanted.isChild ? 1 : 0,
    wanted.caption ?? null,
    JSON.stringify(wanted.options),
    nowMs,
    made.file ?? null,
    made.facts === undefined ? null : JSON.stringify(made.facts),
    wanted.resumable ? 1 : 0,
    wanted.resumable ? null : readyAt(call, id, wanted, made),
    made.errorSubcode ?? null,
    bends.has('stuck_processing') ? 1 : 0,
  );
  for (const child of wanted.options.children ?? []) {
    world.run('UPDATE containers SET parent_id = ? WHERE id = ?', id, child);
  }
  return id;
}

function readyAt(
  { world, settings, nowMs }: Call,
  id: string,
  wanted: Wanted,
  made: MadeMedia,
): number {
  if (wanted.kind !== 'CAROUSEL') {
    const isVideo = made.facts?.durationMs !== undefined || made.errorSubcode !== undefined;
    return nowMs + processingMs(world, settings, isVideo ? 'reel' : 'image', id);
  }
  const children = wanted.options.children ?? [];
  const latest = world.get<{ latest: number }>(
    'SELECT max(ready_at) AS latest FROM containers WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(children),
  );
  return Math.max(nowMs, latest?.latest ?? 0) + processingMs(world, settings, 'carousel', id);
}
