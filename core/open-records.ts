import { homedir } from 'node:os';
import { join } from 'node:path';
import { listBackups } from './db/backup.ts';
import { placeOf } from './exports/plan-export.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { Inbox } from './open-inbox.ts';
import type { StudioNetwork } from './open-network.ts';
import type { RecordsUses } from './records/records-uses.ts';
import { recordsService, type RecordsService } from './records/service.ts';
import type { ShopService } from './shop/service.ts';
import type { StudioOptions } from './studio-options.ts';

/** What is kept of customers, given what it needs of the other features. */
export function openRecords(parts: {
  options: Pick<StudioOptions, 'dataDir' | 'host'>;
  foundation: Foundation;
  network: StudioNetwork;
  features: Features;
  shop: ShopService;
  inbox: Pick<Inbox, 'records'>;
  customerPictures: RecordsUses['pictures'];
  searchEntry: string;
}): RecordsService {
  const { options, foundation, network, features, shop, inbox, searchEntry } = parts;
  const { people } = features.team;
  return recordsService({
    tools: foundation.tools,
    settings: foundation.settings,
    inbox: inbox.records,
    pictures: parts.customerPictures,
    dataDir: options.dataDir,
    downloadsDir: join(homedir(), 'Downloads'),
    host: options.host,
    searchEntry,
    placeOf,
    listBackups: () => listBackups(foundation.library.backupFolder),
    listAccounts: network.accounts.listAccounts,
    listShops() {
      const { shops, accounts } = shop.places.list();
      return shops.map(({ id, name, zone }) => ({
        ...{ id, name, zone },
        accountIds: accounts.filter(({ shopId }) => shopId === id).map((one) => one.accountId),
      }));
    },
    zone: () => shop.readShop().zone,
    shopName: () => shop.readShop().name,
    whoWorks: () => people.me()?.id,
    nameOf: people.nameOf,
    requireOwner: () => people.require('people'),
    describeProblem: foundation.answers.describe,
    report: (error) => void foundation.report(error, ['records']),
  });
}
