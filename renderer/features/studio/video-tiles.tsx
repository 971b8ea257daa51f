import { useState } from 'react';
import { arrowKeyHandler } from '../../ui/use-arrow-keys.ts';
import { ScenePreview } from './scene-preview.tsx';
import type { Video } from './use-video.ts';

/** Where a tile stands still: the first product is there, with its words. */
const stillFrac = 0.3;

/** Every style with the shop's own products: still, and moving under the pointer or the focus. */
export function VideoTiles({ video }: { video: Video }) {
  const items = video.templates.data?.items ?? [];
  const { template, set, photoIds } = video;
  const [moving, setMoving] = useState<string>();
  const values = items.map(({ id }) => id);
  const rest = (id: string) => setMoving((before) => (before === id ? undefined : before));
  return (
    <div
      className="video-tiles"
      role="radiogroup"
      aria-labelledby="video-template"
      onKeyDown={arrowKeyHandler(values, template?.id ?? '', (templateId) => set({ templateId }))}
    >
      {items.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="radio"
          className="studio-tile"
          aria-checked={id === template?.id}
          tabIndex={id === template?.id ? 0 : -1}
          onClick={() => set({ templateId: id })}
          onPointerEnter={() => setMoving(id)}
          onPointerLeave={() => rest(id)}
          onFocus={() => setMoving(id)}
          onBlur={() => rest(id)}
        >
          <ScenePreview
            wish={tileWish(video, id)}
            label=""
            maxSidePx={240}
            atFrac={stillFrac}
            playing={moving === id && photoIds.length > 0}
          />
          <span className="studio-tile-name">{name}</span>
        </button>
      ))}
    </div>
  );
}

/** Six seconds are enough to see how a style moves. */
function tileWish({ shown, wish, photoIds }: Video, templateId: string) {
  const options = { ...shown.options, seconds: 6 };
  const productIds = photoIds.length > 0 ? shown.productIds : [];
  return { ...shown, templateId, format: wish.format, productIds, options };
}
