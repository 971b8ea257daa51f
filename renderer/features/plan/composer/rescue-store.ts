import { z } from 'zod';
import { postContent, type PostContent } from '../../../../shared/contract/posts.ts';

const kept = z.object({ version: z.number().int(), content: postContent, at: z.number().catch(0) });
export type Rescued = { version: number; content: PostContent };

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
const windowKey = 'vitrine-window';

/** Keeps in the browser what the studio has not taken yet, so that a crash or a lost line costs no
 *  word. `version` is that of the post it was written on. Each window keeps its own words: two that
 *  write on one post do not overwrite each other's; what a window left behind the next one finds. */
export function rescueStore(storage: Shelf, windowId: string) {
  const shelfOf = (postId: string | undefined) => `vitrine-unsaved-${postId ?? 'new'}~`;
  const keyOf = (postId: string | undefined) => shelfOf(postId) + windowId;

  function readKey(key: string) {
    try {
      return kept.safeParse(JSON.parse(storage.getItem(key) ?? 'null')).data;
    } catch {
      return undefined;
    }
  }

  /** The newest words of this post that another window left. */
  function leftBehind(postId: string | undefined): string | undefined {
    const shelf = shelfOf(postId);
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    return keys
      .filter((key) => key.startsWith(shelf))
      .map((key) => ({ key, at: readKey(key)?.at ?? -1 }))
      .sort((one, other) => other.at - one.at)
      .find(({ at }) => at >= 0)?.key;
  }

  return {
    keep(postId: string | undefined, version: number, content: PostContent): void {
      try {
        storage.setItem(keyOf(postId), JSON.stringify({ version, content, at: Date.now() }));
      } catch {
        // A full store must not stop the writing: the studio itself saves a moment later.
      }
    },
    /** This window's words, else those of another, which are this window's from now on. */
    read(postId: string | undefined): Rescued | undefined {
      const own = keyOf(postId);
      const key = storage.getItem(own) === null ? leftBehind(postId) : own;
      const found = key === undefined ? undefined : readKey(key);
      if (!found || key === undefined) return undefined;
      const { version, content } = found;
      if (key !== own) {
        this.keep(postId, version, content);
        if (storage.getItem(own) !== null) storage.removeItem(key);
      }
      return { version, content };
    },
    drop: (postId: string | undefined): void => storage.removeItem(keyOf(postId)),
  };
}

/** The store of this window; its name lasts as long as the window does, over reloads. */
export function windowRescue() {
  const { sessionStorage, localStorage } = window;
  const known = sessionStorage.getItem(windowKey);
  const windowId = known ?? crypto.randomUUID();
  if (known === null) sessionStorage.setItem(windowKey, windowId);
  return rescueStore(localStorage, windowId);
}
