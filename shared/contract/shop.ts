import { z } from 'zod';
import { clientId, currency, id, language, mediaUrl, procedure } from './shapes.ts';

export const brandKit = z.object({
  /** Drawn on pictures when there is no logo asset. */
  logoText: z.string().max(60),
  logoAssetId: id.optional(),
  logoUrl: mediaUrl.optional(),
  /** sRGB hex: ground, paper, accent, as `#24402F`. */
  colours: z.object({
    ground: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
    paper: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
    accent: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  }),
});
export type BrandKit = z.infer<typeof brandKit>;

/** Weekday 1 (Monday) to 7 with a wall time as `18:30`. */
export const usualTime = z.object({
  weekday: z.number().int().min(1).max(7),
  time: z.string().regex(/^\d\d:\d\d$/),
});

export const shopSettings = z.object({
  name: z.string().min(1).max(80),
  country: z.string().regex(/^[A-Z]{2}$/),
  currency,
  zone: z.string().min(1).max(60),
  language,
  /** A post found late is published within this time, else it asks. Minutes. */
  graceMinutes: z.number().int().min(0).max(1440),
  /** The shop's usual hours. */
  usualTimes: z.array(usualTime),
  brand: brandKit,
});
export type ShopSettings = z.infer<typeof shopSettings>;

export const shop = {
  get: procedure('/shop/get').input(z.object({}).optional()).output(shopSettings),
  save: procedure('/shop/save')
    .input(shopSettings.partial().extend({ clientId }))
    .output(shopSettings),
};
