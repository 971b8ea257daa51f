import type { Readable } from 'node:stream';
import { join } from 'node:path';
import type { Language } from '../shared/contract/shapes.ts';
import type { ReturnOutcome } from './accounts/login.ts';
import type { AnswerProblems } from './answer-problems.ts';
import { createBackups } from './app/backups.ts';
import { readMode, settleMode } from './app/library-mode.ts';
import { appService } from './app/service.ts';
import type { JobRun } from './jobs/job-types.ts';
import { describeMachine } from './describe-machine.ts';
import { openConversations } from './open-conversations.ts';
import { openFeatures, type Features } from './open-features.ts';
import { openFoundation, type Foundation } from './open-foundation.ts';
import { openMediaLibrary } from './open-library.ts';
import { openNetwork } from './open-network.ts';
import { openRhythm } from './open-rhythm.ts';
import { openSeries } from './open-series.ts';
import { openPhotos } from './open-photos.ts';
import { openPractice } from './open-practice.ts';
import { shopService, type ShopService } from './shop/service.ts';
import type { StudioEntries, StudioOptions } from './studio-options.ts';
import { startTicker } from './ticker.ts';
import { version } from './version.ts';
import type { StudioParts } from './studio-parts.ts';
import { studioRouter } from './studio-router.ts';

export type Studio = {
  router: ReturnType<typeof studioRouter>;
  answers: AnswerProblems;
  language(): Language;
  report(error: unknown): string;
  receiveUpload(stream: Readable, name: string): Promise<{ assetId: string }>;
  locateMedia(
    pathname: string,
    search: URLSearchParams,
  ): Promise<{ file: string; mime: string; isPrivate?: boolean } | undefined>;
  /** Writes who holds the folder, for a second start to say. */
  describeHolder(holder: { pid: number; url: string }): void;
  secretsAreWeak: boolean;
  /** Takes what a login in a browser tab came back with, and says what came of it. */
  receiveLogin(answer: URLSearchParams): ReturnOutcome;
  /** Words for the tab that came back. */
  describeReturn(outcome: ReturnOutcome, language: Language): { title: string; text: string };
  /** Looks for due work now. */
  tick(): Promise<void>;
  close(): Promise<void>;
};

const ownEntries: StudioEntries = {
  mediaWorker: join(import.meta.dirname, 'media/worker/main.ts'),
  backup: join(import.meta.dirname, 'db/backup-process.ts'),
  practice: join(import.meta.dirname, 'practice/practice-process.ts'),
  search: join(import.meta.dirname, 'records/search-process.ts'),
};

function countersOf({ features, inbox }: StudioParts) {
  const targets = features.publishing.counts();
  const jobs = features.jobs
    .list('en')
    .filter((job) => job.state === 'queued' || job.state === 'running');
  const onTheirWay = targets.preparing + targets.ready + targets.publishing + targets.uncertain;
  return {
    plan: targets.asking + targets.failed + targets.missed,
    inbox: inbox.counts().unread,
    outbox: inbox.outboxCount() + jobs.length + onTheirWay + targets.waiting,
  };
}

function openApp(parts: StudioParts) {
  const { options, foundation, shop, network, practice } = parts;
  const { tools, settings, library, report } = foundation;
  const backups = createBackups({
    file: library.file,
    folder: library.backupFolder,
    host: options.host,
    entry: (options.entries ?? ownEntries).backup,
    events: tools.events,
    now: tools.clock.now,
    onFailure(error) {
      report(error, ['backup']);
      const title = tools.say(tools.shopLanguage(), 'app:backupFailed');
      options.host.notify({ title, body: error.message });
    },
  });
  const service = appService({
    tools,
    settings,
    host: options.host,
    version,
    dataDir: options.dataDir,
    zone: () => shop.readShop().zone,
    line: network.line,
    backups,
    counters: () => countersOf(parts),
    saveLanguage: (language) => void shop.setLanguage(language),
    async startPractice(language) {
      settings.set('practice.own', true);
      shop.setLanguage(language);
      await practice.start();
    },
    practiceUrl: () => practice.ready()?.url,
    haltedBy: parts.features.publishing.haltedBy,
    diagnostics: () => describeMachine(options),
  });
  return { service, backups };
}

function openParts(options: StudioOptions): StudioParts {
  const { dataDir, resourcesDir, host, clock, log } = options;
  const entries = options.entries ?? ownEntries;
  let shop: ShopService | undefined;
  const foundation = openFoundation({
    dataDir,
    resourcesDir,
    clock,
    log,
    shopLanguage: () => shop?.readShop().language ?? 'fr',
  });
  const machineZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  shop = shopService(foundation.tools, { machineZone });
  if (options.practice) {
    settleMode(foundation.settings, 'practice');
    foundation.settings.set('practice.own', true);
  }
  const practiceUrl = () => practice.ready()?.url;
  const network = openNetwork(foundation, host, () => options.graph ?? practiceUrl());
  const { mediaWorker } = entries;
  const features = openFeatures({
    ...{ foundation, network, host, shop, dataDir, resourcesDir, mediaWorker, practiceUrl },
    stalePrices: (postIds) => series.stalePrices(postIds),
  });
  const practice = openPractice({
    options,
    foundation,
    shop,
    network,
    features,
    entry: entries.practice,
  });
  const conversations = openConversations({
    ...{ options, foundation, network, features, shop },
    searchEntry: entries.search,
  });
  const rhythm = openRhythm({ foundation, network, features, shop });
  const photos = openPhotos({ foundation, features, host, dataDir });
  const series = openSeries({ foundation, shop, features, alt: photos.alt });
  const mediaLibrary = openMediaLibrary({ foundation, shop, features });
  return {
    options,
    foundation,
    shop,
    network,
    features,
    ...conversations,
    rhythm,
    series,
    mediaLibrary,
    photos,
    practice,
  };
}

function ownsPractice({ settings }: Foundation): boolean {
  return readMode(settings) === 'practice' && settings.get<boolean>('practice.own') === true;
}

/** Plans keep their wall time: when the machine brought other zone rules, their instants move along. */
function followZoneRules({ foundation, features, rhythm, options }: StudioParts): void {
  const { settings, tools } = foundation;
  const rules = process.versions.tz ?? '';
  const before = settings.get<string>('zone.rules');
  settings.set('zone.rules', rules);
  if (before === undefined || before === rules) return;
  const moved = features.posts.realignPlans();
  if (moved.length === 0) return;
  rhythm.timing.noteMoved(moved);
  const title = tools.say(tools.shopLanguage(), 'app:plansMoved', { count: moved.length });
  options.host.notify({ title, body: moved.map((plan) => plan.title).join(', ') });
}

/** One queue makes videos: those of templates, films, and cuts of those that are there; another makes pictures of
 *  products, of creations and of batches. */
function runnersOf({ studio, renditions, creations, batches, films }: Features) {
  const { video, pictures } = studio.runners;
  return {
    pictures: (run: JobRun) =>
      [creations, batches].find((one) => one.isOurs(run.input))?.runner(run) ?? pictures(run),
    video: (run: JobRun) => {
      if (renditions.isCut(run.input)) return renditions.runner(run);
      return films.isOurs(run.input) ? films.runner(run) : video(run);
    },
  };
}

/** Rules look at what came in before and at what this tick brings: reading may take long. */
async function tickInbox({ inbox, automation }: StudioParts, now: number): Promise<void> {
  await automation.automation.tick();
  await inbox.tick(now);
  await automation.automation.tick();
}

async function closeInbox({ inbox, automation }: StudioParts): Promise<void> {
  await automation.automation.close();
  await inbox.close();
}

/** Opens the studio of a data folder. Resolves when a first call would be answered; what is due is
 *  looked for from then on. Throws LibraryRefused, having changed nothing. */
export async function openStudio(options: StudioOptions): Promise<Studio> {
  const parts = openParts(options);
  const { foundation, network, features, inbox, rhythm, practice } = parts;
  const { tools, answers, report, library } = foundation;
  const { service, backups } = openApp(parts);
  await features.library.sweep();
  features.jobs.start(runnersOf(features));
  parts.series.resume();
  parts.photos.start();
  features.exports.resume();
  void parts.customerPictures
    .sweep()
    .catch((error: unknown) => report(error, ['customer-pictures']));
  if (ownsPractice(foundation)) await practice.start();

  const onError = (part: string) => (error: unknown) => void report(error, ['tick', part]);
  const sweepPictures = (): void => {
    if (!network.line.isOnline()) return;
    const swept = network.pictures.hosted.sweep(features.publishing.stateOf);
    void swept.catch(onError('pictures'));
  };
  const ticker = startTicker(
    tools.clock,
    async (now) => {
      // Each goes at its own pace: a slow upload must hold up neither the line nor the inbox.
      void features.publishing.tick(now).catch(onError('publishing'));
      void tickInbox(parts, now).catch(onError('inbox'));
      parts.records.tick(now);
      void rhythm.tick(now).catch(onError('rhythm'));
      backups.tick(now);
      sweepPictures();
      void parts.mediaLibrary.sweep(now).catch(onError('library'));
      void parts.photos.watch.tick().catch(onError('watch'));
      network.accounts.tick();
      await network.line.tick();
    },
    onError('line'),
  );
  followZoneRules(parts);
  features.publishing.start();
  inbox.start();
  const stopWaking = options.host.onWake(() => void ticker.tick());
  const stopListening = tools.events.on((event) => {
    if (event.type === 'line' && event.online) void ticker.tick();
    if (event.type === 'target-published') sweepPictures();
  });

  return {
    router: studioRouter(parts, service),
    answers,
    language: tools.shopLanguage,
    report: (error) => report(error),
    receiveUpload: features.library.receiveUpload,
    locateMedia: async (pathname, search) =>
      (await parts.customerPictures.locate(pathname)) ?? features.library.locate(pathname, search),
    describeHolder: library.lock.describe,
    secretsAreWeak: options.host.secrets.weak,
    receiveLogin: network.accounts.receiveReturn,
    describeReturn: network.accounts.describeReturn,
    tick: ticker.tick,
    async close() {
      parts.series.close();
      features.batches.close();
      stopWaking();
      stopListening();
      network.pictures.hosted.close();
      backups.close();
      await ticker.stop();
      await Promise.all([
        features.publishing.close(),
        closeInbox(parts),
        parts.records.close(),
        parts.customerPictures.close(),
        rhythm.close(),
        features.jobs.close(),
        parts.photos.close(),
        features.exports.close(),
      ]);
      await features.library.close();
      practice.close();
      library.close();
    },
  };
}
