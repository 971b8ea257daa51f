import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { beatsOfFilm } from '../../../../shared/scene/film/edit-beats.ts';
import type { Film } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useSoundTrace } from './use-sound-trace.ts';

/** The beats of the film's music in times of the film: known for what ships, heard in the shop's own. */
export function useFilmTrack(film: Film) {
  const api = useApi();
  const trackId = film.audio.music?.trackId;
  const tracks = useQuery(api.studio.tracks.queryOptions());
  const heard = useSoundTrace(trackId?.startsWith('asset:') ? trackId : undefined);
  const track = tracks.data?.items.find(({ id }) => id === trackId) ?? heard?.beats;
  const beats = useMemo(() => beatsOfFilm(film, track), [film, track]);
  /** As if the film lasted so long. */
  const beatsUntil = (durationMs: number): number[] => beatsOfFilm(film, track, durationMs);
  return { beats, beatsUntil, bpm: track?.bpm };
}
