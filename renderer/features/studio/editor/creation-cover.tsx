import { useInViewport } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CreationSummary } from '../../../../shared/contract/creations.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { SceneCanvas } from '../../../ui/scene-canvas.tsx';

const coverSidePx = 320;

/** The picture last made, or as long as there is none the scene itself, drawn once it is in sight. */
export function CreationCover({ item }: { item: CreationSummary }) {
  const { ref, inViewport } = useInViewport();
  const [wasSeen, setSeen] = useState(false);
  useEffect(() => {
    if (inViewport) setSeen(true);
  }, [inViewport]);
  return (
    <span ref={ref} className="editor-cover">
      {item.coverUrl ? <img src={item.coverUrl} alt="" loading="lazy" /> : null}
      {!item.coverUrl && wasSeen ? <DrawnCover id={item.id} /> : null}
    </span>
  );
}

function DrawnCover({ id }: { id: string }) {
  const api = useApi();
  const { data } = useQuery(api.creations.get.queryOptions({ input: { id } }));
  const [scene] = Object.values(data?.scenes ?? {});
  const photos = useQuery({
    ...api.creations.sources.queryOptions({
      input: { scene: scene as NonNullable<typeof scene>, maxSidePx: coverSidePx },
    }),
    enabled: scene !== undefined,
  }).data;
  if (!scene || !photos) return null;
  return (
    <span aria-hidden="true" className="editor-cover-drawn">
      <SceneCanvas scene={scene} sources={photos.sources} label="" maxSidePx={coverSidePx} />
    </span>
  );
}
