import { useRef } from 'react';
import type { FilmSources } from '../../../../shared/contract/films.ts';
import { usePlayer } from '../film-player/use-player.ts';
import type { FilmTransport } from './film-desk.ts';

/** The player of the stage, and the part of it that the rest of the editor needs. */
export function useStagePlayer(sources: FilmSources | undefined, durationMs: number) {
  const player = usePlayer(sources);
  const { timeMs, isPlaying, isMuted, play, pause, seek, setMuted } = player;
  const wasMuted = useRef(false);
  const transport: FilmTransport = {
    ...{ isPlaying, atMs: Math.min(timeMs, durationMs) },
    seek: (atMs) => seek(Math.min(Math.max(atMs, 0), durationMs)),
    toggle: () => (isPlaying ? pause() : play()),
    rehearse(isOn) {
      if (isOn) {
        wasMuted.current = isMuted;
        setMuted(true);
        return play();
      }
      pause();
      setMuted(wasMuted.current);
    },
  };
  return { player, transport };
}

export type StagePlayer = ReturnType<typeof useStagePlayer>;
