import type { Foundation } from './open-foundation.ts';
import type { PostsService } from './posts/service.ts';
import type { Publishing } from './publishing/publishing-port.ts';
import { reviewService, type ReviewService } from './review/service.ts';
import { createActing, type Acting } from './team/acting.ts';
import { mayDo } from './team/may.ts';
import { neededRight } from './team/needed-right.ts';
import { teamService, type TeamService } from './team/service.ts';

export type Team = {
  people: TeamService;
  review: ReviewService;
  /** False for what the studio does by itself. */
  isPersonAsking(): boolean;
  /** Lets a call through when whoever is at the computer may make it. */
  admit<T>(path: readonly string[], work: () => T): T;
};

/** Words on a network change for everybody at once: no draft stands between them and a customer. */
const changesWhatIsOut = new Set(['publishing/changeText', 'publishing/deletePublished']);

/** The people at this computer, and what they say to one another about posts. */
export function openTeam(
  { tools, settings }: Foundation,
  readAccount: (accountId: string) => { name: string } | undefined,
  features: () => { posts: PostsService; publishing: Publishing },
): Team {
  const acting: Acting = createActing();
  const people = teamService(tools, { settings });
  const review = reviewService(tools, {
    me: people.me,
    requireApprover: () => people.require('approve'),
    requirePlanner: () => people.require('plan'),
    mayApprove: (role) => mayDo(role, 'approve'),
    needsApproval: people.needsApproval,
    isPersonAsking: acting.isPerson,
    nameOf: people.nameOf,
    readContent: (postId) => features().posts.facts.contentOf(postId),
    savePost: (post) => void features().posts.save(post),
    tilesOf: (postIds, language) => features().posts.tilesOf(postIds, language),
    wakePublishing: () => features().publishing.wake(),
  });
  tools.events.on((event) => {
    if (event.type !== 'target-published') return;
    review.notePublished(event.postId, readAccount(event.accountId)?.name ?? '');
  });
  return {
    people,
    review,
    isPersonAsking: acting.isPerson,
    admit(path, work) {
      const right = neededRight(path);
      const isOut = changesWhatIsOut.has(path.join('/')) && people.needsApproval();
      if (right) people.require(isOut ? 'approve' : right);
      return acting.asPerson(work);
    },
  };
}
