// What one feature of core tells another through the functions that open-studio hands over.
// Types only: a feature never imports a feature.
import type { PostContent } from './contract/posts.ts';
import type { Format, Language, Network } from './contract/shapes.ts';
import type { OpeningTime } from './rules/opening-times.ts';
import type { ShopLook } from './scene/brand-of.ts';
import type { PhotoWork } from './scene/photo-work/photo-work.ts';

/** Now, in UTC milliseconds. Everything that asks for the time asks this. */
export type Clock = {
  now(): number;
  /** Seconds between two looks for due work. */
  tickSeconds: number;
  /** True when a file sets the time: then only ticks move it, and it is not compared with the network's. */
  manual: boolean;
};

/** Who calls a procedure, as far as the answer depends on it. */
export type CallContext = { language?: Language | undefined };

export type FilmFact = {
  /** As ffprobe names it: `h264`, `hevc`, `vp9`. */
  codec: string;
  framesPerSecond: number;
  bitsPerSecond: number;
  /** Absent for a film without sound. */
  audio?: { codec: string; sampleRateHz: number } | undefined;
  /** Shines brighter than a screen shows; brought down when it is used in a video. */
  isHdr?: true | undefined;
  /** As ffprobe names it: `yuv420p`, `yuv420p10le`. */
  pixelFormat?: string | undefined;
  /** Each frame holds two half pictures, line by line. */
  isInterlaced?: true | undefined;
};

export type AssetFact = {
  id: string;
  kind: 'photo' | 'video' | 'audio' | 'file';
  name: string;
  /** Absolute; inside the data folder's media/. */
  path: string;
  mime: string;
  /** Of a photo as it is used, with its work. */
  widthPx?: number | undefined;
  heightPx?: number | undefined;
  /** What is done to a photo wherever it is used, and how large it is without. */
  work?: PhotoWork | undefined;
  unworked?: { widthPx: number; heightPx: number } | undefined;
  durationMs?: number | undefined;
  sizeBytes: number;
  /** SHA-256, hex. */
  hash: string;
  format?: Format | undefined;
  /** How a video is encoded, as far as it is known. */
  film?: FilmFact | undefined;
  /** Of a photo: how light its lightest parts are, 0 to 1. */
  lightness?: number | undefined;
  productIds: string[];
  url: string;
  thumbUrl: string;
};

/** A shop's look, with its logos as assets. */
export type BrandFact = ShopLook & {
  logoAssetId?: string | undefined;
  logoDarkAssetId?: string | undefined;
  /** The colours of their larger parts, by id, where these were looked at. */
  logoColours?: Record<string, string[]> | undefined;
};

export type ProductFact = {
  id: string;
  sku: string;
  title: string;
  description: string;
  priceMinor: number;
  salePriceMinor?: number | undefined;
  currency: string;
  stock: number;
  link?: string | undefined;
  photoAssetIds: string[];
  /** The network's catalogue item, as product tags name it. */
  remoteItemId?: string | undefined;
  updatedAt: number;
};

export type AccountFact = {
  id: string;
  network: Network;
  remoteId: string;
  name: string;
  username?: string | undefined;
  /** The Page whose token speaks for this account; the account itself on Facebook. */
  pageRemoteId: string;
  catalogueRemoteId?: string | undefined;
  health: 'ok' | 'sign-in' | 'permission' | 'restricted' | 'throttled';
  practice: boolean;
  /** False where the login does not cover private messages. */
  canMessage?: boolean | undefined;
};

export type PostMediaFact = {
  assetId: string;
  alt?: string | undefined;
  tags: { productId: string; x?: number | undefined; y?: number | undefined }[];
};

/** A post as it is to appear on one account: the caption is the network's own. */
export type PostFact = {
  id: string;
  version: number;
  kind: 'post' | 'reel' | 'story';
  title: string;
  /** Caption by network, already resolved from the common one. */
  captions: Record<Network, string>;
  media: PostMediaFact[];
  link?: string | undefined;
  firstComment?: string | undefined;
  accountIds: string[];
  graceMinutes?: number | undefined;
  /** User names invited as authors on Instagram. */
  collaborators?: string[] | undefined;
  /** What stands for an Instagram reel: a frame of it, or a picture of its own. */
  coverMs?: number | undefined;
  coverAssetId?: string | undefined;
  /** May the network's own scheduler show it? Undefined: as the shop wishes. */
  handOver?: boolean | undefined;
};

/** An account whose network takes nothing more at the time asked for. */
export type FullDay = {
  accountId: string;
  network: Network;
  /** What is counted: everything the account publishes, or its reels alone. */
  counts: 'posts' | 'reels';
  /** Planned and published within the fullest 24 hours around that time. */
  used: number;
  limit: number;
  /** The next instant at which it fits; none within a month. */
  freeAt?: number | undefined;
};

/** A post as the inbox shows it beside a thread. */
export type PublishedPostFact = {
  postId: string;
  accountId: string;
  remoteId: string;
  permalink?: string | undefined;
  publishedAt: number;
  title: string;
  caption: string;
  thumbUrl?: string | undefined;
  /** Of all its media, in order. */
  pictureUrls?: string[] | undefined;
  productIds: string[];
};

/** One write of a post as its history sees it, told inside the transaction that makes it. */
export type PostWrite = {
  kind: 'created' | 'saved' | 'planned' | 'removed' | 'restored';
  postId: string;
  before?: PostState | undefined;
  after?: PostState | undefined;
};
export type PostState = {
  content: PostContent;
  planWall?: string | undefined;
  planZone?: string | undefined;
};

/** Something done with a thread, for its history: never a customer's words. */
export type ThreadDeedFact = {
  threadId: string;
  kind: string;
  /** What was put on its way by it. */
  outboxId?: string | undefined;
  params?: Record<string, string | number | boolean> | undefined;
};

/** Who of the team wrote something; without an id where the shop has named nobody. */
export type WriterFact = { id?: string; name: string };

/** What the inbox asks about the colleagues at this computer. */
export type Colleagues = {
  /** Told inside the transaction that does it. */
  note(deed: ThreadDeedFact): void;
  /** Throws Problem 'thread-claimed' where another window or person answers the thread. */
  requireFree(threadId: string, holder: string | undefined): void;
  /** The answer is written: the thread is free again. */
  answered(threadId: string, holder: string | undefined): void;
  /** Who wrote what is or was on its way, as far as it is known. */
  writersOf(outboxIds: readonly string[]): Map<string, WriterFact>;
  /** Notes that name whoever works here and that they have not seen. */
  countMentions(): number;
};

/** A thread as other features name it. */
export type ThreadFact = {
  threadId: string;
  accountId: string;
  network: Network;
  /** Of whoever began it, as the network knows them. */
  personId?: string | undefined;
  personName: string;
  lastAt: number;
};

/** The shop of an account, as far as time goes. Without times it never said when it is open. */
export type ShopTimes = { shopId: string; zone: string; times: readonly OpeningTime[] };

/** One of our answers, and since when the customer had waited for it. UTC ms. */
export type AnswerFact = {
  accountId: string;
  askedAt: number;
  answeredAt: number;
  /** What it was on its way as; absent for one written elsewhere. */
  outboxId?: string | undefined;
};
