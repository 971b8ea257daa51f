import type { CatalogueCalls } from './catalogue-types.ts';
import type { CommentCalls } from './comment-types.ts';
import type { ConversationCalls } from './conversation-types.ts';
import type { DiscoveryCalls, IdentityCalls } from './identity-types.ts';
import type { InsightCalls } from './insight-types.ts';
import type { InstagramCalls } from './instagram-types.ts';
import type { MentionCalls } from './mention-types.ts';
import type { ModerationCalls } from './moderation-types.ts';
import type { PaceNotice, Pacer, Usage } from './pace-types.ts';
import type { PagePostCalls, PageStoryCalls, PageVideoCalls, ReelCalls } from './page-types.ts';
import type { Call, CallOptions } from './result.ts';
import type { ShownCalls } from './shown-types.ts';

/** Addresses without a version, as `https://graph.facebook.com`. A token goes to these hosts only. */
export type BaseUrls = { graph: string; rupload?: string; dialog?: string };

export type GraphClientOptions = {
  baseUrls: BaseUrls;
  /** `v26.0` unless told otherwise. */
  version?: string;
  /** Goes out in the Authorization header only. */
  token: string;
  /** For comparing the network's clock with ours. */
  now?: () => number;
  /** Whole call, 30 seconds unless told otherwise. For uploads ten times as much, counted anew with each
   *  piece that leaves. */
  timeoutMs?: number;
  onUsage?: (usage: Usage[]) => void;
  /** Told when the client slows down, stops and goes on, so that somebody can say so. */
  onPace?: (notice: PaceNotice) => void;
  /** Shared by clients that use up the same limits; each has its own unless told otherwise. */
  pacer?: Pacer;
};

export type GraphClient = IdentityCalls &
  DiscoveryCalls &
  PagePostCalls &
  PageVideoCalls &
  ReelCalls &
  PageStoryCalls &
  InstagramCalls &
  CommentCalls &
  ModerationCalls &
  ConversationCalls &
  MentionCalls &
  CatalogueCalls &
  InsightCalls &
  ShownCalls & {
    /** Any answer at all from the graph host, without the token: is the line there? */
    probe(options?: CallOptions): Call<{ httpStatus: number }>;
  };
