import { describe, expect, it } from 'vitest';
import { slideId, slidePlace } from './slide-id.ts';

describe('the name of a picture in a set', () => {
  it('is the template’s own for the cover, and leads back to its place', () => {
    expect(slideId('carnet', 0)).toBe('carnet');
    expect(slideId('carnet', 1)).toBe('carnet:2');
    for (const slide of [0, 1, 7, 12])
      expect(slidePlace(slideId('carnet', slide))).toEqual({ templateId: 'carnet', slide });
  });

  it.each(['carnet:1', 'carnet:0', 'carnet:x', 'carnet:', ':2', 'carnet:100'])(
    'takes %s for a name',
    (id) => expect(slidePlace(id)).toEqual({ templateId: id, slide: 0 }),
  );
});
