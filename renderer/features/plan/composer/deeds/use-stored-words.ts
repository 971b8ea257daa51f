import { useEffect, useRef } from 'react';
import type { Post } from '../../../../../shared/contract/posts.ts';
import type { PostDraft } from '../use-post-draft.ts';

/** A post that is out is only read here: when its words were changed online, those are shown. */
export function useStoredWords(draft: PostDraft, post: Post | undefined, readOnly: boolean): void {
  const shown = useRef(post?.version);
  const { takeStored, saveState } = draft;
  useEffect(() => {
    if (!readOnly || !post || saveState !== 'clean' || shown.current === post.version) return;
    shown.current = post.version;
    takeStored(post);
  }, [readOnly, post, saveState, takeStored]);
}
