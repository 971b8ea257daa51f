import type { CustomerPictures } from './customer-pictures/service.ts';
import { openAutomation, type Automation } from './open-automation.ts';
import { openCustomerPictures } from './open-customer-pictures.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import { openInbox, type Inbox } from './open-inbox.ts';
import type { StudioNetwork } from './open-network.ts';
import { openRecords } from './open-records.ts';
import { openReplies } from './open-replies.ts';
import { openTeamwork, type Teamwork } from './open-teamwork.ts';
import type { RecordsService } from './records/service.ts';
import type { ShopService } from './shop/service.ts';
import type { StudioOptions } from './studio-options.ts';

export type Conversations = {
  inbox: Inbox;
  teamwork: Teamwork;
  records: RecordsService;
  automation: Automation;
  customerPictures: CustomerPictures;
};

/** All that stands around the inbox. Its parts know one another when they are called, not when they are made. */
export function openConversations(parts: {
  options: StudioOptions;
  foundation: Foundation;
  network: StudioNetwork;
  features: Features;
  shop: ShopService;
  searchEntry: string;
}): Conversations {
  const { options, foundation, network, features, shop, searchEntry } = parts;
  const { resourcesDir, host, dataDir } = options;
  const customerPictures = openCustomerPictures({ foundation, network, features, dataDir });
  const teamwork = openTeamwork({ foundation, features, shop, inbox: () => inbox });
  const colleagues = teamwork.teamwork.forInbox;
  const replies = openReplies({ foundation, features, shop, resourcesDir });
  const inbox: Inbox = openInbox({
    ...{ foundation, network, features, shop, resourcesDir, colleagues, replies, customerPictures },
    onTaken: (keys) => automation.automation.noteTaken(keys),
    isUnwanted: (comment) => records.isUnwanted(comment),
  });
  const records = openRecords({
    ...{ options, foundation, network, features, shop, inbox, customerPictures, searchEntry },
  });
  const automation = openAutomation({
    ...{ foundation, network, features, shop, replies, inbox, host },
    ...teamwork,
  });
  return { inbox, teamwork, records, automation, customerPictures };
}
