import { postsService, type PostsService } from '../../core/posts/service.ts';
import type { PostPlace } from '../../core/posts/posts-uses.ts';
import { createPublishing } from '../../core/publishing/service.ts';
import type { Publishing } from '../../core/publishing/publishing-port.ts';
import type { TargetProgress } from '../../core/publishing/target-progress.ts';
import { defaultShop } from '../../core/shop/default-shop.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { OwnUtm } from '../../shared/rules/campaign-link.ts';
import { openTestCatalogue, type TestCatalogue } from './catalogue-fixture.ts';
import type { TestTools } from './test-tools.ts';

export type TestPosts = PostsService & {
  accounts: Map<string, AccountFact>;
  /** Accounts of another shop than the one in Paris. */
  places: Map<string, PostPlace>;
  publishing: Publishing;
  campaigns: Map<string, { name: string; utm: OwnUtm }>;
  catalogue: TestCatalogue;
};

export function accountFact(id: string, more: Partial<AccountFact> = {}): AccountFact {
  return {
    id,
    network: id.startsWith('ig') ? 'instagram' : 'facebook',
    remoteId: `remote-${id}`,
    name: id.startsWith('ig') ? 'laserre.lyon' : 'La Serre',
    pageRemoteId: 'remote-fb',
    catalogueRemoteId: 'remote-catalogue',
    health: 'ok',
    practice: true,
    ...more,
  };
}

const parisPlace: PostPlace = {
  ...defaultShop('fr', 'Europe/Paris'),
  shopId: 'first',
  queueId: 'first',
};

const offline = () => Promise.reject(new Error('nothing is sent in this test'));

/** Posts over the real publishing and the real catalogue, on the database of `tools`, with one account
 *  a network (`fb`, `ig`). Nothing ticks, so nothing is sent. */
export function openTestPosts(tools: TestTools): TestPosts {
  const places = new Map<string, PostPlace>();
  const accounts = new Map(['fb', 'ig'].map((id) => [id, accountFact(id)]));
  const campaigns: TestPosts['campaigns'] = new Map();
  const catalogue = openTestCatalogue(tools);
  const readAsset = (id: string) => catalogue.assets.get(id);
  const readAccount = (id: string) => accounts.get(id);
  const publishing = createPublishing(tools, {
    readPost: (id) => posts.readPost(id),
    readAsset,
    verifyAsset: () => Promise.resolve(true),
    readAccount,
    clientFor: offline,
    putPublicImage: offline,
    isOnline: () => false,
    pausedUntil: () => undefined,
    ensureRemoteItems: offline,
    setHealth: () => undefined,
    accountUrl: () => undefined,
  });
  const posts = postsService(tools, {
    placeOf: ([first]) => places.get(first ?? '') ?? parisPlace,
    readAsset,
    readAccount,
    readCampaign: (id) => campaigns.get(id),
    readProducts: catalogue.readProducts,
    targets: publishing,
    convertsPhotos: false,
  });
  return { ...posts, accounts, places, publishing, campaigns, catalogue };
}

export type ForcedState = 'published' | 'publishing' | 'failed';

/** Sets the state as publishing would have after a call. */
export function forceTargets(tools: TestTools, postId: string, state: ForcedState): void {
  const at = tools.clock.now();
  const progress: Record<ForcedState, TargetProgress> = {
    published: { state: 'published', tries: 0 },
    publishing: { state: 'publishing', intentId: 'i', bootId: 'b' },
    failed: { state: 'failed', why: { code: 'internal' } },
  };
  tools.db
    .prepare(
      `UPDATE targets SET state = @state, progress = @progress, next_at = NULL,
         published_at = CASE WHEN @state = 'published' THEN @at END WHERE post_id = @postId`,
    )
    .run({ state, progress: JSON.stringify(progress[state]), at, postId });
}
