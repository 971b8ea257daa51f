import { z } from 'zod';
import { postContent, type PostContent } from '../../../../shared/contract/posts.ts';

const kept = z.object({ version: z.number().int(), content: postContent });
export type Rescued = z.infer<typeof kept>;

const keyOf = (postId: string | undefined) => `vitrine-unsaved-${postId ?? 'new'}`;

/** Keeps in the browser what the studio has not taken yet, so that a crash or a lost line costs no
 *  word. `version` is that of the post it was written on. */
export function rescueStore(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  return {
    keep(postId: string | undefined, version: number, content: PostContent): void {
      try {
        storage.setItem(keyOf(postId), JSON.stringify({ version, content }));
      } catch {
        // A full store must not stop the writing: the studio itself saves a moment later.
      }
    },
    read(postId: string | undefined): Rescued | undefined {
      try {
        return kept.safeParse(JSON.parse(storage.getItem(keyOf(postId)) ?? 'null')).data;
      } catch {
        return undefined;
      }
    },
    drop: (postId: string | undefined): void => storage.removeItem(keyOf(postId)),
  };
}
