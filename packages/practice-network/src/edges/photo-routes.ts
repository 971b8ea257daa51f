import { readFile } from 'node:fs/promises';
import { publishRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter } from '../graph/graph-error.ts';
import type { PhotoRow } from '../nodes/facebook-rows.ts';
import { newNode } from '../world/ids.ts';
import { keepBytes } from '../world/media-files.ts';
import { fetchFromLoopback } from './fetch-media.ts';
import { pictureFormat, reencode, type Picture } from './picture-check.ts';
import { addPost, removePost, showPost } from './posts.ts';

const maxPhotoBytes = 4 * 1024 * 1024;
const maxSidePx = 2048;

/** Photos of a Page. */
export const photoRoutes: Routes = {
  'POST page/photos': {
    spec: ['Page', 'photos'],
    extra: ['source'],
    rule: publishRule,
    run: createPhoto,
  },
  'DELETE photo/': { rule: publishRule, run: deletePhoto },
};

async function createPhoto(call: Call): Promise<Answer> {
  const { world, settings, params, nowMs } = call;
  const published = params.flag('published') ?? true;
  if (params.has('scheduled_publish_time')) {
    throw badParameter('scheduled_publish_time', 'Schedule the post, not its photo.');
  }
  const picture = await decode(await photoBytes(call));
  const file = keepBytes(world, picture.bytes, 'jpg');
  return world.transact(() => {
    const id = newNode(world, 'photo');
    const caption = params.text('message') ?? params.text('caption') ?? null;
    world.run(
      `INSERT INTO photos (id, page_id, file, width_px, height_px, alt, caption, temporary, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      call.id,
      file,
      picture.widthPx,
      picture.heightPx,
      params.text('alt_text_custom') ?? null,
      caption,
      params.flag('temporary') === true ? 1 : 0,
      nowMs,
    );
    if (!published || params.flag('no_story') === true) return { id };
    const post = {
      pageId: call.id,
      kind: 'photo',
      message: caption ?? '',
      mode: 'live',
      nowMs,
    } as const;
    const postId = addPost(world, { ...post, photoIds: [id] });
    showPost(world, settings, postId, nowMs, 'api');
    return { id, post_id: postId };
  });
}

async function photoBytes({ params }: Call): Promise<Buffer> {
  const file = Object.values(params.files)[0];
  if (file !== undefined) {
    if (file.sizeBytes > maxPhotoBytes) throw unreadable('The photo is larger than 4 MB.');
    return readFile(file.path);
  }
  const url = params.text('url');
  if (url === undefined) {
    throw new GraphError(324, '(#324) Missing or invalid image file', { subcode: 2069019 });
  }
  const fetched = await fetchFromLoopback(url, maxPhotoBytes);
  if (fetched.bytes === undefined) throw unreadable(fetched.why);
  return fetched.bytes;
}

async function decode(bytes: Buffer): Promise<Picture> {
  if (pictureFormat(bytes) === undefined) throw unreadable('The file is not a picture.');
  try {
    return await reencode(bytes, maxSidePx);
  } catch {
    throw unreadable('The picture cannot be read.');
  }
}

function unreadable(why: string): GraphError {
  return new GraphError(100, "(#100) Invalid parameter: Your photos couldn't be uploaded.", {
    subcode: 1366046,
    userTitle: "Can't read files",
    userMessage: `Your photos couldn't be uploaded. Photos should be less than 4 MB and saved as JPG, PNG, GIF or TIFF files. ${why}`,
    data: { blame_field_specs: [['source']] },
  });
}

function deletePhoto({ world, id, nowMs }: Call): Answer {
  world.transact(() => {
    const photo = world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', id);
    world.run('UPDATE photos SET deleted_at = ? WHERE id = ?', nowMs, id);
    if (photo?.post_id != null && isOnlyMedia(world, photo.post_id)) {
      removePost(world, photo.post_id, nowMs, 'api');
    }
    world.run('DELETE FROM post_media WHERE media_id = ?', id);
  });
  return { success: true };
}

function isOnlyMedia(world: Call['world'], postId: string): boolean {
  const row = world.get<{ total: number }>(
    'SELECT count(*) AS total FROM post_media WHERE post_id = ?',
    postId,
  );
  return row?.total === 1;
}
