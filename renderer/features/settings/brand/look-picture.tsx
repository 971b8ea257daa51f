import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { photoRequests } from '../../../../shared/scene/photo-requests.ts';
import type { Scene } from '../../../../shared/scene/scene.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { SceneCanvas } from '../../../ui/scene-canvas.tsx';
import { useDelayed } from '../../../ui/use-delayed.ts';
import { knownPhotos } from './look-scene.ts';

/** A filled scene, drawn here as the export would draw it; a block in its shape until it stands. */
export function LookPicture({
  scene,
  label,
  maxSidePx,
}: {
  scene: Scene | undefined;
  /** Empty where what stands around it already says it. */
  label: string;
  maxSidePx: number;
}) {
  const sources = useSources(scene, maxSidePx);
  const [isReady, setReady] = useState(false);
  const isLate = useDelayed(!isReady);
  const stand = () => setReady(true);
  return (
    <span
      className={isLate && !isReady ? 'brand-picture sk' : 'brand-picture'}
      style={{ aspectRatio: scene ? `${scene.widthPx} / ${scene.heightPx}` : '4 / 5' }}
      aria-hidden={label === '' || undefined}
    >
      {scene && sources ? (
        <SceneCanvas
          scene={scene}
          sources={sources}
          label={label}
          maxSidePx={maxSidePx}
          onReady={stand}
          onError={stand}
        />
      ) : null}
    </span>
  );
}

const none: Record<string, string> = {};

/** Addresses of the scene's photos. Its words and colours change often, its photos hardly ever: the
 *  studio is asked again only when those, their size or their place do. */
function useSources(
  scene: Scene | undefined,
  maxSidePx: number,
): Readonly<Record<string, string>> | undefined {
  const api = useApi();
  const known = scene && knownPhotos(scene);
  const wanted = known ? photoRequests(known).map(({ key }) => key) : [];
  const key = JSON.stringify([wanted, maxSidePx]);
  const asked = useRef({ key: '', scene: known });
  if (asked.current.key !== key) asked.current = { key, scene: known };
  const photos = wanted.length > 0 ? asked.current.scene : undefined;
  const answer = useQuery(
    api.creations.sources.queryOptions({
      input: photos ? { scene: photos, maxSidePx } : skipToken,
      placeholderData: keepPreviousData,
    }),
  );
  if (!photos || answer.error) return none;
  return answer.data?.sources;
}
