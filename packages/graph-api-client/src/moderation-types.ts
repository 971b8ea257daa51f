import type { Call, CallOptions, ListPage, Paging, Visible } from './result.ts';

export type BlockedPerson = { id: string; name?: string };

export type ModerationCalls = {
  /** As the Page: a post, a photo, a video or a comment of Facebook. Instagram has no such call. */
  setLike(
    change: { objectId: string; liked: boolean },
    options?: CallOptions,
  ): Visible<{ objectId: string }>;
  /** A comment of the Page's own. */
  editFacebookComment(
    change: { commentId: string; text: string },
    options?: CallOptions,
  ): Visible<{ commentId: string }>;
  /** The person can no longer write to the Page or under its posts. */
  blockPerson(
    block: { pageId: string; personId: string },
    options?: CallOptions,
  ): Visible<{ personId: string }>;
  unblockPerson(
    block: { pageId: string; personId: string },
    options?: CallOptions,
  ): Visible<{ personId: string }>;
  /** All, or with `personId` whether that one is among them. */
  blockedPeople(
    list: { pageId: string; personId?: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<BlockedPerson>>;
};
