import { Problem } from '../shared/contract/problem.ts';
import type { BatchesService } from './batches/service.ts';
import { brandService, type BrandService } from './brand/service.ts';
import { campaignsService, type CampaignsService } from './campaigns/service.ts';
import { catalogueService } from './catalogue/service.ts';
import { creationsService, type CreationsService } from './creations/service.ts';
import { filmsService, type FilmsService } from './films/service.ts';
import type { ExportsService } from './exports/service.ts';
import type { Foundation } from './open-foundation.ts';
import type { StudioNetwork } from './open-network.ts';
import type { Host } from './host.ts';
import { createJobQueue } from './jobs/job-queue.ts';
import type { JobQueue } from './jobs/job-types.ts';
import { createMediaLibrary } from './media/media-library.ts';
import type { MediaLibrary } from './media/media-library-types.ts';
import type { PostsUses } from './posts/posts-uses.ts';
import { postsService, type PostsService } from './posts/service.ts';
import { photoWorkService, type PhotoWorkService } from './photo-work/service.ts';
import { createPublishing } from './publishing/service.ts';
import type { Publishing } from './publishing/publishing-port.ts';
import { renditionsService, type RenditionsService } from './renditions/service.ts';
import type { ShopService } from './shop/service.ts';
import { openBatches, openExports } from './open-batches.ts';
import { openTeam, type Team } from './open-team.ts';
import { savedRepliesService, type SavedRepliesService } from './saved-replies/service.ts';
import { snippetsService, type SnippetsService } from './snippets/service.ts';
import { studioService, type StudioService } from './studio/service.ts';

export type FeatureOptions = {
  foundation: Foundation;
  network: StudioNetwork;
  host: Host;
  shop: ShopService;
  dataDir: string;
  resourcesDir: string;
  mediaWorker?: string | undefined;
  /** Of these posts, those that quote a price of before; series open after the features. */
  stalePrices?: PostsUses['stalePrices'];
  /** Where a person looks at an account of the practice network. */
  practiceUrl: () => string | undefined;
};

export type Features = {
  batches: BatchesService;
  brand: BrandService;
  exports: ExportsService;
  films: FilmsService;
  library: MediaLibrary;
  jobs: JobQueue;
  campaigns: CampaignsService;
  catalogue: ReturnType<typeof catalogueService>;
  creations: CreationsService;
  photoWork: PhotoWorkService;
  posts: PostsService;
  publishing: Publishing;
  renditions: RenditionsService;
  savedReplies: SavedRepliesService;
  snippets: SnippetsService;
  studio: StudioService;
  team: Team;
};

function openLibraryOfMedia(options: FeatureOptions): MediaLibrary {
  const { foundation, host, dataDir, resourcesDir, mediaWorker } = options;
  return createMediaLibrary(foundation.tools, {
    dataDir,
    host,
    resourcesDir,
    describeProblem: foundation.answers.describe,
    ...(mediaWorker === undefined ? {} : { workerEntry: mediaWorker }),
  });
}

function openPublishing(options: FeatureOptions, features: () => Features): Publishing {
  const { network, practiceUrl, foundation } = options;
  const { accounts, access, line, pictures } = network;
  return createPublishing(foundation.tools, {
    report: (message, detail) =>
      void foundation.report(new Error(`${message} ${JSON.stringify(detail)}`), ['publishing']),
    readPost: (postId) => features().posts.readPost(postId),
    awaitsApproval: (postId) => features().team.review.awaitsApproval(postId),
    readAsset: (assetId) => features().library.readAsset(assetId),
    verifyAsset: (assetId) => features().library.verifyAsset(assetId),
    fileFor: (asset) => features().library.networkCopy(asset),
    readAccount: accounts.readAccount,
    clientFor: access.clientFor,
    putPublicImage: pictures.publicImages.put,
    isOnline: line.isOnline,
    pausedUntil: access.pausedUntil,
    ensureRemoteItems: (accountId, productIds) =>
      features().catalogue.ensureRemoteItems(accountId, productIds),
    setHealth: accounts.setHealth,
    accountUrl: (account) => accountAddress(account, practiceUrl()),
    planEnded: (postId) => features().posts.planEnded(postId),
    planOvertaken: (postId, at) => features().posts.planOvertaken(postId, at),
    keepAsDraft: (postId) => features().posts.keepAsDraft(postId),
    wordsChanged: (postId, network, text) => features().posts.wordsChanged(postId, network, text),
    onHalt(code) {
      const { say, shopLanguage, events } = foundation.tools;
      events.changed('targets', 'line');
      if (code === undefined) return;
      options.host.notify({
        title: 'Vitrine',
        body: say(shopLanguage(), `publishing:halts.${code}`),
      });
    },
  });
}

/** Where a person sees the account itself; of the practice network its own pages. */
function accountAddress(
  account: { network: string; remoteId: string; username?: string | undefined; practice: boolean },
  practiceUrl: string | undefined,
): string | undefined {
  if (account.practice) return practiceUrl && `${practiceUrl}/pages/${account.remoteId}`;
  if (account.network === 'facebook') return `https://www.facebook.com/${account.remoteId}`;
  return account.username && `https://www.instagram.com/${account.username}/`;
}

function openCatalogue(
  { foundation, network, shop }: FeatureOptions,
  library: MediaLibrary,
  features: () => Features,
): Features['catalogue'] {
  return catalogueService(foundation.tools, {
    readShop: shop.readShop,
    readAsset: library.readAsset,
    postsWithProduct: (productId) => features().posts.postsWithProduct(productId),
    countCreations: (productId) => library.list({ origin: 'studio', productId, limit: 1 }).total,
    catalogueOf: (accountId) => network.accounts.readAccount(accountId)?.catalogueRemoteId,
    clientFor: network.access.userClientFor,
    async photoFile(assetId) {
      const asset = library.readAsset(assetId);
      if (!asset) throw new Problem('photo-missing');
      return library.networkCopy(asset);
    },
    putPublicImage: network.pictures.publicImages.put,
  });
}

/** What makes pictures and films, all by the one queue. */
function openMaking(
  { foundation, host, shop, resourcesDir }: FeatureOptions,
  { library, jobs, catalogue }: Pick<Features, 'library' | 'jobs' | 'catalogue'>,
): Pick<
  Features,
  'batches' | 'brand' | 'exports' | 'creations' | 'films' | 'photoWork' | 'renditions' | 'studio'
> {
  const { tools } = foundation;
  const brand = brandService(tools, {
    library,
    shopIds: () => shop.places.list().shops.map(({ id }) => id),
    readShopBrand: () => shop.readShop().brand,
    writeShopBrand: (look) => void shop.save({ brand: look }),
  });
  const studio = studioService({
    tools,
    library,
    jobs,
    resourcesDir,
    readProducts: catalogue.readProducts,
    readShop: (shopId) => ({ ...shop.readSettings(shopId), brand: brand.kitOf(shopId) }),
  });
  const renditions = renditionsService(tools, { library, jobs });
  const creations = creationsService(tools, {
    library,
    jobs,
    fillScene: (wish, language) => studio.preview(wish, language).scene,
    sceneSources: studio.sceneSources,
    paper: () => shop.readShop().brand.colours.paper,
  });
  const batches = openBatches({ foundation, library, jobs, catalogue, studio, creations });
  const photoWork = photoWorkService(tools, { library });
  const films = filmsService(tools, {
    ...{ library, jobs, ...studio.filmUses },
    describeProblem: foundation.answers.describe,
  });
  const exports = openExports({
    ...{ foundation, library, catalogue, studio, batches, resourcesDir },
    shopName: () => shop.readShop().name,
    copyright: () => shop.readShop().copyright,
    showFolder: host.showFolder?.bind(host),
  });
  return { batches, brand, exports, creations, films, photoWork, renditions, studio };
}

/** Everything the merchant works with. Features know one another only by the functions given here;
 *  those that look at each other both ways do so when called, not when made. */
export function openFeatures(options: FeatureOptions): Features {
  const { foundation, network, shop } = options;
  const { tools, answers, report } = foundation;
  const { accounts } = network;
  const library = openLibraryOfMedia(options);
  const jobs = createJobQueue(tools, {
    bootId: tools.newId(),
    describeProblem: answers.describe,
    onError: (error) => void report(error, ['jobs']),
  });
  const publishing = openPublishing(options, () => features);
  const catalogue = openCatalogue(options, library, () => features);
  const campaigns = campaignsService(tools, {
    assignCampaign: (moves) => features.posts.assignCampaign(moves),
    tilesOfCampaign: (id, limit, language) => features.posts.tilesOfCampaign(id, limit, language),
  });
  const team = openTeam(foundation, accounts.readAccount, () => features);
  const posts = postsService(tools, {
    onWrite: team.review.onWrite,
    approvalOf: team.review.stateOf,
    ...(options.stalePrices && { stalePrices: options.stalePrices }),
    placeOf: shop.places.ofAccounts,
    readAsset: library.readAsset,
    readAccount: accounts.readAccount,
    readProducts: catalogue.readProducts,
    readCampaign: campaigns.readCampaign,
    targets: publishing,
    convertsPhotos: true,
  });
  const making = openMaking(options, { library, jobs, catalogue });
  const snippets = snippetsService(tools, { listAccounts: accounts.listAccounts });
  const features: Features = {
    ...making,
    library,
    jobs,
    campaigns,
    catalogue,
    posts,
    publishing,
    savedReplies: savedRepliesService(tools),
    snippets,
    team,
  };
  return features;
}
