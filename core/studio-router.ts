import { implement } from '@orpc/server';
import { contract } from '../shared/contract/contract.ts';
import type { CallContext } from '../shared/facts.ts';
import { accountsRoutes } from './accounts/routes.ts';
import { altRoutes } from './alt/routes.ts';
import { automationRoutes } from './automation/routes.ts';
import { appRoutes } from './app/routes.ts';
import type { AppService } from './app/service.ts';
import { batchesRoutes } from './batches/routes.ts';
import { customerPicturesRoutes } from './customer-pictures/routes.ts';
import { customersRoutes } from './customers/routes.ts';
import { campaignsRoutes } from './campaigns/routes.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { creationsRoutes } from './creations/routes.ts';
import { filmsRoutes } from './films/routes.ts';
import { exportsRoutes } from './exports/routes.ts';
import { duplicatesRoutes } from './duplicates/routes.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { mediaRoutes } from './media/routes.ts';
import { openBulk } from './open-bulk.ts';
import { libraryRoutes } from './library/routes.ts';
import { ordersRoutes } from './orders/routes.ts';
import { openPaper } from './open-paper.ts';
import { paperRoutes } from './paper/routes.ts';
import { picturesRoutes } from './pictures/routes.ts';
import { picturesService } from './pictures/service.ts';
import { postsRoutes } from './posts/routes.ts';
import { publishingRoutes } from './publishing/routes.ts';
import { brandRoutes } from './brand/routes.ts';
import { photoWorkRoutes } from './photo-work/routes.ts';
import { recordsRoutes } from './records/routes.ts';
import { renditionsRoutes } from './renditions/routes.ts';
import { repeatsRoutes } from './repeats/routes.ts';
import { seriesRoutes } from './series/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { shopRoutes } from './shop/routes.ts';
import { savedRepliesRoutes } from './saved-replies/routes.ts';
import { snippetsRoutes } from './snippets/routes.ts';
import { studioRoutes } from './studio/routes.ts';
import { teamRoutes } from './team/routes.ts';
import { teamworkRoutes } from './teamwork/routes.ts';
import { timingRoutes } from './timing/routes.ts';
import { todayRoutes } from './today/routes.ts';
import { todayService } from './today/service.ts';
import { watchRoutes } from './watch/routes.ts';
import type { StudioParts } from './studio-parts.ts';

function openPicturesService({ foundation, network, features }: StudioParts) {
  const { accounts, pictures } = network;
  return picturesService({
    tools: foundation.tools,
    ...pictures,
    instagramAccount: () => accounts.listAccounts().find((one) => one.network === 'instagram')?.id,
    onChange: features.publishing.releasePictures,
  });
}

function openTodayService({ foundation, shop, network, features, inbox }: StudioParts) {
  return todayService(foundation.tools, {
    readShop: shop.readShop,
    calendar: features.posts.calendar,
    tilesOf: features.posts.tilesOf,
    nextPlanned: features.posts.nextPlanned,
    targetsIn: (states, language) =>
      states.flatMap((state) => features.publishing.list({ state }, language)),
    waitingThreads: inbox.waitingThreads,
    lowStock: features.catalogue.lowStock,
    signInNotices: network.accounts.endNotices,
    accountsOf: (shopId) =>
      network.accounts
        .listAccounts()
        .flatMap(({ id }) => (shop.places.ofAccounts([id]).shopId === shopId ? [id] : [])),
    zoneOf: (shopId) => shop.places.ofShop(shopId).zone,
    approvals: features.team.review.forMe,
  });
}

/** Every procedure of the contract, answered by its feature. */
export function studioRouter(parts: StudioParts, app: AppService) {
  const { foundation, shop, network, features, inbox, rhythm } = parts;
  const { tools } = foundation;
  return implement(contract)
    .$context<CallContext>()
    .use(({ path, next }) => features.team.admit(path, () => next()))
    .router({
      accounts: accountsRoutes(network.accounts),
      alt: altRoutes(parts.photos.alt),
      app: appRoutes(app),
      automation: automationRoutes(parts.automation.automation, tools),
      campaigns: campaignsRoutes(features.campaigns),
      batches: batchesRoutes(features.batches, tools),
      bulk: bulkRoutes(openBulk({ ...parts, alt: parts.photos.alt })),
      catalogue: catalogueRoutes(features.catalogue),
      customerPictures: customerPicturesRoutes(parts.customerPictures),
      customers: customersRoutes(parts.teamwork.customers, tools),
      creations: creationsRoutes(features.creations, tools),
      exports: exportsRoutes(features.exports, tools),
      films: filmsRoutes(features.films, tools),
      duplicates: duplicatesRoutes(parts.photos.duplicates),
      inbox: inboxRoutes(inbox),
      jobs: jobRoutes(features.jobs, tools),
      library: libraryRoutes(parts.mediaLibrary),
      media: mediaRoutes(features.library, tools),
      orders: ordersRoutes(parts.automation.orders, tools),
      paper: paperRoutes(openPaper(parts)),
      pictures: picturesRoutes(openPicturesService(parts)),
      posts: postsRoutes(features.posts),
      publishing: publishingRoutes(features.publishing),
      brand: brandRoutes(features.brand),
      photoWork: photoWorkRoutes(features.photoWork),
      records: recordsRoutes(parts.records, tools),
      renditions: renditionsRoutes(features.renditions),
      repeats: repeatsRoutes(rhythm.repeats),
      savedReplies: savedRepliesRoutes(features.savedReplies),
      series: seriesRoutes(parts.series, tools),
      review: reviewRoutes(features.team.review),
      shop: shopRoutes(shop),
      snippets: snippetsRoutes(features.snippets),
      studio: studioRoutes(features.studio, tools),
      team: teamRoutes(features.team.people),
      teamwork: teamworkRoutes(parts.teamwork.teamwork, tools),
      timing: timingRoutes(rhythm.timing),
      today: todayRoutes(openTodayService(parts)),
      watch: watchRoutes(parts.photos.watch, tools),
    });
}
