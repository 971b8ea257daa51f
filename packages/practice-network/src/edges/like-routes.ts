import { engageRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import type { ReactionKind } from '../nodes/reactions-edge.ts';
import type { VideoRow } from '../nodes/facebook-rows.ts';
import { noteEffect } from '../world/ledger.ts';
import type { World } from '../world/world.ts';
import { readPage } from './comment-routes.ts';

const add = (call: Call): Answer => like(call, true);
const remove = (call: Call): Answer => like(call, false);

/** The Page likes what is published; comments have likes of their own. */
export const likeRoutes: Routes = {
  'POST post/likes': { spec: ['PagePost', 'likes'], rule: engageRule, run: add },
  'DELETE post/likes': { spec: ['PagePost', 'likes'], rule: engageRule, run: remove },
  'POST photo/likes': { spec: ['Photo', 'likes'], rule: engageRule, run: add },
  'DELETE photo/likes': { rule: engageRule, run: remove },
  'POST video/likes': { spec: ['AdVideo', 'likes'], rule: engageRule, run: add },
  'DELETE video/likes': { rule: engageRule, run: remove },
};

/** A person reacts, once; doing so again changes the kind. Answers whether anything changed. */
export function addReaction(
  world: World,
  objectId: string,
  person: { id: string; name: string },
  kind: ReactionKind,
  atMs: number,
): boolean {
  const changed = world.run(
    `INSERT INTO reactions VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET kind = excluded.kind
     WHERE kind <> excluded.kind`,
    objectId,
    person.id,
    person.name,
    kind,
    Math.round(atMs),
  );
  return changed > 0;
}

function like(call: Call, liked: boolean): Answer {
  const { world, nowMs } = call;
  const page = readPage(world, call.owner.id);
  const objectId = likedObject(call);
  world.transact(() => {
    const changed = liked
      ? addReaction(world, objectId, page, 'LIKE', nowMs)
      : world.run(
          'DELETE FROM reactions WHERE object_id = ? AND person_id = ?',
          objectId,
          page.id,
        ) > 0;
    if (!changed) return;
    noteEffect(world, liked ? 'like' : 'unlike', objectId, { pageId: page.id, by: 'api' }, nowMs);
  });
  return { success: true };
}

/** Likes of a video hang on its post. */
function likedObject({ world, id, kind }: Call): string {
  if (kind !== 'video') return id;
  return world.get<VideoRow>('SELECT * FROM videos WHERE id = ?', id)?.post_id ?? id;
}
