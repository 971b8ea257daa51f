import { formatMoney } from '../shared/rules/money.ts';
import type { InboxUses } from './inbox/inbox-uses.ts';
import type { Features } from './open-features.ts';
import type { ShopService } from './shop/service.ts';

/** What is drawn for an answer: a card with the price, or a code that leads to the product. */
const templates = { card: 'etiquette', qr: 'code-qr' } as const;

/** Pictures that go with answers of the inbox. */
export function openInboxPictures({
  features,
  shop,
}: {
  features: Pick<Features, 'library' | 'studio'>;
  shop: Pick<ShopService, 'readShop'>;
}): Pick<InboxUses, 'readAsset' | 'pictureFile' | 'drawCard' | 'writeMoney'> {
  const { library, studio } = features;
  return {
    readAsset: library.readAsset,
    async pictureFile(assetId, hash) {
      const asset = library.readAsset(assetId);
      if (asset?.hash !== hash || !(await library.verifyAsset(assetId))) return undefined;
      return library.networkCopy(asset);
    },
    drawCard: (productId, kind) =>
      studio.drawProduct({ productId, templateId: templates[kind], format: '1:1' }),
    writeMoney(minorUnits, currency) {
      const { language, country } = shop.readShop();
      return formatMoney(minorUnits, currency, `${language}-${country}`);
    },
  };
}
