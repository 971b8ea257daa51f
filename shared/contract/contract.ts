import { accounts } from './accounts.ts';
import { alt } from './alt.ts';
import { app } from './app.ts';
import { automation } from './automation.ts';
import { batches } from './batches.ts';
import { brand } from './brand.ts';
import { bulk } from './bulk.ts';
import { campaigns } from './campaigns.ts';
import { catalogue } from './catalogue.ts';
import { customerPictures } from './customer-pictures.ts';
import { customers } from './customers.ts';
import { creations } from './creations.ts';
import { films } from './films.ts';
import { exports } from './exports.ts';
import { duplicates } from './duplicates.ts';
import { inbox } from './inbox.ts';
import { jobs } from './jobs.ts';
import { library } from './library.ts';
import { media } from './media.ts';
import { orders } from './orders.ts';
import { paper } from './paper.ts';
import { photoWork } from './photo-work.ts';
import { pictures } from './pictures.ts';
import { posts } from './posts.ts';
import { publishing } from './publishing.ts';
import { records } from './records.ts';
import { renditions } from './renditions.ts';
import { repeats } from './repeats.ts';
import { savedReplies } from './saved-replies.ts';
import { series } from './series.ts';
import { review } from './review.ts';
import { shop } from './shop.ts';
import { snippets } from './snippets.ts';
import { studio } from './studio.ts';
import { team } from './team.ts';
import { teamwork } from './teamwork.ts';
import { timing } from './timing.ts';
import { today } from './today.ts';
import { watch } from './watch.ts';

/** Everything the studio answers, one key a feature. */
export const contract = {
  accounts,
  alt,
  app,
  automation,
  batches,
  brand,
  bulk,
  campaigns,
  catalogue,
  creations,
  customerPictures,
  customers,
  exports,
  films,
  duplicates,
  inbox,
  jobs,
  library,
  media,
  orders,
  paper,
  photoWork,
  pictures,
  posts,
  publishing,
  records,
  renditions,
  repeats,
  savedReplies,
  series,
  review,
  shop,
  snippets,
  studio,
  team,
  teamwork,
  timing,
  today,
  watch,
};
export type Contract = typeof contract;
