import type { Kit } from '../../../../shared/contract/brand.ts';
import { brandOf, type LogoPicture } from '../../../../shared/scene/brand-of.ts';
import type { Brand } from '../../../../shared/scene/template.ts';

/** The kit as templates take it. */
export function brandOfKit(kit: Kit, shopName: string): Brand {
  return brandOf(kit, shopName, { logo: pictureOf(kit.logo), logoDark: pictureOf(kit.logoDark) });
}

function pictureOf(logo: Kit['logo']): LogoPicture | undefined {
  if (!logo) return undefined;
  const { assetId: photoId, ratio, colours } = logo;
  return { photoId, ratio, ...(colours && { colours }) };
}
