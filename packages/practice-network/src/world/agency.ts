import { newNode } from './ids.ts';
import type { Tables } from './world.ts';

export const allTasks = [
  'MODERATE',
  'MESSAGING',
  'ANALYZE',
  'ADVERTISE',
  'CREATE_CONTENT',
  'MANAGE',
] as const;

type Task = (typeof allTasks)[number];

/** A Page of somebody the person works for, each with something of its own missing. */
interface AgencyPage {
  name: string;
  username: string;
  category: string;
  tasks: readonly Task[];
  relation: 'owned' | 'client';
  /** Found through the business only when it is not listed. */
  listed: boolean;
  published?: boolean;
  account?: { kind: 'business' | 'creator' | 'personal'; hasShop: boolean };
}

const agencyPages: readonly AgencyPage[] = [
  {
    name: 'Les Bougies de Manon',
    username: 'bougies.manon',
    category: 'Home decor',
    tasks: allTasks,
    relation: 'owned',
    listed: true,
  },
  {
    name: 'Le Fournil des Halles',
    username: 'fournil.halles',
    category: 'Bakery',
    tasks: allTasks,
    relation: 'client',
    listed: true,
    published: false,
    account: { kind: 'personal', hasShop: false },
  },
  {
    name: 'Papier Plume',
    username: 'papier.plume',
    category: 'Stationery shop',
    tasks: allTasks,
    relation: 'client',
    listed: false,
    account: { kind: 'business', hasShop: false },
  },
  {
    name: 'Nour Céramique',
    username: 'nour.ceramique',
    category: 'Artist',
    tasks: allTasks,
    relation: 'client',
    listed: true,
    account: { kind: 'creator', hasShop: false },
  },
  {
    name: 'Maison Ocre',
    username: 'maison.ocre',
    category: 'Shopping & retail',
    tasks: ['MESSAGING', 'ANALYZE'],
    relation: 'client',
    listed: true,
    account: { kind: 'business', hasShop: true },
  },
  {
    name: 'Vélo Bleu',
    username: 'velo.bleu',
    category: 'Bicycle shop',
    tasks: [],
    relation: 'client',
    listed: false,
  },
];

/** The shop that the world already has. */
interface FirstShop {
  business: { id: string };
  page: { id: string; name: string };
  instagram: { id: string };
}

/** Adds the businesses of somebody who works for several shops, and their Pages. */
export function fillAgency(tables: Tables, shop: FirstShop): void {
  const agencyId = newNode(tables, 'business');
  const addBusiness = 'INSERT INTO businesses VALUES (?, ?)';
  tables.run(addBusiness, shop.business.id, shop.page.name);
  tables.run(addBusiness, agencyId, 'Agence Mistral');
  const own = { tasks: allTasks, relation: 'owned', listed: true } as const;
  addPageFacts(tables, shop.page.id, own, shop.business.id, undefined);
  const addAccountFacts = 'INSERT INTO instagram_facts VALUES (?, ?, ?)';
  tables.run(addAccountFacts, shop.instagram.id, 'business', 1);
  for (const page of agencyPages) addAgencyPage(tables, page, agencyId);
}

function addAgencyPage(tables: Tables, page: AgencyPage, businessId: string): void {
  const { account } = page;
  const pageId = newNode(tables, 'page');
  const isPersonal = account?.kind === 'personal';
  // A personal account is no node of this interface: only its name is told.
  const accountId = account === undefined || isPersonal ? null : newNode(tables, 'ig');
  tables.run(
    `INSERT INTO pages (id, name, username, category, ig_id, is_published) VALUES (?, ?, ?, ?, ?, ?)`,
    pageId,
    page.name,
    page.username,
    page.category,
    accountId,
    page.published === false ? 0 : 1,
  );
  addPageFacts(tables, pageId, page, businessId, isPersonal ? page.username : undefined);
  if (accountId === null || account === undefined) return;
  tables.run(
    'INSERT INTO instagram_accounts VALUES (?, ?, ?, ?)',
    accountId,
    page.username,
    page.name,
    pageId,
  );
  const hasShop = account.hasShop ? 1 : 0;
  tables.run('INSERT INTO instagram_facts VALUES (?, ?, ?)', accountId, account.kind, hasShop);
  if (!account.hasShop) return;
  const catalogueId = newNode(tables, 'catalog');
  const addCatalogue = 'INSERT INTO catalogues VALUES (?, ?, ?, ?)';
  tables.run(addCatalogue, catalogueId, `${page.name} – catalogue`, page.name, businessId);
}

function addPageFacts(
  tables: Tables,
  pageId: string,
  page: Pick<AgencyPage, 'tasks' | 'relation' | 'listed'>,
  businessId: string,
  personalAccount: string | undefined,
): void {
  tables.run(
    'INSERT INTO page_facts VALUES (?, ?, ?, ?, ?, ?)',
    pageId,
    JSON.stringify(page.tasks),
    businessId,
    page.relation,
    page.listed ? 1 : 0,
    personalAccount ?? null,
  );
}
