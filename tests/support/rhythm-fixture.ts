import type { GraphClient } from 'graph-api-client';
import { repeatsService, type RepeatsService } from '../../core/repeats/service.ts';
import { timingService, type TimingService } from '../../core/timing/service.ts';
import { defaultShop } from '../../core/shop/default-shop.ts';
import { openTestPosts, type TestPosts } from './posts-fixture.ts';
import type { TestTools } from './test-tools.ts';

export type TestRhythm = {
  posts: TestPosts;
  repeats: RepeatsService;
  timing: TimingService;
  close(): Promise<void>;
};

/** Series, pools and the queue over real posts, targets and shop hours (Tuesday and Thursday 18:30,
 *  Saturday 10:00 in Paris). Nothing is sent; results are read with `client`. */
export function openTestRhythm(tools: TestTools, client?: () => GraphClient): TestRhythm {
  const posts = openTestPosts(tools);
  const place = { ...defaultShop('fr', 'Europe/Paris'), queueId: 'first' };
  const repeats = repeatsService(tools, {
    readPost: posts.get,
    createPost: (content) => posts.create(content),
    savePost: (post) => posts.save(post),
    schedulePost: (postId, at, zone) => void posts.schedule({ postId, at, zone }),
    removePost: (postId) => void posts.remove(postId),
    restorePost: (postId) => void posts.restore(postId),
    tilesOf: posts.tilesOf,
    plannedBetween: posts.plannedBetween,
    placeOf: () => place,
    thumbOf: () => undefined,
  });
  const timing = timingService(tools, {
    placeOf: () => place,
    placeOfShop: () => place,
    plannedBetween: posts.plannedBetween,
    tilesOf: posts.tilesOf,
    schedulePost: (postId, at, zone) => void posts.schedule({ postId, at, zone }),
    listAccounts: () => [...posts.accounts.values()],
    clientFor: () =>
      client ? Promise.resolve(client()) : Promise.reject(new Error('nothing is read here')),
    isOnline: () => client !== undefined,
    mayRead: () => true,
  });
  return {
    posts,
    repeats,
    timing,
    async close() {
      await timing.close();
      await posts.publishing.close();
    },
  };
}
