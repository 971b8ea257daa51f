import { z } from 'zod';
import { clientId, currency, empty, id, language, mediaUrl, ok, procedure } from './shapes.ts';

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

/** A line as it stands on a door: `Mardi à samedi`, `9 h – 19 h`. */
export const openingLine = z.object({ days: z.string().max(120), times: z.string().max(120) });
export type OpeningLine = z.infer<typeof openingLine>;

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A stretch in which the shop is open: weekday 1 (Monday) to 7. One that closes no later than it opens
 *  goes past midnight. */
export const openingSpan = z.object({
  weekday: z.number().int().min(1).max(7),
  opens: wallTime,
  closes: wallTime,
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
  /** When customers find the shop open, in its own words. */
  openingHours: z.array(openingLine).max(7).optional(),
  /** The same as the studio reckons with it: away answers, goals, `{opening_hours}`. */
  openingSpans: z.array(openingSpan).max(28).optional(),
  /** Who the shop's pictures belong to; written into the files that leave for a folder. */
  copyright: z.string().max(200).optional(),
});
export type ShopSettings = z.infer<typeof shopSettings>;

/** The id of the shop that `shop/get` answers; the further ones have ids of their own. */
export const firstShopId = 'first';

/** A shop of this folder: accounts belong to one, and its clocks and habits hold for their posts. */
export const shopPlace = shopSettings
  .pick({
    name: true,
    country: true,
    currency: true,
    zone: true,
    language: true,
    graceMinutes: true,
    usualTimes: true,
    openingSpans: true,
  })
  .extend({ id });
export type ShopPlace = z.infer<typeof shopPlace>;

/** To which shop a connected account belongs, and its own usual hours where it has some. */
export const accountPlace = z.object({
  accountId: id,
  shopId: id,
  usualTimes: z.array(usualTime).optional(),
});
export type AccountPlace = z.infer<typeof accountPlace>;

const shopList = z.object({
  /** The one of `shop/get` first. */
  shops: z.array(shopPlace),
  accounts: z.array(accountPlace),
});
export type ShopList = z.infer<typeof shopList>;

const furtherShop = shopPlace.omit({ id: true });

export const shop = {
  list: procedure('/shop/list').input(empty).output(shopList),
  /** A further shop; what is left out is as in the first. */
  add: procedure('/shop/add')
    .input(furtherShop.partial().required({ name: true, zone: true }).extend({ clientId }))
    .output(shopPlace),
  /** Changes one shop, the first included. */
  change: procedure('/shop/change')
    .input(furtherShop.partial().extend({ shopId: id, clientId }))
    .output(shopPlace),
  /** Refused while an account belongs to it; the first shop stays for ever. */
  remove: procedure('/shop/remove')
    .input(z.object({ shopId: id, clientId }))
    .output(ok),
  assign: procedure('/shop/assign')
    .input(z.object({ accountId: id, shopId: id, clientId }))
    .output(shopList),
  /** Hours of the account's own; without any, those of its shop hold again. */
  setAccountTimes: procedure('/shop/setAccountTimes')
    .input(z.object({ accountId: id, usualTimes: z.array(usualTime).max(100), clientId }))
    .output(shopList),
  get: procedure('/shop/get').input(z.object({}).optional()).output(shopSettings),
  save: procedure('/shop/save')
    .input(shopSettings.partial().extend({ clientId }))
    .output(shopSettings),
};
