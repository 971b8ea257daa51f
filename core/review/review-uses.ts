import type { PostContent, PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { Role } from '../../shared/contract/team.ts';

/** What review asks of other features; open-studio hands it over. */
export type ReviewUses = {
  /** Who is at the computer; undefined while people are known and nobody said so. */
  me: () => { id?: string | undefined; role: Role } | undefined;
  /** Throws Problem 'who-are-you' or 'not-your-role'. */
  requireApprover: () => { id?: string | undefined; role: Role };
  requirePlanner: () => { id?: string | undefined; role: Role };
  mayApprove: (role: Role) => boolean;
  /** The shop wants a second person's yes. */
  needsApproval: () => boolean;
  /** False for what the studio does by itself. */
  isPersonAsking: () => boolean;
  nameOf: (personId: string) => string | undefined;
  readContent: (postId: string) => PostContent | undefined;
  savePost: (post: PostContent & { postId: string }) => void;
  tilesOf: (postIds: readonly string[], language?: Language) => PostTile[];
  /** What waited for a yes is looked at again. */
  wakePublishing: () => void;
};
