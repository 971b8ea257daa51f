import { describe, expect, it } from 'vitest';
import { suggestAlt } from './alt-text.ts';

const mug = { title: 'Mug émaillé', description: 'Tourné à la main, en grès gris de Puisaye.' };

describe('suggested words for a picture', () => {
  it('name the product, its colour and its material', () => {
    expect(suggestAlt({ language: 'fr', products: [mug] })).toBe('Mug émaillé, gris, grès');
    const cup = { title: 'Cup', description: 'A white porcelain cup.' };
    expect(suggestAlt({ language: 'en', products: [cup] })).toBe('Cup, white, porcelain');
  });

  it('do not say twice what the title says, nor find a colour inside another word', () => {
    const bowl = { title: 'Bol en grès', description: 'Grès bleuté ; rosée du matin.' };
    expect(suggestAlt({ language: 'fr', products: [bowl] })).toBe('Bol en grès');
  });

  it('never begin with “picture of”', () => {
    for (const title of ['Photo de vase', 'Image d’un vase', 'une photo du vase'])
      expect(suggestAlt({ language: 'fr', products: [{ title }] })).toMatch(/^(?:Un )?[Vv]ase$/u);
    expect(suggestAlt({ language: 'en', products: [{ title: 'A picture of vase' }] })).toBe('Vase');
  });

  it('say what is written in the picture, once', () => {
    const words = ['Nouveau', 'MUG ÉMAILLÉ', '24,90 €', 'Nouveau'];
    expect(suggestAlt({ language: 'fr', products: [{ title: 'Mug émaillé' }], words })).toBe(
      'Mug émaillé : Nouveau, 24,90 €',
    );
  });

  it('count many products', () => {
    const products = ['Mug', 'Bol', 'Vase', 'Plat'].map((title) => ({ title }));
    expect(suggestAlt({ language: 'fr', products: products.slice(0, 2) })).toBe('Mug et Bol');
    expect(suggestAlt({ language: 'fr', products: products.slice(0, 3) })).toBe(
      'Mug, Bol et un autre produit',
    );
    expect(suggestAlt({ language: 'en', products })).toBe('Mug, Bol and 2 more products');
  });

  it('end at a word, within a hundred characters', () => {
    const title =
      'Grand plat de service ovale à bords ondulés émaillé à la main dans notre atelier de Puisaye';
    const text = suggestAlt({
      language: 'fr',
      products: [{ title }],
      words: ['Nouvelle collection'],
    });
    expect(text?.length).toBeLessThanOrEqual(100);
    expect(`${title} : Nouvelle collection `).toContain(`${text} `);
  });

  it('are not there where nothing is known', () => {
    expect(suggestAlt({ language: 'fr', products: [], words: [' '] })).toBeUndefined();
  });
});
