import { accounts } from './accounts.ts';
import { app } from './app.ts';
import { campaigns } from './campaigns.ts';
import { catalogue } from './catalogue.ts';
import { inbox } from './inbox.ts';
import { jobs } from './jobs.ts';
import { media } from './media.ts';
import { pictures } from './pictures.ts';
import { posts } from './posts.ts';
import { publishing } from './publishing.ts';
import { renditions } from './renditions.ts';
import { shop } from './shop.ts';
import { snippets } from './snippets.ts';
import { studio } from './studio.ts';
import { today } from './today.ts';

/** Everything the studio answers, one key a feature. */
export const contract = {
  accounts,
  app,
  campaigns,
  catalogue,
  inbox,
  jobs,
  media,
  pictures,
  posts,
  publishing,
  renditions,
  shop,
  snippets,
  studio,
  today,
};
export type Contract = typeof contract;
