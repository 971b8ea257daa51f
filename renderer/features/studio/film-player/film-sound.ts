import { createSoundDeck } from './sound-deck.ts';
import { soundPlan, type SoundCue } from './sound-plan.ts';
import { createSoundStore } from './sound-store.ts';
import type { ShownFilm } from './shown-film.ts';

/** The sound of a film: it plays what has been loaded, and `onReady` is told when more can be heard. */
export function createFilmSound(onReady: () => void) {
  const store = createSoundStore(onReady);
  const deck = createSoundDeck(store);
  let film: ShownFilm | undefined;
  let [volume, isMuted] = [1, false];

  const cues = (): SoundCue[] => {
    const durationMs = store.lengthMs('music');
    const track = durationMs === undefined ? undefined : { durationMs, ...film?.music };
    return film ? soundPlan(film.scene, track) : [];
  };
  const setLevel = (): void => deck.setVolume(isMuted ? 0 : volume);
  return {
    /** Answers whether anything of what is heard has changed. */
    setFilm(next: ShownFilm): boolean {
      const before = heardOf(film);
      film = next;
      store.want(next.sounds);
      return heardOf(next) !== before;
    },
    play: (fromMs: number): void => deck.play(cues(), fromMs),
    stop: (): void => deck.stop(),
    /** True when something was to be heard by now. */
    get isOrdered(): boolean {
      return deck.isOrdered;
    },
    heardMs: (nowMs: number): number | undefined => deck.heardMs(nowMs),
    setVolume(level: number): void {
      volume = level;
      setLevel();
    },
    mute(muted: boolean): void {
      isMuted = muted;
      setLevel();
    },
    dispose(): void {
      deck.dispose();
      store.dispose();
    },
  };
}

export type FilmSound = ReturnType<typeof createFilmSound>;

function heardOf(film: ShownFilm | undefined): string {
  const { audio, sounds, durationMs, duckingDb } = film?.scene ?? {};
  return JSON.stringify([audio, sounds, durationMs, duckingDb, film?.sounds]);
}
