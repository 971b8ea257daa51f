import type { PictureSlots, PictureTemplate, SlotName } from './template.ts';

/** Slots that a product, the shop or the template itself always fills. */
const filledByThemselves: readonly SlotName[] = [
  'photo',
  'title',
  'price',
  'oldPrice',
  'logo',
  'headline',
  'callToAction',
  'music',
];

/** How much a slot takes: letters of each of its texts, and how many entries where it is a list. More is
 *  drawn smaller, then shortened. */
export type SlotLimit = { maxLetters: number; least?: number; most?: number };

export const slotLimits = {
  title: { maxLetters: 90 },
  price: { maxLetters: 16 },
  oldPrice: { maxLetters: 16 },
  headline: { maxLetters: 40 },
  products: { maxLetters: 60, least: 2, most: 6 },
  quote: { maxLetters: 220 },
  hours: { maxLetters: 28, least: 1, most: 7 },
  event: { maxLetters: 60 },
  question: { maxLetters: 80, least: 2, most: 4 },
  code: { maxLetters: 300 },
  valueText: { maxLetters: 12 },
  lines: { maxLetters: 120, least: 1, most: 3 },
} as const satisfies Partial<Record<SlotName, SlotLimit>>;

/** What a person should be asked for before this template is filled: neither the product nor the shop
 *  knows it. `limit` is missing for photos. */
export function slotsNeeded(
  template: PictureTemplate,
): { name: keyof PictureSlots; limit?: SlotLimit }[] {
  const limits: Partial<Record<SlotName, SlotLimit>> = slotLimits;
  return template.slots
    .filter((name) => !filledByThemselves.includes(name))
    .map((name) => {
      const limit = limits[name];
      return { name: name as keyof PictureSlots, ...(limit ? { limit } : {}) };
    });
}

/** Of what the template needs, what these slots lack. */
export function slotsMissing(
  template: PictureTemplate,
  slots: Partial<PictureSlots>,
): (keyof PictureSlots)[] {
  return slotsNeeded(template)
    .map(({ name }) => name)
    .filter((name) => isEmpty(slots[name]));
}

/** A template that makes one picture of several products, not one of each. */
export function takesSeveral(template: PictureTemplate): boolean {
  return template.slots.includes('products');
}

function isEmpty(value: PictureSlots[keyof PictureSlots]): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
