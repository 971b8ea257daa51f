import type { Call, CallOptions } from './result.ts';

export type ShownPost = {
  id: string;
  message?: string;
  isPublished?: boolean;
  /** Photo and video ids in the post, in order. */
  mediaIds: string[];
  /** Of a post with a link card; without the network's own wrapping. */
  linkUrl?: string;
};

export type ShownVideo = {
  id: string;
  title?: string;
  description?: string;
  isPublished?: boolean;
};

export type ShownMedia = {
  id: string;
  caption?: string;
  altText?: string;
};

/** What customers see of something published: more than finding it again needs, for comparing it with
 *  what was meant. */
export type ShownCalls = {
  shownPost(postId: string, options?: CallOptions): Call<ShownPost>;
  shownVideo(videoId: string, options?: CallOptions): Call<ShownVideo>;
  shownMedia(mediaId: string, options?: CallOptions): Call<ShownMedia>;
  /** Those of a carousel, in order; without captions of their own. */
  shownChildren(mediaId: string, options?: CallOptions): Call<ShownMedia[]>;
};
