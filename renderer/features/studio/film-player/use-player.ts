import { useEffect, useMemo, useState } from 'react';
import type { FilmSources } from '../../../../shared/contract/films.ts';
import { addedFamilies } from '../../../../shared/scene/own-fonts.ts';
import { useSceneFonts } from '../../../ui/scene-fonts.ts';
import { createFilmEngine, type FilmEngine, type FilmState } from './film-engine.ts';
import { framesPerSecond } from './film-frames.ts';

export type PlayerSources = Pick<FilmSources, 'scene' | 'sources' | 'clips' | 'sounds' | 'music'>;

const atRest: FilmState = {
  ...{ isPlaying: false, isReady: false, timeMs: 0, durationMs: 0, shown: 0 },
};

/** Plays what `films/preview` answers. A changed film takes the place of the one before where it stands, and
 *  goes on playing; without sources it is empty. Everything is freed with the component. */
export function usePlayer(sources: PlayerSources | undefined) {
  const [engine, setEngine] = useState<FilmEngine>();
  const [state, setState] = useState(atRest);
  const scene = sources?.scene;
  const { fonts, error } = useSceneFonts(
    useMemo(() => (scene ? addedFamilies(scene) : []), [scene]),
  );
  useEffect(() => {
    const made = createFilmEngine(setState);
    setEngine(made);
    return () => {
      made.dispose();
      setEngine(undefined);
      setState(atRest);
    };
  }, []);
  useEffect(() => {
    if (engine && sources && fonts) void engine.show({ ...sources, fonts });
  }, [engine, sources, fonts]);
  const switches = useSwitches(engine);
  const deeds = useMemo(() => deedsOf(() => engine), [engine]);
  return { ...state, ...switches, ...deeds, scene, engine, error };
}

export type Player = ReturnType<typeof usePlayer>;

/** Loop, mute and volume: they hold for every film that is played here. */
function useSwitches(engine: FilmEngine | undefined) {
  const [isLooping, setLooping] = useState(false);
  const [isMuted, setMuted] = useState(false);
  const [volume, setVolume] = useState(1);
  useEffect(() => engine?.setLooping(isLooping), [engine, isLooping]);
  useEffect(() => engine?.mute(isMuted), [engine, isMuted]);
  useEffect(() => engine?.setVolume(volume), [engine, volume]);
  return { isLooping, setLooping, isMuted, setMuted, volume, setVolume };
}

function deedsOf(engine: () => FilmEngine | undefined) {
  return {
    /** From here, or from where it stands. */
    play: (fromMs?: number) => engine()?.play(fromMs),
    pause: () => engine()?.pause(),
    /** Also while it plays, and then it plays on from there. */
    seek: (timeMs: number) => engine()?.seek(timeMs),
    stepPart: (step: 1 | -1) => engine()?.stepPart(step),
    stepFrames(count: number) {
      engine()?.pause();
      engine()?.seek((engine()?.timeMs() ?? 0) + (count * 1000) / framesPerSecond);
    },
  };
}
