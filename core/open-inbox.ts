import { firstShopId } from '../shared/contract/shop.ts';
import type { Colleagues } from '../shared/facts.ts';
import { createInbox, type InboxService } from './inbox/service.ts';
import type { InboxUses } from './inbox/inbox-uses.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { StudioNetwork } from './open-network.ts';
import { openInboxPictures } from './open-inbox-pictures.ts';
import type { ShopService } from './shop/service.ts';
import { openMeaning } from './understanding/open-understand.ts';

export type Inbox = InboxService;

/** An account that nobody assigned belongs to the first shop. */
function accountsOfShop(
  places: Pick<ShopService['places'], 'list'>,
  listAccounts: InboxUses['listAccounts'],
): InboxUses['accountsOfShop'] {
  return (shopId) => {
    const { shops, accounts } = places.list();
    if (!shops.some(({ id }) => id === shopId)) return undefined;
    const homes = new Map(accounts.map((one) => [one.accountId, one.shopId]));
    const ids = listAccounts().map(({ id }) => id);
    return ids.filter((id) => (homes.get(id) ?? firstShopId) === shopId);
  };
}

/** The inbox, given what it needs of the other features. */
export function openInbox(parts: {
  foundation: Foundation;
  network: StudioNetwork;
  features: Features;
  shop: Pick<ShopService, 'readShop' | 'readSettings' | 'places'>;
  resourcesDir: string;
  replies: Pick<InboxUses, 'readWords' | 'savedReplies' | 'replyShop'>;
  onTaken: NonNullable<InboxUses['onTaken']>;
  colleagues: Colleagues;
  isUnwanted: NonNullable<InboxUses['isUnwanted']>;
  customerPictures: InboxUses['pictures'];
}): Inbox {
  const { foundation, network, features, shop, resourcesDir, colleagues } = parts;
  const { people } = features.team;
  const { accounts, access, line } = network;
  return createInbox(foundation.tools, {
    listAccounts: accounts.listAccounts,
    readAccount: accounts.readAccount,
    accountsOfShop: accountsOfShop(shop.places, accounts.listAccounts),
    clientFor: access.clientFor,
    isOnline: line.isOnline,
    mayRead: access.mayRead,
    mayHear: access.mayHear,
    usedPercent: access.usedPercent,
    pausedUntil: access.pausedUntil,
    listPublished: features.publishing.listPublished,
    readPublished: features.publishing.readPublished,
    readProducts: features.catalogue.readProducts,
    zone: () => shop.readShop().zone,
    understand: openMeaning(resourcesDir),
    ...parts.replies,
    onTaken: parts.onTaken,
    me: () => people.me()?.id,
    isPerson: (personId) => people.isPerson(personId),
    colleagues,
    thumbUrlOf(product) {
      const [photo] = product.photoAssetIds;
      return photo === undefined ? undefined : features.library.readAsset(photo)?.thumbUrl;
    },
    ...openInboxPictures({ features, shop }),
    isUnwanted: parts.isUnwanted,
    pictures: parts.customerPictures,
    report: (error) => void foundation.report(error, ['inbox']),
  });
}
