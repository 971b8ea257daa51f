import type { PostContent } from '../../../../shared/contract/posts.ts';

/** A picture or video of a post, with its words and tags. */
export type PostMedium = PostContent['media'][number];
export type Tag = NonNullable<PostMedium['tags']>[number];

/** Fractions of the picture from its top left. */
export type Place = { x: number; y: number };
