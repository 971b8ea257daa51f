import { describe, expect, it } from 'vitest';
import { slotsMissing, slotsNeeded, takesSeveral } from './slots.ts';
import { pictureTemplates } from './templates.ts';
import type { PictureTemplate } from './template.ts';

const template = (slots: PictureTemplate['slots']): PictureTemplate => ({
  ...(pictureTemplates[0] as PictureTemplate),
  slots,
});

describe('what a template asks a person for', () => {
  it('asks for nothing that a product or the shop knows', () => {
    expect(slotsNeeded(template(['photo', 'title', 'price', 'oldPrice', 'logo']))).toEqual([]);
  });

  it('asks for the rest with its limits, and tells what is missing or blank', () => {
    const asked = template(['photo', 'title', 'quote', 'valueText', 'beforePhoto']);
    expect(slotsNeeded(asked).map(({ name }) => name)).toEqual([
      'quote',
      'valueText',
      'beforePhoto',
    ]);
    expect(slotsNeeded(asked)[0]?.limit?.maxLetters).toBeGreaterThan(100);
    expect(slotsMissing(asked, { quote: { text: 'Bien' }, valueText: ' ' })).toEqual([
      'valueText',
      'beforePhoto',
    ]);
  });

  it('knows which make one picture of several products', () => {
    expect(takesSeveral(template(['products', 'logo']))).toBe(true);
    expect(takesSeveral(template(['photo', 'title']))).toBe(false);
  });
});
