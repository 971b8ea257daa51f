import type { Job } from '../../shared/contract/jobs.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ProblemText } from '../../shared/contract/problems.ts';
import type {
  Check,
  NewPost,
  Post,
  PostContent,
  Replanned,
  ReplanMove,
} from '../../shared/contract/posts.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { AssetFact, ProductFact } from '../../shared/facts.ts';
import type { AltOf } from './make-content.ts';

export type SeriesPlace = Pick<ShopSettings, 'zone' | 'usualTimes'> & { queueId: string };

export type PictureOrder = {
  templateId: string;
  productIds: string[];
  formats: Format[];
  options: { showPrice?: boolean | undefined };
};

/** What series ask of other features; open-series hands it over. */
export type SeriesUses = {
  readShop: () => ShopSettings;
  placeOf: (accountIds: readonly string[]) => SeriesPlace;
  readProducts: (productIds: string[]) => ProductFact[];
  readAsset: (assetId: string) => AssetFact | undefined;
  /** What goes with a picture into a post, for those who cannot see it. */
  altOf: AltOf;
  /** Orders pictures in the caller's transaction; answers the job. */
  renderPictures: (order: PictureOrder) => string;
  /** Whether pictures of this template quote the price. */
  showsPrice: (templateId: string) => boolean;
  readJob: (jobId: string, language: Language) => Job | undefined;
  whenJobEnded: (jobId: string) => Promise<void>;
  describeProblem: (problem: Problem, language: Language) => ProblemText;
  posts: {
    get: (postId: string, language: Language) => Post;
    createMany: (batch: { posts: readonly NewPost[]; name?: string }) => {
      items: { postId: string; checks: Check[] }[];
    };
    save: (post: PostContent & { postId: string }) => unknown;
    schedule: (chosen: { postId: string; at: string; zone: string }) => unknown;
    replan: (moves: readonly ReplanMove[], clientId: undefined, language: Language) => Replanned;
    remove: (postId: string) => unknown;
    restore: (postId: string) => unknown;
    plannedBetween: (from: number, to: number) => { at: number; queueId: string }[];
  };
  /** Hears of errors that nobody foresaw. */
  report: (error: unknown) => void;
};
