import type { Kit } from '../../../../shared/contract/brand.ts';
import type { Brand, Watermark } from '../../../../shared/scene/template.ts';

type Logo = NonNullable<Brand['logo']>;

/** The kit as templates take it; the shop's name stands in where there are no words for a logo. */
export function brandOfKit(kit: Kit, shopName: string): Brand {
  const logoText = kit.logoText.trim() || shopName;
  const logo = logoOf(kit.logo);
  const logoDark = logoOf(kit.logoDark);
  return {
    logoText,
    logo,
    logoDark,
    colours: kit.colours,
    fonts: kit.fonts,
    priceStyle: kit.priceStyle,
    watermark: watermarkOf(kit, logoText, logo ?? logoDark),
  };
}

function logoOf(logo: Kit['logo']): Logo | undefined {
  return logo && { photoId: logo.assetId, ratio: logo.ratio };
}

function watermarkOf(
  { watermark }: Kit,
  logoText: string,
  logo: Logo | undefined,
): Watermark | undefined {
  if (!watermark) return undefined;
  const { place, opacity, text, useLogo } = watermark;
  if (useLogo && logo) return { place, opacity, photo: logo };
  return { place, opacity, text: useLogo ? logoText : text };
}
