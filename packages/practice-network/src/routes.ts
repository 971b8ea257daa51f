import { appealRoutes } from './edges/appeal-routes.ts';
import { blockedRoutes } from './edges/blocked-routes.ts';
import { catalogueRoutes } from './edges/catalogue-routes.ts';
import { commentRoutes } from './edges/comment-routes.ts';
import { containerRoutes } from './edges/container-routes.ts';
import { instagramCommentRoutes } from './edges/instagram-comment-routes.ts';
import { likeRoutes } from './edges/like-routes.ts';
import { messageRoutes } from './edges/message-routes.ts';
import { photoRoutes } from './edges/photo-routes.ts';
import { postRoutes } from './edges/post-routes.ts';
import { publishRoutes } from './edges/publish-routes.ts';
import { reelRoutes } from './edges/reel-routes.ts';
import { thumbnailRoutes } from './edges/thumbnail-routes.ts';
import { videoRoutes } from './edges/video-routes.ts';
import type { Routes } from './graph/call.ts';
import { permissionRoutes } from './login/permission-routes.ts';

/** Every writing edge. */
export const routes: Routes = {
  ...postRoutes,
  ...photoRoutes,
  ...videoRoutes,
  ...thumbnailRoutes,
  ...reelRoutes,
  ...commentRoutes,
  ...likeRoutes,
  ...messageRoutes,
  ...blockedRoutes,
  ...containerRoutes,
  ...publishRoutes,
  ...instagramCommentRoutes,
  ...catalogueRoutes,
  ...appealRoutes,
  ...permissionRoutes,
};
