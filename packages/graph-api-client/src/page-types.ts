import type { Call, CallOptions, ListPage, Paging, UploadOptions, Visible } from './result.ts';

export type PhotoUpload = {
  pageId: string;
  /** JPEG or PNG of at most 4 MB; streamed from disk. */
  filePath: string;
  altText?: string;
  /** For pictures that wait: scheduled posts and addresses handed to Instagram. */
  temporary?: boolean;
};

export type RemotePhoto = {
  id: string;
  /** Largest first. */
  images: { url: string; widthPx: number; heightPx: number }[];
  /** Set once the photo stands in a post. */
  postId?: string;
  link?: string;
  altText?: string;
};

export type PostContent = {
  pageId: string;
  message?: string;
  /** Not together with photos. */
  link?: string;
  /** Ids of unpublished photos, in the order shown. */
  photoIds?: string[];
};

export type RemotePost = {
  id: string;
  message?: string;
  isPublished?: boolean;
  isHidden?: boolean;
  /** UTC ms. */
  createdAt?: number;
  updatedAt?: number;
  scheduledAt?: number;
  permalink?: string;
  /** Photo and video ids in the post, in order. */
  mediaIds: string[];
  pictureUrl?: string;
  /** As the network counts; may be more than can be listed. */
  commentCount?: number;
  /** In lists of published posts. */
  reactionCount?: number;
};

export type PagePostCalls = {
  /** An unpublished photo. It vanishes after about a day; it can stand in one post only. */
  uploadPhoto(photo: PhotoUpload, options?: UploadOptions): Call<{ photoId: string }>;
  readPhoto(photoId: string, options?: CallOptions): Call<RemotePhoto>;
  /** A post nobody sees until publishPost. */
  createHiddenPost(content: PostContent, options?: CallOptions): Call<{ postId: string }>;
  /** Visible at once. Prefer createHiddenPost and publishPost: those can be repeated by id. */
  createPost(content: PostContent, options?: CallOptions): Visible<{ postId: string }>;
  /** Shows a hidden post; setting it again changes nothing. */
  publishPost(postId: string, options?: CallOptions): Visible<{ postId: string }>;
  /** Hands a post to the network's own scheduler (11 minutes to 29 days ahead). Photos must be temporary. */
  schedulePost(
    content: PostContent & { publishAt: number },
    options?: CallOptions,
  ): Visible<{ postId: string }>;
  readPost(postId: string, options?: CallOptions): Call<RemotePost>;
  /** Newest first, with counts of comments and reactions. */
  publishedPosts(
    page: { pageId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemotePost>>;
  scheduledPosts(
    page: { pageId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemotePost>>;
  updatePost(
    change: {
      postId: string;
      message?: string;
      publishAt?: number;
      isHidden?: boolean;
      isPinned?: boolean;
    },
    options?: CallOptions,
  ): Visible<{ postId: string }>;
  /** Removes anything a customer can see: post, video, comment, Instagram media. */
  deleteObject(id: string, options?: CallOptions): Visible<{ id: string }>;
  /** Removes something nobody ever saw: an unpublished photo, a hidden post. `gone` means done. */
  discardHidden(id: string, options?: CallOptions): Call<{ id: string }>;
};

export type UploadWindow = { startOffset: number; endOffset: number };

export type RemoteVideo = {
  id: string;
  /** `ready`, `processing`, `uploading`, `error`, or a word newer than this client. */
  status?: string;
  uploadedBytes?: number;
  uploadingPhase?: string;
  processingPhase?: string;
  publishingPhase?: string;
  /** The network's words when a phase failed. */
  errorMessage?: string;
  isPublished?: boolean;
  postId?: string;
  permalink?: string;
};

export type PageVideoCalls = {
  /** Opens an upload. Keep `videoId` before the first byte: it is the handle for every later question. */
  startVideo(
    video: { pageId: string; sizeBytes: number },
    options?: CallOptions,
  ): Call<{ videoId: string; sessionId: string } & UploadWindow>;
  /** Sends the bytes of one window and answers the next; done when start equals end. */
  transferVideo(
    part: { pageId: string; sessionId: string; filePath: string } & UploadWindow,
    options?: UploadOptions,
  ): Call<UploadWindow>;
  /** The whole file from a window on, going on by itself where a line broke or the network says so. */
  uploadVideo(
    upload: { pageId: string; sessionId: string; filePath: string } & UploadWindow,
    options?: ResumingOptions,
  ): Call<{ done: true }>;
  /** Leaves an upload that was started. */
  cancelVideo(
    video: { pageId: string; sessionId: string },
    options?: CallOptions,
  ): Call<{ done: true }>;
  /** Ends the upload hidden. */
  finishVideo(
    video: { pageId: string; sessionId: string; title?: string; description?: string },
    options?: CallOptions,
  ): Call<{ done: true }>;
  /** Also tells how far a reel or a video story is. */
  readVideo(videoId: string, options?: CallOptions): Call<RemoteVideo>;
  publishVideo(videoId: string, options?: CallOptions): Visible<{ videoId: string }>;
  /** Ends the upload and hands the video to the network's own scheduler. */
  scheduleVideo(
    video: {
      pageId: string;
      sessionId: string;
      title?: string;
      description?: string;
      publishAt: number;
    },
    options?: CallOptions,
  ): Visible<{ done: true }>;
  /** Words of a video that is there. */
  updateVideo(
    change: { videoId: string; title?: string; description?: string },
    options?: CallOptions,
  ): Visible<{ videoId: string }>;
  /** A JPEG or PNG in place of a frame. */
  setVideoThumbnail(
    thumbnail: { videoId: string; filePath: string },
    options?: UploadOptions,
  ): Visible<{ videoId: string }>;
};

/** How long to wait before going on after `attempt` failures without a byte of progress; undefined gives
 *  up. The usual waits unless told otherwise. */
export type ResumingOptions = UploadOptions & {
  delayMs?: (attempt: number) => number | undefined;
};

export type ByteUpload = {
  /** As the start call answered; its host must be one of this client's own. */
  uploadUrl: string;
  filePath: string;
  /** Bytes the network already has. */
  offset?: number;
};

export type RemoteReel = { id: string; description?: string; updatedAt?: number };

export type ReelCalls = {
  startReel(
    reel: { pageId: string },
    options?: CallOptions,
  ): Call<{ videoId: string; uploadUrl: string }>;
  uploadReelBytes(upload: ByteUpload, options?: UploadOptions): Call<{ done: true }>;
  /** The whole file of a reel or a video story, going on by itself where a line broke. */
  uploadReel(
    upload: Omit<ByteUpload, 'offset'> & { videoId: string },
    options?: ResumingOptions,
  ): Call<{ done: true }>;
  /** Newest first. */
  listReels(list: { pageId: string } & Paging, options?: CallOptions): Call<ListPage<RemoteReel>>;
  finishReel(
    reel: {
      pageId: string;
      videoId: string;
      description?: string;
      title?: string;
      publishAt?: number;
    },
    options?: CallOptions,
  ): Visible<{ videoId: string; postId?: string }>;
};

export type RemoteStory = {
  postId: string;
  mediaId?: string;
  status?: string;
  createdAt?: number;
  url?: string;
};

export type PageStoryCalls = {
  photoStory(
    story: { pageId: string; photoId: string },
    options?: CallOptions,
  ): Visible<{ postId?: string }>;
  startVideoStory(
    story: { pageId: string },
    options?: CallOptions,
  ): Call<{ videoId: string; uploadUrl: string }>;
  /** Bytes go by uploadReelBytes. */
  finishVideoStory(
    story: { pageId: string; videoId: string },
    options?: CallOptions,
  ): Visible<{ postId?: string }>;
  pageStories(
    page: { pageId: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteStory>>;
};
