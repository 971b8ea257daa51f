import { engageRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter, missingObject } from '../graph/graph-error.ts';
import { commentId } from '../nodes/comment-node.ts';
import type { CommentRow, PageRow, PhotoRow, PostRow, VideoRow } from '../nodes/facebook-rows.ts';
import { isVisible } from '../nodes/post-node.ts';
import { noteEffect, type EffectKind } from '../world/ledger.ts';
import type { World } from '../world/world.ts';
import { addComment, readComment, removeComment } from './comments.ts';

const maxChars = 8000;

/** Comments on Facebook, as the Page writes and tends them. */
export const commentRoutes: Routes = {
  'POST post/comments': { spec: ['PagePost', 'comments'], rule: engageRule, run: comment },
  'POST photo/comments': { spec: ['Photo', 'comments'], rule: engageRule, run: comment },
  'POST video/comments': { spec: ['AdVideo', 'comments'], rule: engageRule, run: comment },
  'POST comment/comments': { spec: ['Comment', 'comments'], rule: engageRule, run: reply },
  // On a comment itself `message` edits; answers go to its `comments` edge.
  'POST comment/': { spec: ['Comment', '#update'], rule: engageRule, run: change },
  'DELETE comment/': {
    rule: engageRule,
    run: ({ world, id, nowMs }) => {
      world.transact(() => removeComment(world, id, nowMs, 'api'));
      return { success: true };
    },
  },
  'POST comment/likes': { rule: engageRule, run: (call) => like(call, true) },
  'DELETE comment/likes': { rule: engageRule, run: (call) => like(call, false) },
};

/** Whoever commented can be named by number; everybody reads the name. */
function nameOf(world: World, personId: string): string | undefined {
  const sql = 'SELECT from_name FROM comments WHERE from_id = ? LIMIT 1';
  return world.get<{ from_name: string }>(sql, personId)?.from_name;
}

function readMessage({ world, params }: Call): string {
  const message = params.text('message')?.trim() ?? '';
  if (message === '' && !params.has('attachment_id') && !params.has('attachment_url')) {
    throw badParameter('message', 'The parameter message is required');
  }
  if (message.length > maxChars) throw badParameter('message', `At most ${maxChars} characters.`);
  return message.replaceAll(/@\[(\d+)\]/g, (mark, id: string) => nameOf(world, id) ?? mark);
}

/** The Page that speaks. */
export function readPage(world: World, pageId: string): PageRow {
  const row = world.get<PageRow>('SELECT * FROM pages WHERE id = ?', pageId);
  if (row === undefined) throw missingObject(pageId, 'post');
  return row;
}

/** The photo that goes with a comment: one of the Page's own that nobody has seen yet. */
function readPhoto({ world, params, owner }: Call): string | undefined {
  const id = params.text('attachment_id');
  if (id === undefined) return undefined;
  const photo = world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', id);
  if (photo === undefined || photo.deleted_at !== null || photo.page_id !== owner.id)
    throw badParameter('attachment_id', `There is no photo ${id}.`);
  return photo.id;
}

function comment(call: Call): Answer {
  const { world, settings, nowMs } = call;
  const objectId = commentedObject(call);
  const page = readPage(world, call.owner.id);
  const message = readMessage(call);
  const photoId = readPhoto(call);
  const id = world.transact(() =>
    addComment(world, settings, {
      network: 'fb',
      objectId,
      fromId: page.id,
      fromName: page.name,
      message,
      createdAtMs: nowMs,
      photoId,
      own: true,
      by: 'api',
    }),
  );
  return { id: commentId({ id, object_id: objectId, network: 'fb' }) };
}

/** Comments of a video hang on its post; a hidden post takes none. */
function commentedObject({ world, id, kind, nowMs }: Call): string {
  const photo =
    kind === 'photo' ? world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', id) : undefined;
  const video =
    kind === 'video' ? world.get<VideoRow>('SELECT * FROM videos WHERE id = ?', id) : undefined;
  const postId = kind === 'post' ? id : (photo?.post_id ?? video?.post_id);
  const post =
    postId == null ? undefined : world.get<PostRow>('SELECT * FROM posts WHERE id = ?', postId);
  if (post === undefined || !isVisible(post, nowMs)) {
    throw new GraphError(100, '(#100) This object cannot be commented on.', {
      type: 'GraphMethodException',
    });
  }
  return kind === 'photo' ? id : post.id;
}

function reply(call: Call): Answer {
  const { world, settings, nowMs } = call;
  const target = readTarget(call);
  if (target.hidden === 1) {
    throw new GraphError(100, '(#100) This comment cannot be answered.', {
      type: 'GraphMethodException',
    });
  }
  const page = readPage(world, call.owner.id);
  const message = readMessage(call);
  const photoId = readPhoto(call);
  const id = world.transact(() =>
    addComment(world, settings, {
      network: 'fb',
      objectId: target.object_id,
      parentId: target.id,
      fromId: page.id,
      fromName: page.name,
      message,
      createdAtMs: nowMs,
      photoId,
      own: true,
      by: 'api',
    }),
  );
  return { id: commentId({ id, object_id: target.object_id, network: 'fb' }) };
}

function readTarget({ world, id }: Call): CommentRow {
  const row = readComment(world, id);
  if (row === undefined || row.deleted_at !== null) throw missingObject(id, 'post');
  return row;
}

function change(call: Call): Answer {
  const { world, params, nowMs } = call;
  const row = readTarget(call);
  const hide = params.flag('is_hidden');
  const message = params.text('message');
  if (hide === undefined && message === undefined) {
    throw badParameter('message', 'One of message or is_hidden is required');
  }
  if (message !== undefined && row.own === 0) {
    throw new GraphError(200, '(#200) Only comments of the Page itself can be edited.');
  }
  if (hide === true && row.own === 1) {
    throw new GraphError(100, '(#100) The comment cannot be hidden.');
  }
  world.transact(() => {
    if (hide !== undefined) setHidden(world, row, hide, nowMs);
    if (message !== undefined) {
      world.run(
        'UPDATE comments SET message = ?, edited_at = ? WHERE id = ?',
        message,
        nowMs,
        row.id,
      );
      note(world, 'edit', row, nowMs, message);
    }
  });
  return { success: true };
}

/** Hides or shows a comment; the same again changes nothing. */
export function setHidden(world: World, row: CommentRow, hide: boolean, nowMs: number): void {
  const changed = world.run(
    'UPDATE comments SET hidden = ?1 WHERE id = ?2 AND hidden <> ?1',
    hide ? 1 : 0,
    row.id,
  );
  if (changed > 0) note(world, hide ? 'hide' : 'unhide', row, nowMs);
}

function like(call: Call, liked: boolean): Answer {
  setLiked(call.world, readTarget(call), { liked, by: 'api' }, call.nowMs);
  return { success: true };
}

/** Likes a comment as the Page, or takes the like back; the same again changes nothing. */
export function setLiked(
  world: World,
  row: CommentRow,
  { liked, by }: { liked: boolean; by: string },
  nowMs: number,
): void {
  world.transact(() => {
    const changed = world.run(
      'UPDATE comments SET liked_by_page = ?1, likes = likes + ?2 WHERE id = ?3 AND liked_by_page <> ?1',
      liked ? 1 : 0,
      liked ? 1 : -1,
      row.id,
    );
    if (changed === 0) return;
    noteEffect(
      world,
      liked ? 'like' : 'unlike',
      commentId(row),
      { rootId: row.object_id, by },
      nowMs,
    );
  });
}

function note(world: World, kind: EffectKind, row: CommentRow, nowMs: number, text?: string): void {
  const details = { rootId: row.object_id, by: 'api', ...(text === undefined ? {} : { text }) };
  noteEffect(world, kind, commentId(row), details, nowMs);
}
