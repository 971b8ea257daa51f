import type { Call, CallOptions, ListPage, Paging, Visible } from './result.ts';

export type RemoteAuthor = { id?: string; name?: string; username?: string };

/** What came with words. Of a film `url` is the picture that stands for it; sounds and files have none. */
export type RemoteAttachment = {
  kind: 'image' | 'film' | 'sound' | 'file';
  /** Signed and good for some days only; another one is told at each read. */
  url?: string;
  widthPx?: number;
  heightPx?: number;
};

export type RemoteComment = {
  /** As the network spelled it; compare with commentKey. */
  id: string;
  /** Empty when the comment is only a picture or a sticker. */
  text: string;
  /** The network told no words, not even that there are none. */
  lacksText?: boolean;
  /** Absent when the network keeps the name to itself. */
  from?: RemoteAuthor;
  /** UTC ms; absent where the network does not tell it. */
  createdAt?: number;
  /** The comment this one answers. */
  parentId?: string;
  /** Absent where the network does not tell it. */
  isHidden?: boolean;
  likeCount: number;
  /** Of Facebook: the Page likes it. */
  likedByUs?: boolean;
  replyCount?: number;
  /** Of Instagram: more replies than came with the comment are listed under it. */
  hasMoreReplies?: boolean;
  permalink?: string;
  /** Address of the first picture or file that came with it. */
  attachmentUrl?: string;
  /** All that came with it; the preview of a link is none of it. */
  attachments?: RemoteAttachment[];
  canHide?: boolean;
  canReply?: boolean;
  canReplyPrivately?: boolean;
  /** A conversation exists: the private reply went out. */
  hasPrivateReply?: boolean;
};

export type FacebookCommentList = {
  objectId: string;
  /** `newest` unless told otherwise; `ranked` is the network's own order, which is no order in time. */
  order?: 'newest' | 'oldest' | 'ranked';
  /** Replies too, or top comments only. `all` unless told otherwise. */
  levels?: 'all' | 'top';
  /** UTC ms; comments written since. Not reliable with `ranked`. */
  sinceAt?: number;
} & Paging;

/** A picture with a comment of Facebook: a public address, or an unpublished photo of the Page. */
export type CommentPicture = { pictureUrl?: string; photoId?: string };

export type CommentCalls = {
  /** Replies carry `parentId`. Page token, else the list is empty. */
  listFacebookComments(
    list: FacebookCommentList,
    options?: CallOptions,
  ): Call<ListPage<RemoteComment>>;
  /** Newest first, at most 50 a page; replies follow their comment in the list. */
  listInstagramComments(
    list: { mediaId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteComment>>;
  /** Replies under one comment. */
  listInstagramReplies(
    list: { commentId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteComment>>;
  /** Replies under one comment. */
  listFacebookReplies(
    list: { commentId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteComment>>;
  readFacebookComment(commentId: string, options?: CallOptions): Call<RemoteComment>;
  readInstagramComment(commentId: string, options?: CallOptions): Call<RemoteComment>;
  /** A top comment under a Facebook post, photo or video, or under an Instagram media. */
  createComment(
    comment: { objectId: string; text: string } & CommentPicture,
    options?: CallOptions,
  ): Visible<{ commentId: string }>;
  replyFacebook(
    reply: { commentId: string; text: string } & CommentPicture,
    options?: CallOptions,
  ): Visible<{ commentId: string }>;
  /** Under a top comment only: a reply to a reply lands under the top comment. */
  replyInstagram(
    reply: { commentId: string; text: string },
    options?: CallOptions,
  ): Visible<{ commentId: string }>;
  /** Under somebody else's media that names this account, or under a comment there that does. */
  replyToMention(
    reply: { igId: string; mediaId: string; commentId?: string; text: string },
    options?: CallOptions,
  ): Visible<{ commentId: string }>;
  setHiddenFacebook(
    change: { commentId: string; hidden: boolean },
    options?: CallOptions,
  ): Visible<{ commentId: string }>;
  setHiddenInstagram(
    change: { commentId: string; hidden: boolean },
    options?: CallOptions,
  ): Visible<{ commentId: string }>;
  /** One message per comment, ever, within seven days; of both networks through the Page. */
  privateReply(
    reply: { pageId: string; commentId: string; text: string },
    options?: CallOptions,
  ): Visible<{ messageId: string; recipientId?: string }>;
};
