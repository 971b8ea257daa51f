import type { Language } from '../../shared/contract/shapes.ts';
import type { ShopSettings } from '../../shared/contract/shop.ts';
import { startColours } from '../../shared/rules/brand-start.ts';

/** What a shop is before its merchant says otherwise. */
export function defaultShop(language: Language, zone: string): ShopSettings {
  return {
    name: language === 'fr' ? 'Ma boutique' : 'My shop',
    country: 'FR',
    currency: 'EUR',
    zone,
    language,
    graceMinutes: 60,
    usualTimes: [2, 4, 6].map((weekday) => ({ weekday, time: weekday === 6 ? '10:00' : '18:30' })),
    brand: {
      logoText: '',
      colours: startColours,
    },
  };
}
