import type { Migration } from './migration.ts';
import { migration as app } from './migrations/0001-app.ts';
import { migration as catalogue } from './migrations/0002-catalogue.ts';
import { migration as media } from './migrations/0003-media.ts';
import { migration as jobs } from './migrations/0004-jobs.ts';
import { migration as accounts } from './migrations/0005-accounts.ts';
import { migration as posts } from './migrations/0006-posts.ts';
import { migration as publishing } from './migrations/0007-publishing.ts';
import { migration as inbox } from './migrations/0008-inbox.ts';
import { migration as signIns } from './migrations/0009-sign-ins.ts';
import { migration as hostedPictures } from './migrations/0010-hosted-pictures.ts';
import { migration as calendar } from './migrations/0011-calendar.ts';
import { migration as liveChecks } from './migrations/0012-live-checks.ts';
import { migration as changes } from './migrations/0013-changes.ts';
import { migration as campaigns } from './migrations/0014-campaigns.ts';
import { migration as rhythm } from './migrations/0015-rhythm.ts';
import { migration as bulk } from './migrations/0016-bulk.ts';
import { migration as wordsAndCuts } from './migrations/0017-words-and-cuts.ts';
import { migration as team } from './migrations/0018-team.ts';
import { migration as series } from './migrations/0019-series.ts';
import { migration as creations } from './migrations/0020-creations.ts';
import { migration as brandFonts } from './migrations/0021-brand-fonts.ts';
import { migration as photoWork } from './migrations/0022-photo-work.ts';
import { migration as batches } from './migrations/0023-batches.ts';
import { migration as looks } from './migrations/0024-looks.ts';
import { migration as library } from './migrations/0025-library.ts';
import { migration as brandKits } from './migrations/0026-brand-kits.ts';
import { migration as films } from './migrations/0027-films.ts';
import { migration as filmOrders } from './migrations/0028-film-orders.ts';
import { migration as inboxViews } from './migrations/0029-inbox-views.ts';
import { migration as outboxDeeds } from './migrations/0030-outbox-deeds.ts';
import { migration as reading } from './migrations/0031-reading.ts';
import { migration as replies } from './migrations/0032-replies.ts';
import { migration as automation } from './migrations/0033-automation.ts';
import { migration as colleagues } from './migrations/0034-colleagues.ts';
import { migration as records } from './migrations/0035-records.ts';
import { migration as wordIndex } from './migrations/0036-word-index.ts';
import { migration as inboxFilters } from './migrations/0037-inbox-filters.ts';
import { migration as customerPictures } from './migrations/0038-customer-pictures.ts';
import { migration as blocksElsewhere } from './migrations/0039-blocks-elsewhere.ts';
import { migration as readingGaps } from './migrations/0040-reading-gaps.ts';
import { migration as noteDrafts } from './migrations/0041-note-drafts.ts';

/** In order; the last one's version is the schema this studio knows. */
export const migrations: readonly Migration[] = [
  app,
  catalogue,
  media,
  jobs,
  accounts,
  posts,
  publishing,
  inbox,
  signIns,
  hostedPictures,
  calendar,
  liveChecks,
  changes,
  campaigns,
  rhythm,
  bulk,
  wordsAndCuts,
  team,
  series,
  creations,
  brandFonts,
  photoWork,
  batches,
  looks,
  library,
  brandKits,
  films,
  filmOrders,
  inboxViews,
  outboxDeeds,
  reading,
  replies,
  automation,
  colleagues,
  records,
  wordIndex,
  inboxFilters,
  customerPictures,
  blocksElsewhere,
  readingGaps,
  noteDrafts,
];
