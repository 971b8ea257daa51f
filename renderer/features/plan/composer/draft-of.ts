import { useRef } from 'react';
import type { PostContent } from '../../../../shared/contract/posts.ts';
import type { PostDraft } from './use-post-draft.ts';

/** A draft of whose content only some fields are looked at. */
export type DraftOf<Field extends keyof PostContent> = Pick<
  PostDraft,
  'postId' | 'change' | 'flush'
> & { content: Pick<PostContent, Field> };

/** Stays the same one until one of these fields changes: what is given it need not be drawn with the letters
 *  of the others. */
export function useDraftOf<Field extends keyof PostContent>(
  { content, postId, change, flush }: PostDraft,
  fields: readonly Field[],
): DraftOf<Field> {
  const kept = useRef<DraftOf<Field>>({ content, postId, change, flush });
  const { current } = kept;
  const isSame =
    current.postId === postId &&
    current.change === change &&
    current.flush === flush &&
    fields.every((field) => current.content[field] === content[field]);
  if (!isSame) kept.current = { content, postId, change, flush };
  return kept.current;
}
