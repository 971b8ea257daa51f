import { IconPhotoEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePart, swapVisual } from '../../../../shared/scene/film/edit-film.ts';
import type { FilmPhoto, FilmVisual } from '../../../../shared/scene/film/film.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { PhotoPicker } from '../editor/photo-picker.tsx';
import { ClipRows } from './clip-rows.tsx';
import { freshVisual } from './dragged-visual.ts';
import type { FilmDesk } from './film-desk.ts';
import { FocusPad } from './focus-pad.tsx';
import { GoneNote } from './gone-note.tsx';
import { TravelFrames } from './travel-frames.tsx';
import { travelChoices, travelOf } from './travel-choices.ts';

/** What is picked, and for which window of the part. */
type Pick = { kind: FilmVisual['kind']; isBefore: boolean };

/** The photo of the part and how it moves, or its clip and how it runs; where the part compares, also the
 *  photo of before. */
export function VisualRows({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const [pick, setPick] = useState<Pick>();
  const { part, deeds, document } = desk;
  const { visual, before, role } = part;
  const take = (assetId: string) => {
    setPick(undefined);
    if (!pick) return;
    const next = freshVisual(pick.kind, assetId);
    if (!pick.isBefore) return deeds.swap(part.id, next);
    document.change((film) => changePart(film, part.id, (now) => ({ ...now, before: next })));
  };
  return (
    <>
      {visual ? <GoneNote assetId={visual.assetId} kind={visual.kind} /> : null}
      {visual?.kind === 'photo' ? <PhotoRows desk={desk} photo={visual} /> : null}
      {visual?.kind === 'clip' ? <ClipRows desk={desk} clip={visual} /> : null}
      <Menu
        align="start"
        target={
          <Button icon={<IconPhotoEdit aria-hidden />}>
            {t(visual ? 'part.swap' : 'part.setVisual')}
          </Button>
        }
        items={[
          { label: t('part.aPhoto'), run: () => setPick({ kind: 'photo', isBefore: false }) },
          { label: t('part.aClip'), run: () => setPick({ kind: 'clip', isBefore: false }) },
          ...(visual
            ? [
                'line' as const,
                {
                  label: t('part.noVisual'),
                  run: () =>
                    document.change((film) =>
                      changePart(film, part.id, ({ visual: _visual, ...rest }) => rest),
                    ),
                },
              ]
            : []),
        ]}
      />
      {role === 'before-after' ? (
        <div className="film-before">
          {before ? <Thumbnail url={`/media/${before.assetId}/thumb`} widthPx={48} /> : null}
          <Button onClick={() => setPick({ kind: 'photo', isBefore: true })}>
            {t(before ? 'part.swapBefore' : 'part.setBefore')}
          </Button>
        </div>
      ) : null}
      <PhotoPicker
        opened={pick !== undefined}
        kind={pick?.kind === 'clip' ? 'video' : 'photo'}
        onClose={() => setPick(undefined)}
        onPick={take}
      />
    </>
  );
}

function PhotoRows({ desk, photo }: { desk: FilmDesk; photo: FilmPhoto }) {
  const { t } = useTranslation('film');
  const { part, document } = desk;
  const now = travelOf(photo.travel);
  const choose = (travel: FilmPhoto['travel']) =>
    document.change((film) => {
      const { travel: _before, ...rest } = photo;
      return swapVisual(film, part.id, travel === undefined ? rest : { ...rest, travel });
    });
  return (
    <fieldset className="film-moves">
      <legend className="muted">{t('part.motion')}</legend>
      <div className="film-move-tiles">
        {travelChoices.map(({ id, travel }) => (
          <label key={id} className="film-move">
            <input
              type="radio"
              name="film-motion"
              className="hidden-text"
              checked={now === id}
              onChange={() => choose(travel)}
            />
            <span
              className="film-move-photo"
              style={{ backgroundImage: `url("/media/${photo.assetId}/thumb")` }}
            >
              {travel !== undefined && travel !== 'still'
                ? [travel.from, travel.to].map((rect, index) => (
                    <i
                      key={index}
                      style={{
                        left: `${rect.xFrac * 100}%`,
                        top: `${rect.yFrac * 100}%`,
                        width: `${rect.widthFrac * 100}%`,
                        height: `${rect.heightFrac * 100}%`,
                      }}
                    />
                  ))
                : null}
            </span>
            <span className="small">{t(`motion.${id}`)}</span>
          </label>
        ))}
      </div>
      {typeof photo.travel === 'object' ? (
        <TravelFrames desk={desk} photo={photo} travel={photo.travel} />
      ) : null}
      <FocusPad
        assetId={photo.assetId}
        focus={photo.focus}
        onChange={(focus) =>
          document.change(
            (film) => swapVisual(film, part.id, { ...photo, focus }),
            `focus ${part.id}`,
          )
        }
        onEnd={document.finish}
      />
    </fieldset>
  );
}
