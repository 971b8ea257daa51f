import { expect, test } from 'vitest';
import { checkCollaborators } from './check-collaborators.ts';
import type { CheckedMedia, CheckedPost } from './post-check-types.ts';

const film: CheckedMedia = {
  kind: 'video',
  name: 'a.mp4',
  mime: 'video/mp4',
  widthPx: 1080,
  heightPx: 1920,
  durationMs: 8000,
  sizeBytes: 1,
  alt: '',
  tags: [],
};

const post = (more: Partial<CheckedPost>): CheckedPost => ({
  kind: 'post',
  captions: { facebook: '', instagram: '' },
  media: [film],
  link: '',
  firstComment: '',
  accounts: [],
  unknownAccounts: 0,
  products: new Map(),
  convertsPhotos: true,
  postedBefore: [],
  ...more,
});
const codes = (more: Partial<CheckedPost>, network = 'instagram') =>
  checkCollaborators(post(more), new Set([network])).map(({ level, code }) => `${level} ${code}`);

test('three names at most, as Instagram spells them, with or without @', () => {
  expect(codes({ collaborators: ['la.serre', '@mug_co', 'LyonFleurs'] })).toEqual([]);
  expect(codes({ collaborators: ['a', 'b', 'c', 'd'] })).toEqual(['error collaborators-too-many']);
  expect(codes({ collaborators: ['la serre'] })).toEqual(['error collaborator-name']);
  expect(codes({ collaborators: ['@'] })).toEqual(['error collaborator-name']);
  expect(codes({ collaborators: ['a'.repeat(31)] })).toEqual(['error collaborator-name']);
});

test('a story has none, and Facebook neither', () => {
  expect(codes({ collaborators: ['la.serre'], kind: 'story' })).toEqual([
    'note collaborators-story',
  ]);
  expect(codes({ collaborators: ['la serre'] }, 'facebook')).toEqual([]);
});

test('the frame that stands for a reel lies within it', () => {
  expect(codes({ coverMs: 7999 })).toEqual([]);
  expect(codes({ coverMs: 8000 })).toEqual(['error cover-outside']);
  expect(codes({ coverMs: 8000, hasCover: true })).toEqual([]);
  expect(codes({ coverMs: 8000, media: [film, film] })).toEqual([]);
  expect(codes({ coverMs: 8000, media: [{ ...film, durationMs: 0 }] })).toEqual([]);
});
