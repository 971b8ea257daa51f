import type { Answer, Call, Routes } from '../graph/call.ts';
import { publishRule } from '../graph/access.ts';
import { GraphError, badParameter, missingObject } from '../graph/graph-error.ts';
import type { PhotoRow, PostRow } from '../nodes/facebook-rows.ts';
import { hasLapsed } from '../nodes/load.ts';
import { addPost, removePost, showPost } from './posts.ts';

const maxMessageChars = 63_206;
const minAheadMs = 10 * 60_000;
const maxAheadMs = 30 * 86_400_000;

/** Posts of a Page: making, changing and removing them. */
export const postRoutes: Routes = {
  'POST page/feed': {
    spec: ['Page', 'feed'],
    extra: ['is_published', 'is_hidden'],
    rule: publishRule,
    run: createPost,
  },
  'POST post/': {
    spec: ['PagePost', '#update'],
    extra: ['link'],
    rule: publishRule,
    run: updatePost,
  },
  'DELETE post/': {
    rule: publishRule,
    run: ({ world, id, nowMs }) => {
      world.transact(() => removePost(world, id, nowMs, 'api'));
      return { success: true };
    },
  },
};

function createPost(call: Call): Answer {
  const { world, settings, params, nowMs } = call;
  const message = params.text('message') ?? '';
  const link = params.text('link');
  const photoIds = attachedPhotos(call);
  checkContent(message, link, photoIds);
  checkLink(link);
  if (settings.duplicateText) checkRepeat(call, message);
  const mode = postMode(call, photoIds.length > 0);
  const scheduledAtMs = mode === 'scheduled' || mode === 'draft' ? readSchedule(call) : undefined;
  const id = world.transact(() => {
    const made = addPost(world, {
      pageId: call.id,
      kind: 'feed',
      message,
      link,
      mode,
      nowMs,
      scheduledAtMs,
      photoIds,
    });
    if (mode === 'live') showPost(world, settings, made, nowMs, 'api');
    return made;
  });
  return { id };
}

function checkContent(
  message: string,
  link: string | undefined,
  photoIds: readonly string[],
): void {
  if (message === '' && link === undefined && photoIds.length === 0) {
    throw new GraphError(100, '(#100) The post is empty. Please enter a message to share.', {
      userTitle: 'The post is empty',
      userMessage: 'Write something or add a photo.',
    });
  }
  checkMessage(message);
  if (link !== undefined && photoIds.length > 0) {
    throw badParameter('link', 'You cannot combine link with attached_media.');
  }
}

function checkMessage(message: string): void {
  if (message.length > maxMessageChars) {
    throw badParameter('message', `Param message must be at most ${maxMessageChars} characters.`);
  }
}

/** Links are judged by their host, so that a test can have each answer. */
function checkLink(link: string | undefined): void {
  if (link === undefined) return;
  const host = URL.canParse(link) ? new URL(link).hostname : undefined;
  if (host === undefined)
    throw badParameter('link', 'Invalid parameter: link is not a URL.', { subcode: 1500010 });
  if (host === 'broken.test') {
    throw new GraphError(100, '(#100) Links to this host cannot be scraped.', { subcode: 1609005 });
  }
  if (host === 'facebook.com' || host.endsWith('.facebook.com')) {
    throw new GraphError(200, '(#200) Links to facebook.com cannot be shared this way.', {
      subcode: 1609008,
    });
  }
}

function checkRepeat({ world, id, nowMs }: Call, message: string): void {
  const same = world.get(
    'SELECT id FROM posts WHERE page_id = ? AND message = ? AND published_at > ? AND deleted_at IS NULL',
    id,
    message,
    nowMs - 10 * 60_000,
  );
  if (same !== undefined && message !== '') {
    throw new GraphError(506, '(#506) Duplicate status message', { userTitle: 'Duplicate status' });
  }
}

function attachedPhotos(call: Call): string[] {
  const listed = call.params.list('attached_media') ?? [];
  const ids = listed.map((entry) => photoIdOf(entry));
  for (const id of ids) checkPhoto(call, id);
  if (new Set(ids).size < ids.length)
    throw badParameter('attached_media', 'A photo is attached twice.');
  return ids;
}

function photoIdOf(entry: unknown): string {
  const id =
    typeof entry === 'object' && entry !== null && 'media_fbid' in entry
      ? entry.media_fbid
      : undefined;
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw badParameter('attached_media', 'Each of attached_media must have a media_fbid.');
  }
  return String(id);
}

/** A photo can be shown once: it is there, it is the Page's, and no post has it. */
export function checkPhoto(call: Call, photoId: string): PhotoRow {
  const photo = call.world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', photoId);
  if (
    photo === undefined ||
    hasLapsed(photo, call.nowMs) ||
    photo.deleted_at !== null ||
    photo.page_id !== call.id
  ) {
    throw missingObject(photoId, 'post');
  }
  if (photo.post_id !== null) {
    throw new GraphError(100, '(#100) These photos were already posted.', {
      subcode: 1366051,
      userTitle: 'Already posted',
      userMessage: 'It looks like these photos have already been posted.',
    });
  }
  return photo;
}

function postMode(call: Call, hasPhotos: boolean): PostRow['mode'] {
  const { params } = call;
  const published = params.flag('published') ?? true;
  if (!params.has('scheduled_publish_time')) return published ? 'live' : 'hidden';
  if (published) {
    throw badParameter('published', 'published must be false when scheduled_publish_time is set.');
  }
  const typed = params.text('unpublished_content_type')?.toUpperCase() === 'SCHEDULED';
  // A schedule with pictures but without its type is taken and never goes out.
  return hasPhotos && !typed ? 'draft' : 'scheduled';
}

/** The wanted time, if it lies inside the window. */
export function readSchedule({ params, nowMs }: Pick<Call, 'params' | 'nowMs'>): number {
  const text = params.required('scheduled_publish_time');
  const atMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(atMs)) throw badParameter('scheduled_publish_time', 'The time is not valid.');
  if (atMs < nowMs + minAheadMs || atMs > nowMs + maxAheadMs) {
    throw badParameter(
      'scheduled_publish_time',
      'The specified scheduled publish time is invalid.',
      {
        userTitle: 'Invalid scheduled time',
        userMessage: 'Choose a time between 10 minutes and 30 days from now.',
      },
    );
  }
  return atMs;
}

function updatePost(call: Call): Answer {
  const { world, settings, params, id, nowMs } = call;
  const row = world.get<PostRow>('SELECT * FROM posts WHERE id = ? AND deleted_at IS NULL', id);
  if (row === undefined) throw missingObject(id, 'post');
  const message = params.text('message');
  if (message !== undefined) checkMessage(message);
  const scheduledAtMs = params.has('scheduled_publish_time') ? readSchedule(call) : undefined;
  world.transact(() => {
    if (message !== undefined) changeMessage(call, row, message);
    if (scheduledAtMs !== undefined && row.published_at === null) {
      world.run(
        "UPDATE posts SET scheduled_at = ?, mode = 'scheduled' WHERE id = ?",
        scheduledAtMs,
        id,
      );
    }
    const hide = readHidden(call);
    if (hide !== undefined)
      world.run('UPDATE posts SET timeline_hidden = ? WHERE id = ?', hide ? 1 : 0, id);
    if (params.flag('is_published') === true) showPost(world, settings, id, nowMs, 'api');
  });
  return { success: true };
}

/** Two parameters say the same: whether the post shows on the Page's own timeline. */
function readHidden({ params }: Call): boolean | undefined {
  const visibility = params.text('timeline_visibility')?.toLowerCase();
  if (visibility === undefined) return params.flag('is_hidden');
  const known = ['hidden', 'normal', 'forced_allow', 'starred'];
  if (!known.includes(visibility))
    throw badParameter(
      'timeline_visibility',
      `timeline_visibility must be one of {${known.join(', ')}}`,
    );
  return visibility === 'hidden';
}

function changeMessage({ world, id, nowMs }: Call, row: PostRow, message: string): void {
  world.run('UPDATE posts SET message = ?, updated_at = ? WHERE id = ?', message, nowMs, id);
  if (row.published_at !== null) {
    const effect = { pageId: row.page_id, postId: id, text: message, by: 'api' };
    world.run(
      "INSERT INTO ledger (at, kind, object_id, details) VALUES (?, 'edit', ?, ?)",
      nowMs,
      id,
      JSON.stringify(effect),
    );
  }
}
