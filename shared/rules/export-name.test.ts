import { describe, expect, it } from 'vitest';
import { exportName, unknownTokens, usualPattern } from './export-name.ts';

const facts = {
  sku: 'ARU/01',
  title: 'Arum d’Éthiopie',
  template: 'Arche',
  format: '1.91:1',
  number: '007',
  shop: 'La Serre',
};

describe('the name of an exported picture', () => {
  it('says what it shows', () => {
    expect(exportName(usualPattern, facts, 'jpg')).toBe('ARU-01-arum-d-ethiopie-arche-1_91x1.jpg');
    expect(exportName('{number} {shop}', facts, 'png')).toBe('007 la-serre.png');
  });

  it('leaves no holes where something is missing, and never leads out of its folder', () => {
    expect(exportName(usualPattern, { ...facts, sku: '', title: '' }, 'jpg')).toBe(
      'arche-1_91x1.jpg',
    );
    expect(exportName('../{sku}/..', facts, 'jpg')).toBe('ARU-01.jpg');
    expect(exportName('', facts, 'webp')).toBe('vitrine.webp');
    expect(exportName('con', facts, 'jpg')).toBe('_con.jpg');
  });

  it('stays short', () => {
    const long = { ...facts, title: 'é'.repeat(400), template: 'x'.repeat(300) };
    expect(exportName(usualPattern.repeat(4), long, 'webp').length).toBeLessThanOrEqual(120);
  });

  it('tells of tokens that stand for nothing', () => {
    expect(unknownTokens('{sku}-{prix}-{}-{prix}')).toEqual(['{prix}', '{}']);
    expect(unknownTokens(usualPattern)).toEqual([]);
  });
});
