import type { AutomationUses } from '../../core/automation/automation-uses.ts';
import { automationService } from '../../core/automation/service.ts';
import { customersService } from '../../core/customers/service.ts';
import type { AtPoint } from '../../core/db/kill-point.ts';
import { createSettings } from '../../core/db/settings.ts';
import { ordersService } from '../../core/orders/service.ts';
import { openUnderstand } from '../../core/understanding/open-understand.ts';
import type { RuleContent, RuleDeed, RuleWhen } from '../../shared/contract/automation.ts';
import type { ProductFact, PublishedPostFact, ShopTimes } from '../../shared/facts.ts';
import { indexProducts } from '../../shared/language/match-products.ts';
import { fixtureAccounts, openTestInbox, type SaidComment } from './inbox-fixture.ts';
import { resourcesDir, type TestTools } from './test-tools.ts';

const understand = openUnderstand(resourcesDir);

export const pothos = {
  id: 'pothos',
  sku: 'POT-1',
  title: 'Pothos doré',
  priceMinor: 1290,
  currency: 'EUR',
  stock: 3,
} as ProductFact;

/** Tuesday to Saturday, 09:30 to 19:00 in Paris. */
export const shopTimes: ShopTimes = {
  shopId: 'first',
  zone: 'Europe/Paris',
  times: [2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: '09:30', closes: '19:00' })),
};

const tables = [
  ...['automation_rules', 'automation_waiting', 'automation_deeds', 'automation_greeted'],
  ...['automation_told', 'order_drafts', 'settings', 'applied_changes', 'outbox', 'comments'],
  ...['threads', 'thread_deeds', 'customers', 'customer_tags', 'customer_tagged'],
];

/** A real inbox with what acts in it by itself, on one database. The post `post` shows the pothos. */
export function openTestAutomation(tools: TestTools, atPoint: AtPoint = () => {}) {
  const told: string[] = [];
  const post = {
    ...{ postId: 'p1', remoteId: 'post', productIds: ['pothos'], publishedAt: 0 },
    ...{ accountId: 'fb', title: 'Les plantes', caption: '' },
  } satisfies PublishedPostFact;
  const readPublished = (_: string, remoteId: string) => (remoteId === 'post' ? post : undefined);
  const readProducts = (ids: string[]) => (ids.includes('pothos') ? [pothos] : []);
  const products = indexProducts([pothos]);
  const readWords: AutomationUses['readWords'] = (text, taggedProductIds) =>
    understand(text, { products, taggedProductIds });
  const test = openTestInbox(tools, {
    readPublished,
    readProducts,
    onTaken: (keys) => automation.noteTaken(keys),
  });
  test.who.isStudio = true;
  const { inbox } = test;
  const customers = customersService(tools, {
    me: () => ({}),
    writerOf: () => undefined,
    ...inbox.known,
  } as unknown as Parameters<typeof customersService>[1]);
  const orders = ordersService(tools, {
    ...{ readPublished, readProducts, readWords },
    zone: () => 'Europe/Paris',
  });
  const tagsOf = (threadId: string) => customers.get(threadId).tags.map(({ name }) => name);
  const uses: AutomationUses = {
    ...{ inbox, readPublished, readProducts, readWords },
    settings: createSettings(tools.db),
    listAccounts: () => [...fixtureAccounts],
    timesOf: () => shopTimes,
    timesOfShop: () => shopTimes,
    replyShop: () => ({ country: 'FR', language: 'fr', openingHours: shopTimes.times }),
    isPerson: (id) => id === 'lea',
    requireKeeper: () => {},
    isHeld: (threadId) => test.team.claims.find(threadId, undefined) !== undefined,
    tag: (threadId, name) =>
      customers.tag(threadId, { add: [name] }).tags.find((tag) => tag.name === name)?.id,
    untag: (threadId, tagId) => void customers.tag(threadId, { remove: [tagId] }),
    draftOrder: (key) => orders.draft(key).id,
    dropOrder: (id) => void orders.setState(id, 'dropped'),
    notify: ({ title, body }) => void told.push(`${title} / ${body}`),
    report: (error) => {
      throw error;
    },
  };
  const automation = automationService(tools, uses, atPoint);
  const { rules } = automation;
  let written = 0;

  return {
    ...{ inbox, automation, rules, orders, told, tagsOf, team: test.team },
    take: test.take,
    /** As on the first day: a new database takes longer than a test. */
    forgetAll(): void {
      told.length = 0;
      tools.db.pragma('foreign_keys = OFF');
      for (const table of tables) tools.db.exec(`DELETE FROM ${table}`);
      tools.db.pragma('foreign_keys = ON');
    },
    /** A rule that is on. */
    rule(when: RuleWhen, deeds: RuleDeed[], more: Partial<RuleContent> = {}) {
      const name = more.name ?? `rule ${(written += 1)}`;
      const made = rules.save(undefined, { when, deeds, perHour: 100, ...more, name });
      return rules.switchRule(made.id, true, true);
    },
    /** What customers write under the post, and what is done about it. */
    async say(...said: (Omit<SaidComment, 'at'> & { at?: number })[]) {
      test.take(
        'fb',
        'post',
        said.map((one) => ({ at: tools.clock.now(), ...one })),
      );
      await automation.tick();
    },
    /** What waits in the outbox, in order. */
    outbox: () => inbox.outbox().map(({ kind, text }) => (text === undefined ? kind : text)),
    /** The log, oldest first. */
    log: () =>
      automation
        .log({ limit: 200 })
        .items.reverse()
        .map(({ kind, state, reason }) => `${kind} ${state}${reason ? ` ${reason.code}` : ''}`),
  };
}

export type TestAutomation = ReturnType<typeof openTestAutomation>;
