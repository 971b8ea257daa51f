import type { ScenePhoto } from './draw-context.ts';
import type { CreateCanvas } from './draw-group.ts';
import type { FontSet } from './font-set.ts';
import type { OverlayCache } from './overlay-cache.ts';

/** What a scene is drawn with. `photo` is asked with the keys of `photoRequests(scene)`. */
export type SceneAssets = {
  photo(key: string): ScenePhoto | undefined;
  fonts: FontSet;
  /** For layers that are put together before they are laid on the picture. Without it (a page of
   *  outlines) they are drawn straight on, and nothing throws a shadow. */
  canvas?: CreateCanvas | undefined;
  /** For videos: keeps words and shapes that stand still from being drawn anew for every frame. */
  overlays?: OverlayCache | undefined;
};
