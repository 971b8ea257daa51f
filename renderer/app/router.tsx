import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { TodayPage } from '../features/today/today-page.tsx';
import { CrashBlock } from './crash-block.tsx';
import { readSearch, writeSearch } from './read-search.ts';
import { Shell } from './shell.tsx';

/** What an address may carry besides the screen; every screen reads its own. */
export type PageSearch = {
  /** Plan: the post whose sheet is open. */
  post?: string;
  /** Plan: a new post, for this wall time (`2026-11-26T18:30`) or without (`1`). */
  new?: string;
  /** Plan, with `new`: pictures to begin with, ids with commas. */
  assets?: string;
  /** Plan, with `new`; catalogue: a product. */
  product?: string;
  /** Plan: the campaign whose sheet is open, `all` of them, or a `new` one. */
  campaign?: string;
  /** Plan: `import` or `export` of posts as a table. */
  bulk?: string;
  /** Inbox: the open thread. */
  thread?: string;
  /** Inbox: the saved filter that the list is to show. */
  filter?: string;
  /** Plan, from products: the series that is looked through. */
  series?: string;
  /** Studio and plan, from products: products to begin with, ids with commas. */
  products?: string;
  /** Settings, rules of the inbox: the part shown; studio: `gallery`. */
  part?: string;
  /** Studio: the job whose results are shown. */
  job?: string;
  /** Studio: the batch that is opened. */
  batch?: string;
};

const names = [
  'post',
  'new',
  'assets',
  'product',
  'campaign',
  'bulk',
  'thread',
  'filter',
  'series',
  'products',
  'part',
  'job',
  'batch',
] as const;

function validateSearch(search: Record<string, unknown>): PageSearch {
  const entries = names.map((name) => [name, search[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string' && value));
}

const rootRoute = createRootRoute({ component: Shell, validateSearch });

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => redirect({ to: '/today', throw: true }),
});

const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/today',
  component: TodayPage,
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plan',
  component: lazyRouteComponent(() => import('../features/plan/plan-page.tsx'), 'PlanPage'),
});

const fromProductsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plan/from-products',
  component: lazyRouteComponent(
    () => import('../features/plan/from-products/from-products-page.tsx'),
    'FromProductsPage',
  ),
});

const studioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio',
  component: lazyRouteComponent(() => import('../features/studio/studio-page.tsx'), 'StudioPage'),
});

const creationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio/editor',
  component: lazyRouteComponent(
    () => import('../features/studio/editor/creations-page.tsx'),
    'CreationsPage',
  ),
});

const editorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio/editor/$id',
  component: lazyRouteComponent(
    () => import('../features/studio/editor/editor-page.tsx'),
    'EditorPage',
  ),
});

const filmsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio/film',
  component: lazyRouteComponent(
    () => import('../features/studio/film/films-page.tsx'),
    'FilmsPage',
  ),
});

const filmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio/film/$id',
  component: lazyRouteComponent(() => import('../features/studio/film/film-page.tsx'), 'FilmPage'),
});

const retouchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio/photo',
  component: lazyRouteComponent(
    () => import('../features/studio/photo/photo-page.tsx'),
    'PhotoPage',
  ),
});

const duplicatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio/duplicates',
  component: lazyRouteComponent(
    () => import('../features/studio/import/duplicates-page.tsx'),
    'DuplicatesPage',
  ),
});

const inboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/inbox/inbox-page.tsx'), 'InboxPage'),
});

const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox/outbox',
  component: lazyRouteComponent(
    () => import('../features/inbox/outbox/outbox-page.tsx'),
    'OutboxPage',
  ),
});

const automationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox/rules',
  component: lazyRouteComponent(
    () => import('../features/automation/automation-page.tsx'),
    'AutomationPage',
  ),
});

const catalogueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalogue',
  component: lazyRouteComponent(
    () => import('../features/catalogue/catalogue-page.tsx'),
    'CataloguePage',
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('../features/settings/settings-page.tsx'),
    'SettingsPage',
  ),
});

const routeTree = rootRoute.addChildren([
  indexRoute,
  todayRoute,
  planRoute,
  fromProductsRoute,
  studioRoute,
  retouchRoute,
  creationsRoute,
  editorRoute,
  filmsRoute,
  filmRoute,
  duplicatesRoute,
  inboxRoute,
  automationRoute,
  outboxRoute,
  catalogueRoute,
  settingsRoute,
]);

/** Hash addresses work alike on the loopback host and under the desktop shell's own protocol. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultErrorComponent: CrashBlock,
    defaultPreload: 'intent',
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
