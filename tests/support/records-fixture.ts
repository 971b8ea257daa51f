import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { customerPicturesService } from '../../core/customer-pictures/service.ts';
import { listBackups, makeBackup } from '../../core/db/backup.ts';
import { placeOf } from '../../core/exports/plan-export.ts';
import { createLog } from '../../core/log.ts';
import { createMediaLibrary } from '../../core/media/media-library.ts';
import { createPictureFetch } from '../../core/network/fetch-picture.ts';
import { openFoundation } from '../../core/open-foundation.ts';
import { createRedactor } from '../../core/redact.ts';
import { recordsService, type RecordsService } from '../../core/records/service.ts';
import { fixtureAccounts, openTestInbox } from './inbox-fixture.ts';
import { createTestHost } from './test-host.ts';
import { resourcesDir } from './test-tools.ts';

export type RecordsWorld = ReturnType<typeof openRecordsWorld>;

/** A whole data folder as the studio keeps it, with an inbox that no network reads and its records. The clock
 *  stands at 2026-11-24T08:12:00Z until it is moved. */
export function openRecordsWorld(folder?: string) {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'vitrine-records-'));
  const time = { now: Date.parse('2026-11-24T08:12:00Z') };
  const clock = { now: () => time.now, tickSeconds: 15, manual: true };
  const log = createLog(dataDir, createRedactor());
  const foundation = openFoundation({
    dataDir,
    resourcesDir,
    clock,
    log,
    shopLanguage: () => 'fr',
  });
  const { tools, library, settings, answers } = foundation;
  const host = createTestHost();
  const describeProblem = answers.describe;
  const media = createMediaLibrary(tools, { dataDir, host, resourcesDir, describeProblem });
  /** Where customers' pictures come from: an address on this computer. */
  const places = { graph: 'http://127.0.0.1:9' };
  const pictures = customerPicturesService(tools, {
    ...{ dataDir, workers: media.workers, makeWorkFolder: media.makeWorkFolder },
    importPath: media.importPath,
    fetch: createPictureFetch(),
    practiceGraph: () => places.graph,
    isOnline: () => true,
    mayRead: () => false,
    readAccount: (id) => fixtureAccounts.find((one) => one.id === id),
    clientFor: () => Promise.reject(new Error('no network here')),
    report: (error) => {
      throw error;
    },
  });
  const inbox = openTestInbox(tools, {
    isUnwanted: (one) => records.isUnwanted(one),
    pictures,
  });
  const records: RecordsService = recordsService({
    ...{ tools, settings, dataDir, placeOf, pictures, host, describeProblem },
    inbox: inbox.inbox.records,
    downloadsDir: join(dataDir, '..', 'no-downloads'),
    searchEntry: resolve(import.meta.dirname, '../../core/records/search-process.ts'),
    listBackups: () => listBackups(library.backupFolder),
    listAccounts: () => [...fixtureAccounts],
    listShops: () => [
      { id: 'first', name: 'La Serre', zone: 'Europe/Paris', accountIds: ['fb'] },
      { id: 'lyon', name: 'Lyon', zone: 'Pacific/Chatham', accountIds: ['ig'] },
    ],
    zone: () => 'Europe/Paris',
    shopName: () => 'La Serre',
    whoWorks: () => undefined,
    nameOf: () => undefined,
    requireOwner: () => {},
    report: (error) => {
      throw error;
    },
  });
  return {
    ...{ dataDir, tools, log, records, time, pictures, places, media },
    ...inbox,
    backUp: () => makeBackup(tools.db, library.backupFolder, time.now, 'asked'),
    async close(keep = false) {
      await records.close();
      await inbox.inbox.close();
      await pictures.close();
      await media.close();
      library.close();
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
