import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { beatsOfFilm } from '../../../../shared/scene/film/edit-beats.ts';
import type { Film } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';

/** The music of the film among those that ship, and its beats in times of the film. */
export function useFilmTrack(film: Film) {
  const api = useApi();
  const tracks = useQuery(api.studio.tracks.queryOptions());
  const track = tracks.data?.items.find(({ id }) => id === film.audio.music?.trackId);
  const beats = useMemo(() => beatsOfFilm(film, track), [film, track]);
  return { track, beats, bpm: track?.bpm };
}
