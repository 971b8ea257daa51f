import { expect, test } from 'vitest';
import type { Format } from '../../../shared/contract/shapes.ts';
import { resultOf } from './made-of.ts';

const made = (templateId: string, format: Format, beside?: string[]) => ({
  ...{ templateId, format, state: 'made' as const, assetId: `${templateId} ${format}` },
  ...(beside && { with: beside }),
});

test('takes the first template that has a format', () => {
  const { files, set } = resultOf([made('arche', '4:5'), made('affiche', '4:5')]);
  expect(files.get('4:5')?.assetId).toBe('arche 4:5');
  expect(set).toBeUndefined();
});

test('puts the pages of a set in order, in one format', () => {
  const pages = ['carnet:3', 'carnet', 'carnet:2'];
  const { set } = resultOf([
    ...pages.map((id) => made(id, '9:16', ['b'])),
    ...pages.map((id) => made(id, '4:5', ['b'])),
  ]);
  expect(set?.map(({ assetId }) => assetId)).toEqual([
    ...['carnet 4:5', 'carnet:2 4:5', 'carnet:3 4:5'],
  ]);
  expect(set?.[0]?.with).toEqual(['b']);
});

test('leaves out what was left out or is not there', () => {
  const { files, set } = resultOf([
    { ...made('carnet', '4:5'), state: 'excluded' },
    made('carnet:2', '4:5'),
    { templateId: 'carnet:3', format: '4:5', state: 'none' },
  ]);
  expect(files.get('4:5')?.assetId).toBe('carnet:2 4:5');
  expect(set).toBeUndefined();
});
