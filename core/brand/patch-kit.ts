import type { BrandPatch } from '../../shared/contract/brand.ts';
import { withoutGaps } from '../../shared/rules/plain-records.ts';
import type { KeptKit } from './kit-store.ts';

/** The kit with what the patch names; `null` takes away. */
export function patchKit(kit: KeptKit, patch: BrandPatch): KeptKit {
  return withoutGaps({
    logoText: patch.logoText ?? kit.logoText,
    colours: { ...kit.colours, ...withoutGaps(patch.colours ?? {}) },
    logoAssetId: changed(kit.logoAssetId, patch.logoAssetId),
    logoDarkAssetId: changed(kit.logoDarkAssetId, patch.logoDarkAssetId),
    logoOrigins: kit.logoOrigins,
    fonts: changed(kit.fonts, patch.fonts),
    priceStyle: changed(kit.priceStyle, patch.priceStyle),
    watermark: changed(kit.watermark, patch.watermark),
  });
}

function changed<T>(before: T | undefined, asked: T | null | undefined): T | undefined {
  return asked === undefined ? before : (asked ?? undefined);
}

const mostOrigins = 8;

/** The kit that knows which picture a logo was trimmed from. A logo that comes back by undoing is known
 *  still, so the last few are kept. */
export function withOrigin(kit: KeptKit, logoId: string, originalId: string): KeptKit {
  const { [logoId]: _, ...others } = kit.logoOrigins ?? {};
  const kept = [...Object.entries(others), [logoId, originalId] as const].slice(-mostOrigins);
  return { ...kit, logoOrigins: Object.fromEntries(kept) };
}

/** The patch that makes any kit into this one. */
export function patchTo(kit: KeptKit): BrandPatch {
  return {
    logoText: kit.logoText,
    colours: kit.colours,
    logoAssetId: kit.logoAssetId ?? null,
    logoDarkAssetId: kit.logoDarkAssetId ?? null,
    fonts: kit.fonts ?? null,
    priceStyle: kit.priceStyle ?? null,
    watermark: kit.watermark ?? null,
  };
}
