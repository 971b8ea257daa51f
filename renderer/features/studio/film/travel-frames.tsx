import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { swapVisual } from '../../../../shared/scene/film/edit-film.ts';
import type { FilmPhoto } from '../../../../shared/scene/film/film.ts';
import type { RectFrac } from '../../../../shared/scene/scene.ts';
import { ratioOf } from '../frame-sizes.ts';
import type { FilmDesk } from './film-desk.ts';
import { followPointer } from './follow-pointer.ts';
import { SlideField } from './slide-field.tsx';
import { movedFrame, sizedFrame } from './travel-frame.ts';

type Travel = { from: RectFrac; to: RectFrac };

/** What is seen first and last, as two frames on the photo: drawn by hand or moved by arrows. */
export function TravelFrames({
  desk,
  photo,
  travel,
}: {
  desk: FilmDesk;
  photo: FilmPhoto;
  travel: Travel;
}) {
  const { t } = useTranslation('film');
  const { part, document } = desk;
  const set = (end: keyof Travel, rect: RectFrac, gesture?: string) =>
    document.change(
      (film) => swapVisual(film, part.id, { ...photo, travel: { ...travel, [end]: rect } }),
      gesture,
    );
  const carry = (event: PointerEvent<HTMLElement>, end: keyof Travel) => {
    const around = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!around) return;
    const gesture = `travel ${end} ${event.timeStamp}`;
    followPointer(event, {
      onMove: (dxPx, dyPx) =>
        set(end, movedFrame(travel[end], dxPx / around.width, dyPx / around.height), gesture),
      onEnd: document.finish,
    });
  };
  const keys = (event: KeyboardEvent, end: keyof Travel) => {
    const [dx, dy] = arrows[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    event.stopPropagation();
    set(end, movedFrame(travel[end], dx * 0.02, dy * 0.02));
  };
  return (
    <>
      <div
        className="film-travel"
        style={{
          aspectRatio: String(ratioOf(desk.format)),
          backgroundImage: `url("/media/${photo.assetId}/thumb")`,
        }}
      >
        {(['from', 'to'] as const).map((end) => (
          <button
            key={end}
            type="button"
            className={`film-frame film-frame-${end}`}
            aria-label={t(`motion.${end}`)}
            aria-description={t('motion.keys')}
            style={{
              left: `${travel[end].xFrac * 100}%`,
              top: `${travel[end].yFrac * 100}%`,
              width: `${travel[end].widthFrac * 100}%`,
              height: `${travel[end].heightFrac * 100}%`,
            }}
            onPointerDown={(event) => carry(event, end)}
            onKeyDown={(event) => keys(event, end)}
          >
            <span className="small">{t(`motion.${end}`)}</span>
          </button>
        ))}
      </div>
      {(['from', 'to'] as const).map((end) => (
        <SlideField
          key={end}
          label={t(`motion.${end}Size`)}
          value={Math.round(travel[end].widthFrac * 100)}
          {...{ min: 40, max: 100, step: 2 }}
          unit="%"
          onChange={(percent) => set(end, sizedFrame(travel[end], percent / 100), `size ${end}`)}
          onEnd={document.finish}
        />
      ))}
    </>
  );
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
