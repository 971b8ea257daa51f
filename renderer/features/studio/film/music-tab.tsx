import {
  IconPlayerPlayFilled,
  IconPlayerStopFilled,
  IconTimelineEventPlus,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FilmMusic } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useListening } from '../voice/use-listening.ts';
import type { FilmDesk } from './film-desk.ts';
import { GoneNote } from './gone-note.tsx';
import { SlideField } from './slide-field.tsx';
import { usePlaceVoice, type PlacedSound } from './use-place-voice.ts';

const freshMusic = { startMs: 0, volume: 0.9, fadeInMs: 0, fadeOutMs: 1200 };

type Choice = { id: string; name: string; url: string; own?: PlacedSound };

/** The music: one that ships, a sound of the library, or none; how loud, and how it begins and ends. */
export function MusicTab({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const choices = useChoices();
  const { film, change } = desk.document;
  const { music } = film.audio;
  const choose = (trackId: string | undefined) =>
    change(({ audio: { music: before, ...audio }, ...rest }) => ({
      ...rest,
      audio:
        trackId === undefined
          ? audio
          : { ...audio, music: { ...freshMusic, ...(before && kept(before)), trackId } },
    }));
  const { heard, hear, player } = useListening();
  const place = usePlaceVoice(desk);
  return (
    <>
      {music?.trackId.startsWith('asset:') ? (
        <GoneNote assetId={music.trackId.slice('asset:'.length)} kind="sound" />
      ) : null}
      <ul className="choice-rows film-tracks" aria-label={t('left.music')}>
        {[undefined, ...choices].map((choice) => (
          <li key={choice?.id ?? ''}>
            <label>
              <input
                type="radio"
                name="film-track"
                checked={music?.trackId === choice?.id}
                onChange={() => choose(choice?.id)}
              />
              <span className="grow cut">{choice?.name ?? t('music.none')}</span>
            </label>
            {choice ? (
              <IconButton
                label={t(heard === choice.url ? 'music.hush' : 'music.listen', {
                  name: choice.name,
                })}
                icon={heard === choice.url ? <IconPlayerStopFilled /> : <IconPlayerPlayFilled />}
                onClick={() => hear(heard === choice.url ? undefined : choice.url)}
              />
            ) : null}
            {choice?.own ? (
              <IconButton
                label={t('voice.place', { name: choice.name })}
                icon={<IconTimelineEventPlus />}
                onClick={() => choice.own && place(choice.own)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <audio ref={player} preload="none" onEnded={() => hear(undefined)} />
      {music ? <MusicFields desk={desk} music={music} /> : null}
    </>
  );
}

/** Another piece begins at its own start; how loud and how it ends stays as it was set. */
function kept({ volume, fadeInMs, fadeOutMs }: FilmMusic) {
  return { volume, fadeInMs, fadeOutMs };
}

function useChoices(): Choice[] {
  const api = useApi();
  const tracks = useQuery(api.studio.tracks.queryOptions());
  const own = useQuery(api.media.list.queryOptions({ input: { kind: 'audio', limit: 60 } }));
  return [
    ...(tracks.data?.items ?? []).map(({ id, name, url }) => ({ id, name, url })),
    ...(own.data?.items ?? []).map(({ id, name, durationMs }) => ({
      ...{ id: `asset:${id}`, name },
      url: `/media/${id}/original`,
      ...(durationMs === undefined ? {} : { own: { assetId: id, durationMs } }),
    })),
  ];
}

function MusicFields({ desk, music }: { desk: FilmDesk; music: FilmMusic }) {
  const { t } = useTranslation('film');
  const { change, finish } = desk.document;
  const set = (next: Partial<FilmMusic>, gesture: string) =>
    change(
      (film) =>
        film.audio.music
          ? { ...film, audio: { ...film.audio, music: { ...film.audio.music, ...next } } }
          : film,
      gesture,
    );
  const seconds = (key: 'startMs' | 'fadeInMs' | 'fadeOutMs', most: number) => (
    <SlideField
      label={t(`music.${key}`)}
      value={music[key] / 1000}
      {...{ min: 0, max: most, step: 0.1 }}
      unit="s"
      onChange={(value) => set({ [key]: Math.round(value * 1000) }, key)}
      onEnd={finish}
    />
  );
  return (
    <div className="film-fields">
      <SlideField
        label={t('music.volume')}
        value={Math.round(music.volume * 100)}
        {...{ min: 0, max: 100, step: 5 }}
        unit="%"
        onChange={(value) => set({ volume: value / 100 }, 'volume')}
        onEnd={finish}
      />
      {seconds('startMs', 60)}
      {seconds('fadeInMs', 5)}
      {seconds('fadeOutMs', 5)}
    </div>
  );
}
