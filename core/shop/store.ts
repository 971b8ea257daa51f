import { shopSettings, type ShopSettings } from '../../shared/contract/shop.ts';
import type { Db } from '../db/transact.ts';
import { withoutGaps } from '../../shared/rules/plain-records.ts';

const savedShop = shopSettings.partial();
type SavedShop = Partial<ShopSettings>;

/** Keeps what the merchant set under `shop` in the table of settings. */
export function shopStore(db: Db) {
  const find = db.prepare<[], { value: string }>("SELECT value FROM settings WHERE key = 'shop'");
  const put = db.prepare<[string]>(
    `INSERT INTO settings (key, value) VALUES ('shop', ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );

  function read(): SavedShop {
    const row = find.get();
    return row ? withoutGaps(savedShop.parse(JSON.parse(row.value))) : {};
  }

  return {
    read,
    write: (change: object) =>
      put.run(JSON.stringify(savedShop.parse({ ...read(), ...withoutGaps(change) }))),
  };
}
