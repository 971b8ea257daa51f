import type {
  BrandPatch,
  FontFamilyChoice,
  FontPair,
  Kit,
  OwnFont,
} from '../../shared/contract/brand.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { firstShopId, type BrandKit } from '../../shared/contract/shop.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { withoutGaps } from '../../shared/rules/plain-records.ts';
import { adviseColours } from '../../shared/scene/colour-advice.ts';
import { fontPairs, shippedFamilies, usualFonts } from '../../shared/scene/font-families.ts';
import { ownFontId } from '../../shared/scene/own-fonts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { kitStore, type KeptKit } from './kit-store.ts';
import { patchKit, patchTo, withLogo, type KnownLogo } from './patch-kit.ts';

export type KitUses = {
  /** The ids of all shops, the first one's first. */
  shopIds: () => string[];
  /** What the settings of the first shop hold of its kit. */
  readShopBrand: () => BrandKit;
  /** Joins the transaction of the caller. */
  writeShopBrand: (brand: BrandKit) => void;
  readAsset: (id: string) => AssetFact | undefined;
  ownFonts: () => OwnFont[];
};

export type ChangedKit = Kit & { before: BrandPatch };
export type Kits = ReturnType<typeof brandKits>;

/** The look of each shop. The first shop's base stands in its settings and nowhere else, so that other
 *  programs and this one cannot come apart. */
export function brandKits(tools: FeatureTools, uses: KitUses) {
  const store = kitStore(tools.db);

  function firstKit(): KeptKit {
    const { logoText, logoAssetId, colours } = uses.readShopBrand();
    const { logoAssetId: _, ...more } = store.read(firstShopId) ?? { logoText, colours };
    return withoutGaps({ ...more, logoText, colours, logoAssetId });
  }

  const ownKit = (shopId: string): KeptKit | undefined =>
    shopId === firstShopId ? firstKit() : store.read(shopId);

  function find(shopId: string): { kit: KeptKit; inherited: boolean } {
    if (!uses.shopIds().includes(shopId)) throw new Problem('not-found', { what: 'shop' });
    const own = ownKit(shopId);
    return { kit: own ?? firstKit(), inherited: own === undefined };
  }

  function get(shopId: string = firstShopId): Kit {
    const { kit, inherited } = find(shopId);
    const fonts = uses.ownFonts();
    const { logoAssetId, logoDarkAssetId, logoText, colours, priceStyle, watermark } = kit;
    return {
      ...{ shopId, inherited, logoText, colours },
      ...withoutGaps({
        logo: logoView(kit, logoAssetId),
        logoDark: logoView(kit, logoDarkAssetId),
        fonts: kit.fonts && knownFonts(kit.fonts, fonts),
        ...{ priceStyle, watermark },
      }),
      advice: adviseColours(colours),
      families: [...shippedFamilies.map(shippedView), ...fonts.map(ownView)],
      fontPairs: fontPairs.map((pair) => ({ ...pair })),
    };
  }

  function logoView(
    { logoOrigins, logoColours }: KeptKit,
    assetId: string | undefined,
  ): Kit['logo'] {
    const asset = assetId === undefined ? undefined : uses.readAsset(assetId);
    if (!asset?.widthPx || !asset.heightPx) return undefined;
    const { id, url, widthPx, heightPx } = asset;
    const origin = logoOrigins?.[id];
    const originalAssetId = origin === undefined ? undefined : uses.readAsset(origin)?.id;
    const colours = logoColours?.[id];
    return withoutGaps({ assetId: id, url, ratio: widthPx / heightPx, originalAssetId, colours });
  }

  function refuseUnknown(patch: BrandPatch): void {
    for (const assetId of [patch.logoAssetId, patch.logoDarkAssetId])
      if (typeof assetId === 'string' && uses.readAsset(assetId)?.kind !== 'photo')
        throw new Problem('not-found', { what: 'asset' });
    if (patch.fonts && !Object.values(patch.fonts).every(canBeNamed))
      throw new Problem('invalid-input', { fields: 'fonts' });
  }

  /** Joins the transaction of the caller. `logo` is one that the patch brings. */
  function change(shopId: string, patch: BrandPatch, logo?: KnownLogo): ChangedKit {
    const { kit, inherited } = find(shopId);
    const before: BrandPatch = inherited ? { inherited: true } : patchTo(kit);
    refuseUnknown(patch);
    if (patch.inherited) giveUp(shopId);
    else {
      write(shopId, patchKit(logo ? withLogo(kit, logo) : kit, patch));
    }
    tools.events.changed('shop');
    return { ...get(shopId), before };
  }

  function giveUp(shopId: string): void {
    if (shopId === firstShopId) throw new Problem('shop-is-first');
    store.remove(shopId);
  }

  function write(shopId: string, kit: KeptKit): void {
    store.write(shopId, kit, tools.clock.now());
    if (shopId !== firstShopId) return;
    const { logoText, logoAssetId, colours } = kit;
    const logoUrl = logoAssetId === undefined ? undefined : uses.readAsset(logoAssetId)?.url;
    uses.writeShopBrand(withoutGaps({ logoText, colours, logoAssetId, logoUrl }));
  }

  /** Keeps the colours of a logo that was chosen before they were looked at. */
  function learn(logo: KnownLogo): void {
    const shown = ({ logoAssetId, logoDarkAssetId, logoColours }: KeptKit): boolean =>
      [logoAssetId, logoDarkAssetId].includes(logo.logoId) && !logoColours?.[logo.logoId];
    for (const shopId of uses.shopIds()) {
      const kit = ownKit(shopId);
      if (!kit || !shown(kit)) continue;
      write(shopId, withLogo(kit, logo));
      tools.events.changed('shop');
    }
  }

  return {
    get,
    change,
    learn,
    /** As pictures are filled with it: what is no longer there is left out. */
    kitOf(shopId: string = firstShopId): KeptKit {
      const shops = uses.shopIds();
      const { kit } = find(shops.includes(shopId) ? shopId : firstShopId);
      const fonts = kit.fonts && knownFonts(kit.fonts, uses.ownFonts());
      return withoutGaps({ ...kit, fonts });
    },
    /** The pictures that some shop uses as its logo. */
    logoIds(): string[] {
      const kits = uses.shopIds().flatMap((shopId) => ownKit(shopId) ?? []);
      const ids = kits.flatMap((kit) => [kit.logoAssetId ?? [], kit.logoDarkAssetId ?? []].flat());
      return [...new Set(ids)];
    },
  };
}

const isShipped = (family: string): boolean => shippedFamilies.some((one) => one.family === family);

const isThere = (family: string, own: readonly OwnFont[]): boolean =>
  isShipped(family) || own.some((one) => one.family === family);

/** One of the merchant's own may be gone by now: what is undone may name it still. */
const canBeNamed = (family: string): boolean =>
  isShipped(family) || ownFontId(family) !== undefined;

/** A family that was taken away since gives way to the usual one of its place. */
function knownFonts(pair: FontPair, own: readonly OwnFont[]): FontPair {
  return {
    title: isThere(pair.title, own) ? pair.title : usualFonts.title,
    text: isThere(pair.text, own) ? pair.text : usualFonts.text,
  };
}

function shippedView({ family, kind, file }: (typeof shippedFamilies)[number]): FontFamilyChoice {
  const url = `/resources/fonts/${file}`;
  return { family, name: family, source: 'bundled', kind, missing: '', url };
}

function ownView({ family, name, missing }: OwnFont): FontFamilyChoice {
  return { family, name, source: 'own', missing, url: `/media/fonts/${ownFontId(family)}` };
}
