import { DndContext, PointerSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '../../../shared/scene/scene.ts';
import {
  mostPhotos,
  moveItem,
  partsByPhoto,
  photosOf,
  productOfPhoto,
  withoutPhoto,
} from './pick-photos.ts';
import { MorePhotos } from './more-photos.tsx';
import { useClock } from './use-clock.ts';
import type { Playback } from './use-playback.ts';
import type { Video } from './use-video.ts';
import type { What } from './use-what.ts';
import { VideoPart } from './video-part.tsx';

/** The parts of the video in their order, as wide as they last, under a slider that goes through them. */
export function VideoStrip({
  what,
  video,
  scene,
  playback,
}: {
  what: What;
  video: Video;
  scene: Scene | undefined;
  playback: Playback;
}) {
  const { t } = useTranslation('studio-page');
  const { photoIds, choice, setChoice } = video;
  const [said, setSaid] = useState('');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const parts = scene && partsByPhoto(photoIds, scene);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= photoIds.length || from === to) return;
    setChoice({ ...choice, order: moveItem(photoIds, from, to) });
    setSaid(t('strip.moved', { place: to + 1, total: photoIds.length }));
  };
  const remove = (assetId: string) => {
    setChoice(withoutPhoto(choice, photoIds, assetId));
    setSaid(t('strip.removed'));
  };
  const others = photosOf(what.chosen).filter((assetId) => !photoIds.includes(assetId));
  return (
    <section className="video-strip" aria-label={t('strip.label')}>
      <Scrub scene={scene} playback={playback} />
      <div className="video-parts">
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          onDragEnd={({ active, over }) => over && move(Number(active.id), Number(over.id))}
        >
          <ol>
            {photoIds.map((assetId, at) => (
              <VideoPart
                key={assetId}
                at={at}
                total={photoIds.length}
                assetId={assetId}
                name={productOfPhoto(what.chosen, assetId)?.title ?? ''}
                durationMs={parts?.get(assetId)?.durationMs}
                isLost={parts !== undefined && !parts.has(assetId)}
                onKeyDown={(event) => keys(event, at)}
                onRemove={() => remove(assetId)}
              />
            ))}
          </ol>
        </DndContext>
        {others.length > 0 && photoIds.length < mostPhotos ? (
          <MorePhotos what={what} video={video} others={others} />
        ) : null}
      </div>
      <p className="small muted">{t('strip.hint', { count: photoIds.length, most: mostPhotos })}</p>
      <p className="hidden-text" role="status">
        {said}
      </p>
    </section>
  );

  function keys(event: KeyboardEvent, at: number): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const assetId = photoIds[at];
    if (event.altKey && step) {
      event.preventDefault();
      move(at, at + step);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && assetId) {
      event.preventDefault();
      remove(assetId);
    }
  }
}

function Scrub({ scene, playback }: { scene: Scene | undefined; playback: Playback }) {
  const { t } = useTranslation('studio-page');
  const clock = useClock();
  const durationMs = scene?.durationMs ?? 0;
  return (
    <input
      type="range"
      className="studio-range video-scrub"
      aria-label={t('video.scrub')}
      aria-valuetext={clock(playback.shownMs)}
      min={0}
      max={Math.max(1, durationMs)}
      step={100}
      disabled={durationMs === 0}
      value={Math.min(playback.shownMs, durationMs)}
      onChange={(event) => playback.seek(Number(event.currentTarget.value))}
    />
  );
}
