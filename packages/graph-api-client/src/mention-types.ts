import type { RemoteAuthor } from './comment-types.ts';
import type { Call, CallOptions, ListPage, Paging } from './result.ts';

/** What somebody else published and named the account in. */
export type RemoteMention = {
  /** Of the post or media. */
  id: string;
  text: string;
  from?: RemoteAuthor;
  /** UTC ms. */
  createdAt?: number;
  permalink?: string;
  pictureUrl?: string;
};

/** Where others name an account, as far as lists tell. Comments and captions that name an Instagram account
 *  without a tag are told by webhooks alone. */
export type MentionCalls = {
  /** Media in which the account is tagged, newest first. */
  taggedMedia(
    list: { igId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteMention>>;
  /** Posts in which the Page is tagged, newest first. */
  taggedPosts(
    list: { pageId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteMention>>;
};
