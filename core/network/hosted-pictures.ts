import type { TargetState } from '../../shared/contract/shapes.ts';
import type { Clock } from '../../shared/facts.ts';
import type { Db } from '../db/transact.ts';
import { createHostedPictureStore, type HostedRow } from './hosted-picture-store.ts';
import { openPictureHost } from './open-picture-host.ts';
import type { HostedPicture, PictureFile, PictureHost } from './picture-host.ts';
import { maxRemovalTries, neededUntilAt, removalDelayMs } from './picture-need.ts';
import type { PicturePlace, PicturePlaces } from './picture-places.ts';
import { leftNothing, trouble, type HostAnswer } from './picture-trouble.ts';
import type { Web } from './web-exchange.ts';

export type StateOf = (targetId: string) => TargetState | undefined;

export type HostedPictures = {
  /** Notes the picture before it is uploaded: it is removed some day whatever happens to us. */
  put(
    at: { place: PicturePlace; host: PictureHost },
    file: PictureFile,
    need: { targetId?: string | undefined; forMs: number },
  ): Promise<HostAnswer<HostedPicture & { id: string }>>;
  /** By a host that is open already; `stays` where the storage offers no removal. */
  remove(id: string, host: PictureHost): Promise<HostAnswer<undefined>>;
  /** Removes what nobody needs any more. */
  sweep(stateOf: StateOf): Promise<void>;
  /** Removes the secrets of places that were left and hold nothing. */
  forgetSecrets(): Promise<void>;
  count(): number;
  /** A removal under way may end; nothing is written any more. */
  close(): void;
};

export type HostedPicturesUses = {
  db: Db;
  clock: Clock;
  newId(): string;
  places: PicturePlaces;
  openWeb(): Web;
  /** For the log: what stays in the merchant's storage for good. Never an address. */
  report(message: string): void;
};

export function createHostedPictures(uses: HostedPicturesUses): HostedPictures {
  const { clock, places } = uses;
  const store = createHostedPictureStore(uses.db);
  let isClosed = false;
  let sweeping: Promise<void> | undefined;

  async function askRemoval(row: HostedRow): Promise<HostAnswer<undefined>> {
    if (row.removeUrl === undefined) return { ok: true, value: undefined };
    const secret = await places.secretOf(row.place.placeId);
    const host = openPictureHost(row.place, secret, uses.openWeb());
    return host.ok ? host.value.remove(row.removeUrl) : host;
  }

  function settle(row: HostedRow, removed: HostAnswer<undefined>): void {
    const isLast = row.tries + 1 >= maxRemovalTries;
    const isOver = removed.ok || removed.trouble.kind === 'stays' || isLast;
    if (isOver) store.forget(row.id);
    else store.postpone(row.id, clock.now() + removalDelayMs(row.tries));
    if (isOver && !removed.ok)
      uses.report(`a picture stays in the storage: ${removed.trouble.kind}`);
  }

  async function forgetSecrets(): Promise<void> {
    const held = new Set(store.all().map((row) => row.place.placeId));
    await places.forgetSecrets((placeId) => held.has(placeId));
  }

  async function sweepNow(stateOf: StateOf): Promise<void> {
    const now = clock.now();
    const isOver = (row: HostedRow): boolean =>
      row.keepUntilAt <= now ||
      (row.targetId !== undefined && neededUntilAt(row, stateOf(row.targetId)) <= now);
    for (const row of store.due(now).filter(isOver)) {
      if (isClosed) return;
      const removed = await askRemoval(row);
      if (!isClosed) settle(row, removed);
    }
    if (!isClosed) await forgetSecrets();
  }

  return {
    async put({ place, host }, file, { targetId, forMs }) {
      const id = uses.newId();
      const putAt = clock.now();
      const removeUrl = host.removeUrlOf(file.name);
      store.add({ id, targetId, place, removeUrl, putAt, keepUntilAt: putAt + forMs });
      const hosted = await host.put(file);
      if (!hosted.ok) {
        if (leftNothing(hosted.trouble)) store.forget(id);
        return hosted;
      }
      store.setRemoveUrl(id, hosted.value.removeUrl);
      return { ok: true, value: { ...hosted.value, id } };
    },
    async remove(id, host) {
      const row = store.find(id);
      if (!row) return { ok: true, value: undefined };
      const removed =
        row.removeUrl === undefined ? trouble('stays') : await host.remove(row.removeUrl);
      if (!isClosed) settle(row, removed);
      return removed;
    },
    forgetSecrets,
    sweep(stateOf) {
      sweeping ??= sweepNow(stateOf).finally(() => (sweeping = undefined));
      return sweeping;
    },
    count: store.count,
    close: () => void (isClosed = true),
  };
}
