import { customersService, type CustomersService } from './customers/service.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { Inbox } from './open-inbox.ts';
import { timesFrom } from './open-shop-times.ts';
import type { ShopService } from './shop/service.ts';
import { teamworkService, type TeamworkService } from './teamwork/service.ts';

export type Teamwork = { teamwork: TeamworkService; customers: CustomersService };

/** How colleagues share the inbox, and what the shop knows of its customers. The inbox asks them and they ask it:
 *  each when called, not when made. */
export function openTeamwork(parts: {
  foundation: Foundation;
  features: Features;
  shop: Pick<ShopService, 'readShop' | 'readSettings' | 'places'>;
  inbox: () => Inbox;
}): Teamwork {
  const { foundation, features, shop, inbox } = parts;
  const { people, isPersonAsking } = features.team;
  const { tools } = foundation;
  const teamwork = teamworkService(tools, {
    me: people.me,
    people: () => people.list().people,
    nameOf: people.nameOf,
    isPersonAsking,
    threadFact: (threadId) => inbox().known.threadFact(threadId),
    answersBetween: (...asked) => inbox().answersBetween(...asked),
    zone: () => shop.readShop().zone,
    timesOf: timesFrom(shop).timesOf,
  });
  const customers = customersService(tools, {
    me: people.me,
    writerOf: teamwork.writerOf,
    threadFact: (threadId) => inbox().known.threadFact(threadId),
    newestOf: (accountId, personId) => inbox().known.newestOf(accountId, personId),
    peopleNamed: (words, limit) => inbox().known.peopleNamed(words, limit),
  });
  return { teamwork, customers };
}
