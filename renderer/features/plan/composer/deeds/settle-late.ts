import type { StudioClient } from '../../../../link/studio-api.ts';

export type LateDeed = 'publish' | 'place' | 'draft';
export type LateOutcome = { done: number; left: number };

type LateClient = { posts: Pick<StudioClient['posts'], 'publishNow' | 'placeNext' | 'cancel'> };

/** Does the same for several late posts, one after the other: what one of them cannot follow leaves the
 *  others alone. */
export async function settleLate(
  client: LateClient,
  deed: LateDeed,
  postIds: readonly string[],
): Promise<LateOutcome> {
  if (deed === 'place') {
    const { placed, refused } = await client.posts.placeNext({ postIds: [...postIds] });
    return { done: placed.length, left: refused.length };
  }
  const settle = (postId: string) =>
    deed === 'publish' ? client.posts.publishNow({ postId }) : client.posts.cancel({ postId });
  let done = 0;
  for (const postId of postIds) {
    const isDone = await settle(postId).then(
      () => true,
      () => false,
    );
    if (isDone) done += 1;
  }
  return { done, left: postIds.length - done };
}
