import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { photoRequest, photoRequests } from '../../../../shared/scene/photo-requests.ts';
import { workedSize } from '../../../../shared/scene/photo-work/plan-photo.ts';
import type { PhotoLayer, Scene } from '../../../../shared/scene/scene.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useBitmaps, type Bitmaps } from './use-bitmaps.ts';

/** Whole photos are held this large for what moves; at rest they come at the size they are drawn. */
const wholeSidePx = 1200;
const settleMs = 180;

export type Source = { widthPx: number; heightPx: number };
export type EditorPhotos = {
  /** As the export draws it, by the key of its request. */
  exact: Bitmaps;
  /** All of a layer's photo with its settings but uncut, by `wholeKey`. */
  whole: Bitmaps;
  /** Width and height of a layer's photo once it is turned, straightened and cropped. */
  sourceOf: (layer: PhotoLayer) => Source | undefined;
  /** The same as it came, upright. */
  uprightOf: (photoId: string) => Source | undefined;
  missing: readonly string[];
};

const isPhoto = (layer: { kind: string }): boolean =>
  layer.kind === 'photo' || layer.kind === 'logo';

/** The photos of the scene being changed: those that fit exactly come once it rests. */
export function useEditorPhotos(scene: Scene, maxSidePx: number): EditorPhotos {
  const photoIds = useMemo(
    () => [
      ...new Set(scene.layers.flatMap((layer) => (layer.kind === 'photo' ? [layer.photoId] : []))),
    ],
    [scene],
  );
  const uprightOf = useUprightSizes(photoIds);
  const sourceOf = (layer: PhotoLayer) => {
    const upright = uprightOf(layer.photoId);
    return upright && workedSize(upright, layer.work ?? {});
  };
  const exactScene = { ...scene, layers: scene.layers.filter(isPhoto) };
  const wholeScene = wholePhotos(scene, sourceOf);
  const exact = useSceneSources(exactScene, maxSidePx);
  const whole = useSceneSources(wholeScene, Math.max(scene.widthPx, scene.heightPx));
  return {
    exact: useBitmaps(exact.sources),
    whole: useBitmaps(whole.sources),
    sourceOf,
    uprightOf,
    missing: exact.missing,
  };
}

/** Asks for addresses when photos, their frames or settings changed and then stayed so for a moment. */
function useSceneSources(scene: Scene, maxSidePx: number) {
  const api = useApi();
  const wanted = JSON.stringify([photoRequests(scene).map((one) => one.key), maxSidePx]);
  const asked = useRef({ wanted, input: { scene, maxSidePx } });
  if (asked.current.wanted !== wanted) asked.current = { wanted, input: { scene, maxSidePx } };
  const [settled] = useDebouncedValue(asked.current.input, settleMs);
  const { data } = useQuery(
    api.creations.sources.queryOptions({
      input: settled,
      placeholderData: keepPreviousData,
      enabled: settled.scene.layers.length > 0,
    }),
  );
  const isEmpty = scene.layers.length === 0;
  return isEmpty || !data ? { sources: {}, missing: [] } : data;
}

function useUprightSizes(photoIds: readonly string[]): EditorPhotos['uprightOf'] {
  const api = useApi();
  const answers = useQueries({
    queries: photoIds.map((assetId) =>
      api.photoWork.get.queryOptions({ input: { assetIds: [assetId] }, retry: false }),
    ),
  });
  const sizes = new Map<string, Source>();
  for (const { data } of answers)
    for (const { assetId, widthPx, heightPx } of data?.items ?? [])
      sizes.set(assetId, { widthPx, heightPx });
  return (photoId) => sizes.get(photoId);
}

/** The same layer with all of its photo, as large as is held for what moves. */
export function wholeLayer(layer: PhotoLayer, source: Source): PhotoLayer {
  const { crop: _crop, focus: _focus, flip: _flip, clip: _clip, travel: _travel, ...rest } = layer;
  const factor = Math.min(1, wholeSidePx / Math.max(source.widthPx, source.heightPx));
  const widthPx = Math.max(1, Math.round(source.widthPx * factor));
  const heightPx = Math.max(1, Math.round(source.heightPx * factor));
  return { ...rest, box: { xPx: 0, yPx: 0, widthPx, heightPx } };
}

export function wholeKey(layer: PhotoLayer, source: Source): string {
  return photoRequest(wholeLayer(layer, source)).key;
}

function wholePhotos(scene: Scene, sourceOf: EditorPhotos['sourceOf']): Scene {
  const layers = scene.layers.flatMap((layer) => {
    const source = layer.kind === 'photo' ? sourceOf(layer) : undefined;
    return layer.kind === 'photo' && source ? [wholeLayer(layer, source)] : [];
  });
  return { ...scene, layers };
}
