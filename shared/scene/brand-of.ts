import type { Brand, BrandFonts, Watermark, WatermarkPlace } from './template.ts';

/** A logo's picture; its ratio is width by height, its colours those of its larger parts. */
export type LogoPicture = NonNullable<Brand['logo']>;

/** What a shop chose of its look, by its own words. */
export type ShopLook = {
  logoText: string;
  colours: Brand['colours'];
  fonts?: BrandFonts | undefined;
  priceStyle?: Brand['priceStyle'];
  watermark?:
    | {
        text?: string | undefined;
        useLogo?: true | undefined;
        place: WatermarkPlace;
        opacity: number;
      }
    | undefined;
};

/** The shop's look as templates take it, for the window's preview and for the export alike. The shop's
 *  name stands in where there are no words for a logo. */
export function brandOf(
  { logoText: wished, colours, fonts, priceStyle, watermark }: ShopLook,
  shopName: string,
  { logo, logoDark }: { logo?: LogoPicture | undefined; logoDark?: LogoPicture | undefined },
): Brand {
  const logoText = wished.trim() || shopName;
  const mark = watermark && watermarkOf(watermark, logo ?? logoDark, logoText);
  return { logoText, logo, logoDark, colours, fonts, priceStyle, watermark: mark };
}

/** Without a logo picture the logo's words stand. */
function watermarkOf(
  { text, useLogo, place, opacity }: NonNullable<ShopLook['watermark']>,
  photo: LogoPicture | undefined,
  logoText: string,
): Watermark {
  if (useLogo && photo) return { place, opacity, photo };
  return { place, opacity, text: useLogo ? logoText : text };
}
