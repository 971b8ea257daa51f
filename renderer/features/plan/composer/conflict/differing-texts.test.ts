import { expect, test } from 'vitest';
import { differingTexts } from './differing-texts.ts';

test('the common text alone, where no network has words of its own', () => {
  expect(differingTexts({ caption: 'Ici' }, { caption: 'Là' })).toEqual([
    { voice: 'common', mine: 'Ici', theirs: 'Là' },
  ]);
});

test('what only a network says otherwise stands alone', () => {
  const mine = { caption: 'Arum', captions: { instagram: 'Arum #lyon' } };
  expect(differingTexts(mine, { caption: 'Arum' })).toEqual([
    { voice: 'instagram', mine: 'Arum #lyon', theirs: 'Arum' },
  ]);
});

test('every text that differs is shown, those that agree are not', () => {
  const captions = { facebook: 'Le même' };
  expect(
    differingTexts(
      { caption: 'Un', captions: { ...captions, instagram: 'A' } },
      { caption: 'Deux', captions: { ...captions, instagram: 'B' } },
    ).map(({ voice }) => voice),
  ).toEqual(['common', 'instagram']);
});

test('where only pictures or other fields differ, the common text is still there to choose by', () => {
  expect(differingTexts({ caption: 'Un' }, { caption: 'Un' })).toHaveLength(1);
});
