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
    logoColours: kit.logoColours,
    fonts: changed(kit.fonts, patch.fonts),
    priceStyle: changed(kit.priceStyle, patch.priceStyle),
    watermark: changed(kit.watermark, patch.watermark),
  });
}

function changed<T>(before: T | undefined, asked: T | null | undefined): T | undefined {
  return asked === undefined ? before : (asked ?? undefined);
}

/** A logo that comes back by undoing is known still: the last few are kept. */
const mostLogos = 8;

export type KnownLogo = {
  logoId: string;
  /** The picture that it was trimmed from. */
  originalId?: string | undefined;
  /** Of its larger parts. */
  colours: string[];
};

/** The kit that knows where a logo comes from and what it looks like. */
export function withLogo(kit: KeptKit, { logoId, originalId, colours }: KnownLogo): KeptKit {
  return withoutGaps({
    ...kit,
    logoOrigins:
      originalId === undefined ? kit.logoOrigins : last(kit.logoOrigins, logoId, originalId),
    logoColours: last(kit.logoColours, logoId, colours),
  });
}

function last<T>(known: Record<string, T> = {}, id: string, value: T): Record<string, T> {
  const { [id]: _, ...others } = known;
  return Object.fromEntries([...Object.entries(others), [id, value] as const].slice(-mostLogos));
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
