import type { RecipeName } from '../frozen-content.ts';
import { facebookPost } from './facebook-post.ts';
import { facebookReel } from './facebook-reel.ts';
import { facebookStory } from './facebook-story.ts';
import { facebookVideo } from './facebook-video.ts';
import { firstComment } from './first-comment.ts';
import { instagramCarousel, instagramImage, instagramReel, instagramStory } from './instagram.ts';
import { changeText } from './change-text.ts';
import { deletePublished } from './delete-published.ts';
import { facebookScheduled } from './facebook-scheduled.ts';
import { withdraw } from './withdraw.ts';
import type { Recipe } from './recipe.ts';

export const recipes: Record<RecipeName, Recipe> = {
  'facebook-post': facebookPost,
  'facebook-video': facebookVideo,
  'facebook-reel': facebookReel,
  'facebook-story': facebookStory,
  'instagram-image': instagramImage,
  'instagram-carousel': instagramCarousel,
  'instagram-reel': instagramReel,
  'instagram-story': instagramStory,
  'first-comment': firstComment,
  'facebook-scheduled': facebookScheduled,
  'change-text': changeText,
  'delete-published': deletePublished,
  withdraw,
};
