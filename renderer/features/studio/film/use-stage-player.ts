import type { FilmSources } from '../../../../shared/contract/films.ts';
import { usePlayer } from '../film-player/use-player.ts';
import type { FilmTransport } from './film-desk.ts';

/** The player of the stage, and the part of it that the rest of the editor needs. */
export function useStagePlayer(sources: FilmSources | undefined, durationMs: number) {
  const player = usePlayer(sources);
  const { timeMs, isPlaying, play, pause, seek } = player;
  const transport: FilmTransport = {
    ...{ isPlaying, atMs: Math.min(timeMs, durationMs) },
    seek: (atMs) => seek(Math.min(Math.max(atMs, 0), durationMs)),
    toggle: () => (isPlaying ? pause() : play()),
  };
  return { player, transport };
}

export type StagePlayer = ReturnType<typeof useStagePlayer>;
