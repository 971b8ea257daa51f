import type { ClipFrame, ScenePhoto } from './draw-context.ts';
import type { CreateCanvas } from './draw-group.ts';
import type { TakeStage } from './draw-passage.ts';
import type { FontSet } from './font-set.ts';
import type { OverlayCache } from './overlay-cache.ts';
import type { ClipLayer } from './scene.ts';

/** What a scene is drawn with. `photo` is asked with the keys of `photoRequests(scene)`. */
export type SceneAssets = {
  photo(key: string): ScenePhoto | undefined;
  /** The frame of a film that a clip shows at `sourceMs` of it. */
  clip?: ((layer: ClipLayer, sourceMs: number) => ClipFrame | undefined) | undefined;
  fonts: FontSet;
  /** For layers that are put together before they are laid on the picture. Without it (a page of
   *  outlines) they are drawn straight on, and nothing throws a shadow. */
  canvas?: CreateCanvas | undefined;
  /** For videos: one canvas that is used again for every frame of every passage. */
  stage?: TakeStage | undefined;
  /** For videos: keeps words and shapes that stand still from being drawn anew for every frame. */
  overlays?: OverlayCache | undefined;
};
