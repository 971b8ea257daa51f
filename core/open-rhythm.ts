import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { StudioNetwork } from './open-network.ts';
import { repeatsService, type RepeatsService } from './repeats/service.ts';
import type { ShopService } from './shop/service.ts';
import { timingService, type TimingService } from './timing/service.ts';

export type Rhythm = {
  repeats: RepeatsService;
  timing: TimingService;
  tick(now: number): Promise<void>;
  close(): Promise<void>;
};

/** What comes again and when things go out, given what it needs of the other features. */
export function openRhythm(parts: {
  foundation: Foundation;
  network: StudioNetwork;
  features: Features;
  shop: ShopService;
}): Rhythm {
  const { foundation, network, features, shop } = parts;
  const { tools } = foundation;
  const { posts, library } = features;
  const repeats = repeatsService(tools, {
    readPost: posts.get,
    createPost: (content) => posts.create(content),
    savePost: (post) => posts.save(post),
    schedulePost: (postId, at, zone) => void posts.schedule({ postId, at, zone }),
    removePost: (postId) => void posts.remove(postId),
    restorePost: (postId) => void posts.restore(postId),
    tilesOf: posts.tilesOf,
    plannedBetween: posts.plannedBetween,
    placeOf: shop.places.ofAccounts,
    thumbOf: (assetId) => library.readAsset(assetId)?.thumbUrl,
  });
  const timing = timingService(tools, {
    placeOf: shop.places.ofAccounts,
    placeOfShop: shop.places.ofShop,
    plannedBetween: posts.plannedBetween,
    tilesOf: posts.tilesOf,
    schedulePost: (postId, at, zone, language) =>
      void posts.schedule({ postId, at, zone }, undefined, language),
    listAccounts: network.accounts.listAccounts,
    clientFor: network.access.clientFor,
    isOnline: network.line.isOnline,
    mayRead: (accountId) => network.access.mayRead(accountId),
  });
  return {
    repeats,
    timing,
    async tick(now) {
      repeats.tick(now);
      await timing.tick(now);
    },
    close: timing.close,
  };
}
