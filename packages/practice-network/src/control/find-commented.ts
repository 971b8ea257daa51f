import { readComment } from '../edges/comments.ts';
import type { VideoRow } from '../nodes/facebook-rows.ts';
import { resolveNode } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { ControlError } from './control-input.ts';

/** What a comment stands under. */
export interface CommentedObject {
  network: 'fb' | 'ig';
  objectId: string;
  parentId?: string;
}

/** What a customer may write under: a post, a media, or a comment to answer. */
export function findCommented(world: World, spelling: string): CommentedObject {
  const found = resolveNode(world, spelling);
  switch (found?.kind) {
    case 'post':
    case 'photo':
      return { network: 'fb', objectId: found.id };
    case 'video': {
      const row = world.get<VideoRow>('SELECT * FROM videos WHERE id = ?', found.id);
      return { network: 'fb', objectId: row?.post_id ?? found.id };
    }
    case 'media':
      return { network: 'ig', objectId: found.id };
    case 'comment':
    case 'igcomment': {
      const row = readComment(world, found.id);
      if (row === undefined) break;
      return { network: row.network, objectId: row.object_id, parentId: row.id };
    }
    default:
      break;
  }
  throw new ControlError(`There is nothing to comment on with id ${spelling}.`);
}
