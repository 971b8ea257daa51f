import { expect, it } from 'vitest';
import { wholePhoto } from './whole-photo.ts';

const file = { path: 'a.jpg', outPath: 'b.png', source: { widthPx: 4000, heightPx: 3000 } };

it('is as large as it is, or as its longer side may be, and keeps its holes unless they are filled', () => {
  expect(wholePhoto({ ...file, work: undefined })).toEqual({
    ...{ path: 'a.jpg', outPath: 'b.png', widthPx: 4000, heightPx: 3000 },
  });
  expect(wholePhoto({ ...file, work: undefined, mostSidePx: 1000, paper: '#ffffff' })).toEqual({
    ...{ path: 'a.jpg', outPath: 'b.png', widthPx: 1000, heightPx: 750, paper: '#ffffff' },
  });
  expect(wholePhoto({ ...file, work: undefined, mostSidePx: 9000 })).toMatchObject({
    widthPx: 4000,
  });
});

it('has the shape that its work gives it', () => {
  const crop = { xFrac: 0, yFrac: 0, widthFrac: 0.5, heightFrac: 1 };
  const turned = wholePhoto({ ...file, work: { rotateDeg: 90 }, mostSidePx: 2000 });
  expect(turned).toMatchObject({ widthPx: 1500, heightPx: 2000 });
  expect(turned.worked).toMatchObject({ widthPx: 1500, heightPx: 2000, work: { rotateDeg: 90 } });
  expect(wholePhoto({ ...file, work: { crop } })).toMatchObject({ widthPx: 2000, heightPx: 3000 });
});
