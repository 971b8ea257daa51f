import { z } from 'zod';
import { shopPlace, usualTime, type ShopPlace } from '../../shared/contract/shop.ts';
import type { Db } from '../db/transact.ts';

const furtherShop = shopPlace.omit({ id: true });
const times = z.array(usualTime);

export type AccountRow = {
  accountId: string;
  shopId: string | undefined;
  times: Times | undefined;
};
type Times = ShopPlace['usualTimes'];
type RawAccount = { accountId: string; shopId: string | null; usualTimes: string | null };

export type PlaceStore = ReturnType<typeof placeStore>;

/** The further shops, and what belongs to accounts; an account without a row is the first shop's. */
export function placeStore(db: Db) {
  const shops = db.prepare<[], { id: string; place: string }>(
    'SELECT id, place FROM shops ORDER BY added_at, id',
  );
  const putShop = db.prepare<[string, string, number]>(
    `INSERT INTO shops (id, place, added_at) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET place = excluded.place`,
  );
  const removeShop = db.prepare<[string]>('DELETE FROM shops WHERE id = ?');
  // Accounts are the accounts feature's, read here to say of each one where it belongs.
  const accounts = db.prepare<[], RawAccount>(
    `SELECT a.id AS accountId, p.shop_id AS shopId, p.usual_times AS usualTimes
     FROM accounts a LEFT JOIN account_places p ON p.account_id = a.id
     WHERE a.disconnected_at IS NULL ORDER BY a.connected_at, a.network, a.name`,
  );
  const account = db.prepare<[string], RawAccount>(
    `SELECT account_id AS accountId, shop_id AS shopId, usual_times AS usualTimes
     FROM account_places WHERE account_id = ?`,
  );
  const leave = db.prepare<[string]>('UPDATE account_places SET shop_id = NULL WHERE shop_id = ?');
  const assign = db.prepare<[string, string | null]>(
    `INSERT INTO account_places (account_id, shop_id) VALUES (?, ?)
     ON CONFLICT (account_id) DO UPDATE SET shop_id = excluded.shop_id`,
  );
  const setTimes = db.prepare<[string, string | null]>(
    `INSERT INTO account_places (account_id, usual_times) VALUES (?, ?)
     ON CONFLICT (account_id) DO UPDATE SET usual_times = excluded.usual_times`,
  );

  return {
    shops: (): ShopPlace[] =>
      shops.all().map(({ id, place }) => ({ id, ...furtherShop.parse(JSON.parse(place)) })),
    putShop: ({ id, ...place }: ShopPlace, addedAt: number) =>
      putShop.run(id, JSON.stringify(furtherShop.parse(place)), addedAt),
    removeShop: (id: string) => {
      // Accounts that were disconnected may still name it.
      leave.run(id);
      removeShop.run(id);
    },
    accounts: () => accounts.all().map(readAccount),
    account(id: string): AccountRow | undefined {
      const row = account.get(id);
      return row && readAccount(row);
    },
    assign: (accountId: string, shopId: string | undefined) =>
      assign.run(accountId, shopId ?? null),
    setTimes: (accountId: string, usualTimes: Times) =>
      setTimes.run(accountId, usualTimes.length === 0 ? null : JSON.stringify(usualTimes)),
  };
}

function readAccount({ accountId, shopId, usualTimes }: RawAccount): AccountRow {
  return {
    accountId,
    shopId: shopId ?? undefined,
    times: usualTimes === null ? undefined : times.parse(JSON.parse(usualTimes)),
  };
}
