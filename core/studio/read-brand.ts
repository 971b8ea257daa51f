import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { AssetFact, BrandFact } from '../../shared/facts.ts';
import type { MoneyWriter } from '../../shared/rules/money.ts';
import { brandOf, type LogoPicture } from '../../shared/scene/brand-of.ts';
import { dress } from '../../shared/scene/dress/dress.ts';
import { withWork } from '../../shared/scene/photo-work/with-work.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Brand } from '../../shared/scene/template.ts';
import { sizedPhoto, type SizedPhoto } from './photo-source.ts';

/** The shop for which a picture is made, with its whole look. */
export type StudioShop = Omit<ShopSettings, 'brand'> & {
  brand: BrandFact;
  money?: MoneyWriter | undefined;
};

/** The shop's look for the templates, and the pictures that it needs. The shop's name stands in where
 *  there is no logo text. */
export function readBrand(
  { name, brand }: Pick<StudioShop, 'name' | 'brand'>,
  readAsset: (id: string) => AssetFact | undefined,
): { brand: Brand; logos: SizedPhoto[] } {
  const read = (id: string | undefined) =>
    id === undefined ? undefined : sizedPhoto(readAsset(id));
  const logo = read(brand.logoAssetId);
  const logoDark = read(brand.logoDarkAssetId);
  const pictures = {
    logo: logo && pictureOf(logo, brand),
    logoDark: logoDark && pictureOf(logoDark, brand),
  };
  return {
    brand: brandOf(brand, name, pictures),
    logos: [logo, logoDark].filter((one) => one !== undefined),
  };
}

/** A filled template in the shop's look, its photos with the work that was done to them. */
export function finishScene(
  scene: Scene,
  brand: Brand,
  photos: ReadonlyMap<string, SizedPhoto>,
): Scene {
  return withWork(dress(scene, brand), photos);
}

function pictureOf({ id, widthPx, heightPx }: SizedPhoto, { logoColours }: BrandFact): LogoPicture {
  const colours = logoColours?.[id];
  return { photoId: id, ratio: widthPx / heightPx, ...(colours && { colours }) };
}
