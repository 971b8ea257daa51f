import './captions.css';
import { IconPhoto, IconPhotoStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coverMomentMs } from '../../../../shared/scene/film/film-cover.ts';
import { filmDurationMs, type FilmCover } from '../../../../shared/scene/film/film.ts';
import { Button } from '../../../ui/button.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { PhotoPicker } from '../editor/photo-picker.tsx';
import { FilmStill } from '../film-player/film-still.tsx';
import { useClock } from '../use-clock.ts';
import type { FilmDesk } from './film-desk.ts';
import { SidePanel } from './side-panel.tsx';
import { SlideField } from './slide-field.tsx';

const frameMs = 1000 / 30;

/** What stands for the video before it plays: a moment of it or a picture, as the profile cuts it. */
export function CoverPanel({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('cover');
  const [isPicking, setPicking] = useState(false);
  const { document, transport } = desk;
  const { cover } = document.film;
  const set = (next: FilmCover | undefined, gesture?: string) =>
    document.change(
      ({ cover: _before, ...film }) => (next ? { ...film, cover: next } : film),
      gesture,
    );
  return (
    <SidePanel desk={desk} label={t('area')} title={t('title')} close={t('close')}>
      <div className="film-fields">
        <Cuts desk={desk} />
        <Moment desk={desk} onChange={set} />
        <Button
          icon={<IconPhotoStar aria-hidden />}
          onClick={() => set({ kind: 'frame', atMs: Math.round(transport.atMs) })}
        >
          {t('frame')}
        </Button>
        <Button icon={<IconPhoto aria-hidden />} onClick={() => setPicking(true)}>
          {t('picture')}
        </Button>
        {cover ? <TextButton onClick={() => set(undefined)}>{t('reset')}</TextButton> : null}
        <p className="small muted">{t('hint')}</p>
      </div>
      <PhotoPicker
        opened={isPicking}
        kind="photo"
        onClose={() => setPicking(false)}
        onPick={(assetId) => {
          set({ kind: 'picture', assetId });
          setPicking(false);
        }}
      />
    </SidePanel>
  );
}

const cuts = ['reel', 'grid', 'square'] as const;
const widths = { reel: 90, grid: 54, square: 54 };

/** The whole of it, and the cuts of the profile's grids. */
function Cuts({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('cover');
  const clock = useClock();
  const { cover } = desk.document.film;
  const atMs = coverMomentMs(desk.document.film);
  const shown =
    cover?.kind === 'picture' ? t('shows.picture') : t('shows.frame', { at: clock(atMs) });
  return (
    <div className="film-cover-cuts" role="img" aria-label={shown}>
      {cuts.map((cut) => (
        <span key={cut} className={`film-cover-${cut}`}>
          {cover?.kind === 'picture' ? (
            <img src={`/media/${cover.assetId}/thumb`} alt="" />
          ) : (
            <FilmStill player={desk.stills} timeMs={atMs} widthPx={widths[cut]} />
          )}
          <span className="small muted">{t(`cuts.${cut}`)}</span>
        </span>
      ))}
    </div>
  );
}

/** To look for the moment without moving the film. */
function Moment({
  desk,
  onChange,
}: {
  desk: FilmDesk;
  onChange: (cover: FilmCover, gesture: string) => void;
}) {
  const { t } = useTranslation('cover');
  const { film, finish } = desk.document;
  if (film.cover?.kind === 'picture') return null;
  return (
    <SlideField
      label={t('moment')}
      value={Math.round(coverMomentMs(desk.document.film) / 100) / 10}
      {...{ min: 0, max: Math.floor((filmDurationMs(film) - frameMs) / 100) / 10, step: 0.1 }}
      unit="s"
      onChange={(seconds) => onChange({ kind: 'frame', atMs: Math.round(seconds * 1000) }, 'cover')}
      onEnd={finish}
    />
  );
}
