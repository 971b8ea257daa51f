import type { RecipeName } from '../../../core/publishing/frozen-content.ts';

/** What can be under way when the studio dies, each with where its deaths at P and C1 to C5 are tested.
 *  `kinds` are those of `kinds.ts`, all of which die at every point. */
export type CrashRow = {
  row: string;
  recipe: RecipeName | 'inbox';
  kinds?: string[];
  file?: string;
};

const deeds = 'publishing/deed-crash-points.test.ts';
const comments = 'publishing/first-comment.test.ts';
const inbox = 'inbox/crash-points.test.ts';

export const crashRows: CrashRow[] = [
  { row: 'text or link', recipe: 'facebook-post', kinds: ['facebook text', 'facebook link'] },
  { row: 'photo', recipe: 'facebook-post', kinds: ['facebook photo'] },
  { row: 'several photos', recipe: 'facebook-post', kinds: ['facebook photos'] },
  { row: 'video', recipe: 'facebook-video', kinds: ['facebook video'] },
  { row: 'reel', recipe: 'facebook-reel', kinds: ['facebook reel'] },
  {
    row: 'story',
    recipe: 'facebook-story',
    kinds: ['facebook photo story', 'facebook video story'],
  },
  { row: 'image', recipe: 'instagram-image', kinds: ['instagram image'] },
  { row: 'carousel', recipe: 'instagram-carousel', kinds: ['instagram carousel'] },
  { row: 'Instagram reel', recipe: 'instagram-reel', kinds: ['instagram reel'] },
  { row: 'Instagram story', recipe: 'instagram-story', kinds: ['instagram story'] },
  { row: 'first comment', recipe: 'first-comment', file: comments },
  { row: 'handed to Facebook', recipe: 'facebook-scheduled', file: deeds },
  { row: 'taken back', recipe: 'withdraw', file: deeds },
  { row: 'changed words', recipe: 'change-text', file: deeds },
  { row: 'deleted', recipe: 'delete-published', file: deeds },
  { row: 'reply', recipe: 'inbox', file: inbox },
  { row: 'private reply', recipe: 'inbox', file: inbox },
  { row: 'hide', recipe: 'inbox', file: inbox },
];
