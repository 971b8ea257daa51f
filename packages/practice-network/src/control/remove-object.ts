import { removePost } from '../edges/posts.ts';
import { removeMedia } from '../edges/publish-routes.ts';
import type { Network } from '../network.ts';
import type { MediaRow } from '../nodes/instagram-rows.ts';
import { resolveNode } from '../world/ids.ts';
import { ControlError, requiredText, type ControlInput } from './control-input.ts';

/** Takes a post, media or picture away, as somebody with the app in hand would. */
export function removeObject({ world }: Network, input: ControlInput): unknown {
  const found = resolveNode(world, requiredText(input, 'object'));
  const nowMs = world.clock.now();
  if (found?.kind === 'post') {
    removePost(world, found.id, nowMs, 'control');
    return { id: found.id };
  }
  if (found?.kind === 'photo' || found?.kind === 'video') {
    world.run(`UPDATE ${found.kind}s SET deleted_at = ? WHERE id = ?`, nowMs, found.id);
    // An album goes on without it.
    world.run('DELETE FROM post_media WHERE media_id = ?', found.id);
    return { id: found.id };
  }
  const media =
    found?.kind === 'media'
      ? world.get<MediaRow>('SELECT * FROM ig_media WHERE id = ?', found.id)
      : undefined;
  if (media === undefined)
    throw new ControlError('Only a post, a media, a photo or a video can be removed here.');
  removeMedia(world, media, nowMs, 'control');
  return { id: media.id };
}
