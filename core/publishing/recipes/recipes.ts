import type { RecipeName } from '../frozen-content.ts';
import { facebookPost } from './facebook-post.ts';
import { facebookReel } from './facebook-reel.ts';
import { facebookStory } from './facebook-story.ts';
import { facebookVideo } from './facebook-video.ts';
import { firstComment } from './first-comment.ts';
import { instagramCarousel, instagramImage, instagramReel, instagramStory } from './instagram.ts';
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
};
