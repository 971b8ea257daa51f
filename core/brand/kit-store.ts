import { z } from 'zod';
import { brandColours, brandWatermark, fontPair, priceStyle } from '../../shared/contract/brand.ts';
import type { Db } from '../db/transact.ts';

/** A kit as it is kept; of the first shop, what its settings hold is read from there. */
export const keptKit = z.object({
  logoText: z.string().max(60),
  logoAssetId: z.string().optional(),
  logoDarkAssetId: z.string().optional(),
  /** Which picture a trimmed logo was cut out of, by the logo's id; the last ones. */
  logoOrigins: z.record(z.string(), z.string()).optional(),
  /** The colours of a logo's larger parts, by its id; the last ones. */
  logoColours: z.record(z.string(), z.array(z.string())).optional(),
  colours: brandColours,
  fonts: fontPair.optional(),
  priceStyle: priceStyle.optional(),
  watermark: brandWatermark.optional(),
});
export type KeptKit = z.infer<typeof keptKit>;

export function kitStore(db: Db) {
  const find = db.prepare<[string], { kit: string }>(
    'SELECT kit FROM brand_kits WHERE shop_id = ?',
  );
  const put = db.prepare<[string, string, number]>(
    `INSERT INTO brand_kits (shop_id, kit, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (shop_id) DO UPDATE SET kit = excluded.kit, changed_at = excluded.changed_at`,
  );
  const remove = db.prepare<[string]>('DELETE FROM brand_kits WHERE shop_id = ?');
  return {
    read(shopId: string): KeptKit | undefined {
      const row = find.get(shopId);
      return row && keptKit.parse(JSON.parse(row.kit));
    },
    write: (shopId: string, kit: KeptKit, at: number) =>
      void put.run(shopId, JSON.stringify(keptKit.parse(kit)), at),
    remove: (shopId: string) => void remove.run(shopId),
  };
}
