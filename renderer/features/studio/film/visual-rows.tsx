import { IconPhotoEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clipIdOf } from '../../../../shared/scene/film/clip-id.ts';
import { swapVisual } from '../../../../shared/scene/film/edit-film.ts';
import type { FilmClip, FilmPhoto } from '../../../../shared/scene/film/film.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { PhotoPicker } from '../editor/photo-picker.tsx';
import { ClipCopyRow } from './clip-copy-row.tsx';
import type { FilmDesk } from './film-desk.ts';
import { SlideField } from './slide-field.tsx';
import { TravelFrames } from './travel-frames.tsx';
import { travelChoices, travelOf } from './travel-choices.ts';

/** The photo of the part and how it moves, or its clip and how it runs. */
export function VisualRows({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const [isPicking, setPicking] = useState(false);
  const { part, deeds } = desk;
  const { visual } = part;
  return (
    <>
      {visual?.kind === 'photo' ? <PhotoRows desk={desk} photo={visual} /> : null}
      {visual?.kind === 'clip' ? <ClipRows desk={desk} clip={visual} /> : null}
      <Button icon={<IconPhotoEdit aria-hidden />} onClick={() => setPicking(true)}>
        {t(visual ? 'part.swap' : 'part.setPhoto')}
      </Button>
      <PhotoPicker
        opened={isPicking}
        onClose={() => setPicking(false)}
        onPick={(assetId) => {
          setPicking(false);
          deeds.swap(part.id, { kind: 'photo', assetId });
        }}
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
    </fieldset>
  );
}

const speeds = ['0.25', '0.5', '0.75', '1', '1.5', '2', '4'] as const;

function ClipRows({ desk, clip }: { desk: FilmDesk; clip: FilmClip }) {
  const { t } = useTranslation('film');
  const { part, document, sources } = desk;
  const lengthMs = sources?.clips[clipIdOf(clip)]?.durationMs ?? clip.fromMs + part.durationMs;
  const set = (next: Partial<FilmClip>, gesture?: string) =>
    document.change((film) => swapVisual(film, part.id, { ...clip, ...next }), gesture);
  const setSteady = (isOn: boolean) =>
    document.change((film) => {
      const { steady: _before, ...rest } = clip;
      return swapVisual(film, part.id, isOn ? { ...rest, steady: true } : rest);
    });
  const speed = String(clip.speed ?? 1);
  return (
    <>
      <SlideField
        label={t('clip.from')}
        value={clip.fromMs / 1000}
        {...{ min: 0, max: Math.max(0.1, (lengthMs - 300) / 1000), step: 0.1 }}
        unit="s"
        onChange={(seconds) => set({ fromMs: Math.round(seconds * 1000) }, `from ${part.id}`)}
        onEnd={document.finish}
      />
      <SelectField
        label={t('clip.speed')}
        value={speeds.find((one) => one === speed) ?? '1'}
        options={speeds.map((value) => ({ value, label: t('clip.times', { speed: value }) }))}
        onChange={(value) => set({ speed: Number(value) })}
      />
      <SlideField
        label={t('clip.volume')}
        value={Math.round(clip.volume * 100)}
        {...{ min: 0, max: 200, step: 10 }}
        unit="%"
        onChange={(value) => set({ volume: value / 100 }, `volume ${part.id}`)}
        onEnd={document.finish}
      />
      <ClipCopyRow clip={clip} onSteady={setSteady} />
    </>
  );
}
