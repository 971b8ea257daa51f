import { allTasks } from './agency.ts';
import type { World } from './world.ts';

interface PageFactsRow {
  tasks: string;
  personal_account: string | null;
}

interface AccountFacts {
  kind: 'business' | 'creator';
  has_shop: number;
}

type Reader = Pick<World, 'get'>;

/** What the person may do on a Page; all of it in a world of one shop. */
export function tasksOf(world: Reader, pageId: string): readonly string[] {
  const row = readPageFacts(world, pageId);
  return row === undefined ? allTasks : (JSON.parse(row.tasks) as string[]);
}

/** An Instagram account that is linked but not a professional one. */
export function personalAccountOf(world: Reader, pageId: string): string | undefined {
  return readPageFacts(world, pageId)?.personal_account ?? undefined;
}

function readPageFacts(world: Reader, pageId: string): PageFactsRow | undefined {
  return world.get<PageFactsRow>('SELECT * FROM page_facts WHERE page_id = ?', pageId);
}

/** Whether products can be tagged: a business account with a shop, as in a world of one shop. */
export function mayTagProducts(world: Reader, igId: string): boolean {
  const row = readAccountFacts(world, igId);
  return row === undefined || (row.kind === 'business' && row.has_shop === 1);
}

export function isCreator(world: Reader, igId: string): boolean {
  return readAccountFacts(world, igId)?.kind === 'creator';
}

function readAccountFacts(world: Reader, igId: string): AccountFacts | undefined {
  return world.get<AccountFacts>('SELECT * FROM instagram_facts WHERE ig_id = ?', igId);
}
