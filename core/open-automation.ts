import type { AutomationUses } from './automation/automation-uses.ts';
import { automationService, type AutomationService } from './automation/service.ts';
import type { CustomersService } from './customers/service.ts';
import type { Host } from './host.ts';
import type { InboxUses } from './inbox/inbox-uses.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { Inbox } from './open-inbox.ts';
import type { StudioNetwork } from './open-network.ts';
import { timesFrom } from './open-shop-times.ts';
import { ordersService, type OrdersService } from './orders/service.ts';
import type { ShopService } from './shop/service.ts';
import type { TeamworkService } from './teamwork/service.ts';

export type Automation = { automation: AutomationService; orders: OrdersService };

type Parts = {
  foundation: Foundation;
  network: StudioNetwork;
  features: Features;
  shop: Pick<ShopService, 'readShop' | 'readSettings' | 'places'>;
  replies: Pick<InboxUses, 'readWords' | 'replyShop'>;
  inbox: Inbox;
  customers: CustomersService;
  teamwork: TeamworkService;
  host: Host;
};

/** What is done in the inbox by itself, and the orders that customers leave in it. */
export function openAutomation(parts: Parts): Automation {
  const { foundation, network, features, replies, inbox, host, shop } = parts;
  const { tools } = foundation;
  const { readPublished } = features.publishing;
  const { readProducts } = features.catalogue;
  const { readWords } = replies;
  const orders = ordersService(tools, {
    ...{ readPublished, readProducts, readWords },
    zone: () => shop.readShop().zone,
  });
  const automation = automationService(tools, {
    settings: foundation.settings,
    inbox,
    listAccounts: network.accounts.listAccounts,
    ...timesFrom(shop),
    ...{ ...replies, readPublished, readProducts },
    isPerson: features.team.people.isPerson,
    requireKeeper: () => void features.team.people.require('rules'),
    isHeld: (threadId) => parts.teamwork.claims.find(threadId, undefined) !== undefined,
    ...tagging(parts.customers),
    draftOrder: (commentKey) => orders.draft(commentKey).id,
    dropOrder: (orderId) => void orders.setState(orderId, 'dropped'),
    notify: (note) => host.notify(note),
    report: (error) => void foundation.report(error, ['automation']),
  });
  return { automation, orders };
}

function tagging(customers: CustomersService): Pick<AutomationUses, 'tag' | 'untag'> {
  return {
    tag(threadId, name) {
      const before = new Set(customers.get(threadId).tags.map(({ id }) => id));
      const { tags } = customers.tag(threadId, { add: [name] });
      return tags.find(({ id }) => !before.has(id))?.id;
    },
    untag: (threadId, tagId) => void customers.tag(threadId, { remove: [tagId] }),
  };
}
