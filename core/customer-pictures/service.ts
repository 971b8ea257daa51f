import type { RemoteAttachment } from 'graph-api-client';
import type { CustomerPicture } from '../../shared/contract/customer-pictures.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { storageTrouble } from '../db/storage-trouble.ts';
import { askLimit } from './ask-limit.ts';
import { bringPicture, type Brought } from './bring-picture.ts';
import type { CustomerPicturesUses } from './customer-pictures-uses.ts';
import { pictureStore, type PictureRow } from './picture-store.ts';
import { nameOf, presentPicture, readName } from './present-picture.ts';
import { sharedWork } from './shared-work.ts';
import { createStillCache } from './still-cache.ts';

export type CustomerPictures = ReturnType<typeof customerPicturesService>;

export type CustomerPicturesOptions = {
  /** Bytes of stills that are kept; the oldest go beyond. */
  mostBytes?: number;
};

const fetchedAtOnce = 3;
/** A look is written down so often at most. */
const touchEveryMs = 3_600_000;
const address = /^\/media\/customers\/([\d-]{3,24})$/;

/** What customers send beside their words: fetched when somebody looks, kept as small stills. */
export function customerPicturesService(
  tools: FeatureTools,
  uses: CustomerPicturesUses,
  options: CustomerPicturesOptions = {},
) {
  const { clock, say } = tools;
  const store = pictureStore(tools.db);
  const cache = createStillCache(store, uses.dataDir, options.mostBytes);
  const work = sharedWork<string | undefined>(fetchedAtOnce);
  const limit = askLimit(clock.now);
  const bringing = {
    uses,
    now: clock.now,
    mayAskAgain: (accountId: string) =>
      uses.mayRead(accountId, 'open-view') && limit.take(accountId),
    noteAddresses: (key: bigint, attachments: readonly RemoteAttachment[]) =>
      tools.transact(() => store.note(key, attachments)),
  };

  function find(pictureId: string): PictureRow {
    const name = readName(pictureId);
    const row = name && store.find(name.key, name.place);
    if (!row) throw new Problem('not-found');
    return row;
  }

  /** A still whose file somebody took away can be fetched again. */
  async function present(row: PictureRow): Promise<PictureRow> {
    if (row.hash === null || (await cache.isThere(row.hash))) return row;
    store.lose(row.hash);
    return find(nameOf(row));
  }

  /** Answers why it did not come this time, where that may change by itself. */
  async function fetch(row: PictureRow, signal: AbortSignal): Promise<string | undefined> {
    const origin = store.origin(row.key);
    if (!origin) return undefined;
    if (signal.aborted) return 'stopped';
    const folder = await uses.makeWorkFolder();
    try {
      return await settle(row, await bringPicture(bringing, row, origin, folder.path, signal));
    } finally {
      await folder.remove();
    }
  }

  async function settle(row: PictureRow, brought: Brought): Promise<string | undefined> {
    if (brought.is === 'later') return brought.code;
    if (brought.is === 'no') {
      tools.transact(() => store.refuse(row, brought.code));
      return undefined;
    }
    const { still, path } = brought;
    const note = () => tools.transact(() => store.settle(row, still, clock.now()));
    await cache.settle(path, still, note);
    return undefined;
  }

  const canBeFetched = ({ kind, url }: PictureRow) =>
    kind === 'image' || (kind === 'film' && url !== null);

  /** What nobody foresaw is for the log; a disk without room is for the person. */
  function codeOf(error: unknown): string {
    if (storageTrouble(error) === 'disk-full') return 'disk-full';
    uses.report(error);
    return 'busy';
  }

  async function look(
    wish: { pictureId: string; again?: boolean | undefined },
    language: Language = tools.shopLanguage(),
    signal?: AbortSignal,
  ): Promise<CustomerPicture> {
    const row = await present(find(wish.pictureId));
    const isWanted = row.state === 'new' || (row.state === 'no' && wish.again === true);
    if (!isWanted || !canBeFetched(row)) return presentPicture(say, language, row);
    if (!uses.isOnline()) return presentPicture(say, language, { ...row, state: 'new' }, 'offline');
    const name = nameOf(row);
    const later = await work.share(name, (ending) => fetch(row, ending), signal).catch(codeOf);
    const now = find(wish.pictureId);
    return later === undefined
      ? presentPicture(say, language, now)
      : presentPicture(say, language, { ...now, state: 'new' }, later);
  }

  async function locate(pathname: string) {
    const [, pictureId] = address.exec(pathname) ?? [];
    const name = pictureId === undefined ? undefined : readName(pictureId);
    const row = name && store.find(name.key, name.place);
    if (!row?.hash || !(await cache.isThere(row.hash))) return undefined;
    const now = clock.now();
    if (now - (row.seenAt ?? 0) >= touchEveryMs) store.touch(row.hash, now);
    // Nobody keeps a copy: a person who is forgotten would live on in the store of a browser.
    return { file: cache.fileOf(row.hash), mime: 'image/webp', isPrivate: true };
  }

  async function keep({
    pictureId,
    clientId,
  }: {
    pictureId: string;
    clientId?: string | undefined;
  }) {
    return tools.applyOnceAsync('customerPictures/keep', clientId, async () => {
      const row = await present(find(pictureId));
      if (row.hash === null) throw new Problem('customer-picture-away');
      const brought = await uses.importPath(cache.fileOf(row.hash), {
        name: say(tools.shopLanguage(), 'customer-pictures:fileName', {
          name: store.origin(row.key)?.fromName ?? '',
        }),
      });
      if (!brought.ok) throw new Problem(brought.code, brought.params);
      return { assetId: brought.assetId, already: brought.already };
    });
  }

  return {
    look,
    keep,
    locate,
    /** Keeps what came with a comment; in the transaction that keeps the comment. */
    note: (key: bigint, attachments: readonly RemoteAttachment[]): void =>
      store.note(key, attachments),
    /** Of the comments of a thread, as a window shows them. */
    ofComments(keys: readonly bigint[], language: Language): Map<bigint, CustomerPicture[]> {
      const found = [...store.ofComments(keys)];
      return new Map(
        found.map(([key, rows]) => [key, rows.map((row) => presentPicture(say, language, row))]),
      );
    },
    /** Hashes of the stills that are kept now. */
    named: store.named,
    sample: cache.sample,
    /** Removes stills that no comment names any more. */
    sweep: cache.sweep,
    close: work.close,
  };
}
