import { customerPicturesService, type CustomerPictures } from './customer-pictures/service.ts';
import { createPictureFetch } from './network/fetch-picture.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { StudioNetwork } from './open-network.ts';

/** What customers send beside their words, given what it needs of the other features. */
export function openCustomerPictures(parts: {
  foundation: Foundation;
  network: StudioNetwork;
  features: Pick<Features, 'library'>;
  dataDir: string;
}): CustomerPictures {
  const { foundation, network, features, dataDir } = parts;
  const { accounts, access, line } = network;
  const { library } = features;
  return customerPicturesService(foundation.tools, {
    dataDir,
    isOnline: line.isOnline,
    readAccount: accounts.readAccount,
    clientFor: access.clientFor,
    mayRead: access.mayRead,
    practiceGraph(accountId) {
      const account = accounts.readAccess(accountId);
      return account?.practice ? account.baseUrls.graph : undefined;
    },
    fetch: createPictureFetch(),
    workers: library.workers,
    makeWorkFolder: library.makeWorkFolder,
    importPath: library.importPath,
    report: (error) => void foundation.report(error, ['customer-pictures']),
  });
}
