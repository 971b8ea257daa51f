import type { ByteUpload, ResumingOptions } from './page-types.ts';
import type { Call, CallOptions, ListPage, Paging, UploadOptions, Visible } from './result.ts';

/** `x` and `y` are fractions from the top left; on pictures both, on videos neither. */
export type ProductTag = { productId: string; x?: number; y?: number };
export type UserTag = { username: string; x?: number; y?: number };

export type ContainerWords = {
  caption?: string;
  locationId?: string;
  /** User names, at most three. */
  collaborators?: string[];
};

export type ImageContainer = ContainerWords & {
  igId: string;
  /** A public address; bytes cannot be sent. */
  imageUrl: string;
  altText?: string;
  userTags?: UserTag[];
  productTags?: ProductTag[];
};

export type ReelContainer = ContainerWords & {
  igId: string;
  shareToFeed?: boolean;
  thumbOffsetMs?: number;
  coverUrl?: string;
  userTags?: UserTag[];
  productTags?: ProductTag[];
};

/** Without `imageUrl` it is a video whose bytes follow by uploadContainerBytes. */
export type CarouselItem = {
  igId: string;
  imageUrl?: string;
  altText?: string;
  userTags?: UserTag[];
  productTags?: ProductTag[];
};

export type Carousel = ContainerWords & { igId: string; children: string[] };
/** Without `imageUrl` a video story. No words, no products; people may be named without a place. */
export type StoryContainer = { igId: string; imageUrl?: string; userTags?: UserTag[] };

export type ContainerState = {
  id: string;
  /** IN_PROGRESS, FINISHED, ERROR, EXPIRED, PUBLISHED, or a word newer than this client. */
  statusCode: string;
  /** The network's words. */
  status?: string;
  /** The error number found in `status`, for explainSubcode. */
  subcode?: number;
  uploadedBytes?: number;
};

export type PublishingLimit = { used: number; total: number; windowMs: number };

export type RemoteMedia = {
  id: string;
  caption?: string;
  /** IMAGE, VIDEO, CAROUSEL_ALBUM. */
  mediaType?: string;
  /** FEED, REELS, STORY. */
  productType?: string;
  createdAt?: number;
  permalink?: string;
  mediaUrl?: string;
  thumbnailUrl?: string;
  commentCount?: number;
  /** Absent where the owner hides it. */
  likeCount?: number;
};

export type RemoteProductTag = {
  productId: string;
  name?: string;
  reviewStatus?: string;
  x?: number;
  y?: number;
};

export type Collaborator = {
  id?: string;
  username: string;
  /** Pending, Accepted, or a word newer than this client. */
  inviteStatus?: string;
};

export type UploadingContainer = { containerId: string; uploadUrl?: string };

export type InstagramCalls = {
  createImageContainer(
    container: ImageContainer,
    options?: CallOptions,
  ): Call<{ containerId: string }>;
  /** Its bytes follow by uploadContainerBytes. */
  createReelContainer(
    container: ReelContainer,
    options?: CallOptions,
  ): Call<{ containerId: string; uploadUrl: string }>;
  uploadContainerBytes(upload: ByteUpload, options?: UploadOptions): Call<{ done: true }>;
  /** The whole file, going on by itself where a line broke. */
  uploadContainer(
    upload: Omit<ByteUpload, 'offset'> & { containerId: string },
    options?: ResumingOptions,
  ): Call<{ done: true }>;
  createCarouselItem(item: CarouselItem, options?: CallOptions): Call<UploadingContainer>;
  createCarousel(carousel: Carousel, options?: CallOptions): Call<{ containerId: string }>;
  createStoryContainer(story: StoryContainer, options?: CallOptions): Call<UploadingContainer>;
  readContainer(containerId: string, options?: CallOptions): Call<ContainerState>;
  /** One container publishes once: the same id may be sent again after reading says FINISHED. */
  publishContainer(
    publish: { igId: string; containerId: string },
    options?: CallOptions,
  ): Visible<{ mediaId: string }>;
  publishingLimit(igId: string, options?: CallOptions): Call<PublishingLimit>;
  /** Newest first. */
  listMedia(list: { igId: string } & Paging, options?: CallOptions): Call<ListPage<RemoteMedia>>;
  /** Those of the last 24 hours. */
  listStories(list: { igId: string } & Paging, options?: CallOptions): Call<ListPage<RemoteMedia>>;
  readMedia(mediaId: string, options?: CallOptions): Call<RemoteMedia>;
  /** Ids of a carousel's pictures, in order. */
  mediaChildren(mediaId: string, options?: CallOptions): Call<RemoteMedia[]>;
  productTags(mediaId: string, options?: CallOptions): Call<RemoteProductTag[]>;
  /** Adds tags, or moves those of the same products; none can be removed so. Wants the person's token. */
  updateProductTags(
    change: { mediaId: string; tags: ProductTag[]; childIndex?: number },
    options?: CallOptions,
  ): Visible<{ mediaId: string }>;
  collaborators(mediaId: string, options?: CallOptions): Call<Collaborator[]>;
  setCommentsEnabled(
    change: { mediaId: string; enabled: boolean },
    options?: CallOptions,
  ): Visible<{ mediaId: string }>;
};
