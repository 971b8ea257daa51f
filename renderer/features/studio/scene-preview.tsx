import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Format } from '../../../shared/contract/shapes.ts';
import type { RenderOptions } from '../../../shared/contract/studio.ts';
import { useApi } from '../../link/link-provider.tsx';
import { SceneCanvas } from '../../ui/scene-canvas.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';

export type PreviewWish = {
  templateId: string;
  productIds: readonly string[];
  format: Format;
  options?: RenderOptions;
};

/** The filled scene of a wish with photos as small as `maxSidePx` needs; nothing while the wish is not
 *  complete. */
export function usePreview(wish: PreviewWish, maxSidePx: number, enabled = true) {
  const api = useApi();
  const { productIds, templateId } = wish;
  return useQuery(
    api.studio.preview.queryOptions({
      input: { ...wish, productIds: [...productIds], maxSidePx },
      enabled: enabled && templateId !== '' && productIds.length > 0,
      placeholderData: keepPreviousData,
    }),
  );
}

/** A picture as it will be, drawn here; a block in its shape until it stands. */
export function ScenePreview({
  wish,
  label,
  maxSidePx,
  atFrac = 0,
  playing = false,
}: {
  wish: PreviewWish;
  /** Empty where what stands around it already says it. */
  label: string;
  maxSidePx: number;
  /** Where a video stands still. */
  atFrac?: number;
  /** Moves, unless the person asked their system for less movement. */
  playing?: boolean;
}) {
  const preview = usePreview(wish, maxSidePx);
  const [isReady, setReady] = useState(false);
  const failed = preview.error !== null;
  const isLate = useDelayed(!isReady && !failed);
  const scene = failed ? undefined : preview.data?.scene;
  return (
    <span
      className={isLate && !isReady ? 'studio-scene sk' : 'studio-scene'}
      aria-hidden={label === '' || undefined}
    >
      {scene && preview.data ? (
        <SceneCanvas
          scene={scene}
          sources={preview.data.sources}
          label={label}
          maxSidePx={maxSidePx}
          timeMs={playing ? 0 : scene.durationMs * atFrac}
          playing={playing}
          onReady={() => setReady(true)}
          onError={() => setReady(true)}
        />
      ) : null}
    </span>
  );
}
