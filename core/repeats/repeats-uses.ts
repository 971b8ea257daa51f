import type { Post, PostContent, PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { UsualTime } from '../../shared/rules/calendar-grid.ts';

/** A post that is planned: when, in whose hours, and its state as a tile wears it. */
export type PlannedPost = {
  postId: string;
  at: number;
  queueId: string;
  accountIds: string[];
  state: string;
};

/** What series and pools ask of other features; everything joins the transaction of the caller. */
export type RepeatsUses = {
  /** Throws Problem 'not-found' for a post that is not there. */
  readPost: (postId: string, language?: Language) => Post;
  createPost: (content: PostContent) => { postId: string; version: number };
  savePost: (post: PostContent & { postId: string }) => { version: number };
  /** `at` is an instant. Throws Problem with what stands against it. */
  schedulePost: (postId: string, at: string, zone: string) => void;
  removePost: (postId: string) => void;
  restorePost: (postId: string) => void;
  tilesOf: (postIds: readonly string[], language?: Language) => PostTile[];
  plannedBetween: (from: number, to: number) => PlannedPost[];
  placeOf: (accountIds: readonly string[]) => {
    zone: string;
    queueId: string;
    usualTimes: readonly UsualTime[];
  };
  /** Where a picture of the library is shown small. */
  thumbOf: (assetId: string) => string | undefined;
};
