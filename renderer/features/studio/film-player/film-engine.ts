import { partStart } from './film-frames.ts';
import { createFilmPicture, type FilmPicture } from './film-picture.ts';
import { createFilmSound, type FilmSound } from './film-sound.ts';
import { createPlayClock, type PlayClock } from './play-clock.ts';
import type { ShownFilm } from './shown-film.ts';

/** How a film stands. */
export type FilmState = {
  isPlaying: boolean;
  /** True once the film and all its photos are there. */
  isReady: boolean;
  /** For the eye: moves a few times a second while it plays. */
  timeMs: number;
  durationMs: number;
  /** Goes up with every film that takes the place of another. */
  shown: number;
};

/** How often the shown time moves while it plays. */
const shownEveryMs = 80;
/** The picture waits this long at most for the sound to begin. */
const soundWaitMs = 400;
/** Sound that joins later is ordered this far ahead. */
const joinMs = 60;

type Transport = {
  clock: PlayClock;
  picture: FilmPicture;
  sound: FilmSound;
  state: FilmState;
  film: ShownFilm | undefined;
  isLooping: boolean;
  /** Where playing began, and when. */
  began: { fromMs: number; atMs: number };
  ticking: number;
  tell(change: Partial<FilmState>): void;
};

/** Plays a film on a canvas: pictures, clips and sound by one clock. `onState` is told what changed. */
export function createFilmEngine(onState: (state: FilmState) => void) {
  const clock = createPlayClock(() => performance.now());
  const its: Transport = {
    clock,
    picture: createFilmPicture(() => ({ timeMs: clock.timeMs(), isPlaying: clock.isRunning })),
    sound: createFilmSound(() => joinSound(its)),
    state: { isPlaying: false, isReady: false, timeMs: 0, durationMs: 0, shown: 0 },
    film: undefined,
    isLooping: false,
    began: { fromMs: 0, atMs: 0 },
    ticking: 0,
    tell(change) {
      its.state = { ...its.state, ...change };
      onState(its.state);
    },
  };
  const hide = (): void => {
    if (document.hidden) pause(its);
  };
  document.addEventListener('visibilitychange', hide);
  return {
    show: (film: ShownFilm): Promise<void> => show(its, film),
    setCanvas: its.picture.setCanvas,
    /** A small picture of a moment, to be drawn; nothing when it is no longer wanted. */
    still: its.picture.still,
    /** From here, or from where it stands; from the start when it stands at its end. */
    play: (fromMs?: number): void => play(its, fromMs),
    pause: (): void => pause(its),
    seek: (timeMs: number): void => seek(its, timeMs),
    /** To the beginning of the next part, or of the one before. */
    stepPart(step: 1 | -1): void {
      const startMs = partStart(its.film?.scene.parts ?? [], clock.timeMs(), step);
      seek(its, startMs ?? (step === 1 ? its.state.durationMs : 0));
    },
    setLooping: (looping: boolean): void => void (its.isLooping = looping),
    setVolume: its.sound.setVolume,
    mute: its.sound.mute,
    /** Where it is, to the millisecond. */
    timeMs: (): number => clock.timeMs(),
    heardMs: (): number | undefined => its.sound.heardMs(performance.now()),
    counts: () => its.picture.counts,
    isSettled: (): boolean => its.picture.isSettled,
    dispose(): void {
      document.removeEventListener('visibilitychange', hide);
      cancelAnimationFrame(its.ticking);
      clock.stop();
      its.picture.dispose();
      its.sound.dispose();
    },
  };
}

export type FilmEngine = ReturnType<typeof createFilmEngine>;

async function show(its: Transport, film: ShownFilm): Promise<void> {
  // Sound is on its way while the photos are.
  const isHeardAnew = its.sound.setFilm(film);
  if (!(await its.picture.show(film))) return;
  its.film = film;
  const { durationMs } = film.scene;
  if (its.clock.isRunning && isHeardAnew) joinSound(its);
  if (!its.clock.isRunning && its.clock.timeMs() > durationMs) its.clock.stop(durationMs);
  const timeMs = Math.min(its.clock.timeMs(), durationMs);
  its.tell({ isReady: true, durationMs, timeMs, shown: its.state.shown + 1 });
}

function play(its: Transport, wishedMs: number | undefined): void {
  if (!its.film) return;
  const { durationMs } = its.film.scene;
  const standMs = wishedMs ?? its.clock.timeMs();
  const fromMs = standMs >= durationMs - 1 ? 0 : Math.max(0, standMs);
  cancelAnimationFrame(its.ticking);
  its.began = { fromMs, atMs: performance.now() };
  its.clock.start(fromMs);
  its.sound.play(fromMs);
  its.picture.count();
  its.tell({ isPlaying: true, timeMs: fromMs });
  its.ticking = requestAnimationFrame(() => tick(its));
}

function pause(its: Transport, atMs = its.clock.timeMs()): void {
  if (!its.clock.isRunning) return;
  cancelAnimationFrame(its.ticking);
  its.clock.stop(Math.min(Math.max(0, atMs), its.state.durationMs));
  its.sound.stop();
  its.picture.wish();
  its.tell({ isPlaying: false, timeMs: its.clock.timeMs() });
}

function seek(its: Transport, wishedMs: number): void {
  const timeMs = Math.min(Math.max(0, wishedMs), its.state.durationMs);
  if (its.clock.isRunning) return play(its, timeMs);
  its.clock.stop(timeMs);
  its.picture.wish();
  its.tell({ timeMs });
}

/** What has been loaded since, or has changed, is heard from now on. */
function joinSound({ clock, sound }: Transport): void {
  if (clock.isRunning) sound.play(clock.timeMs() + joinMs);
}

function tick(its: Transport): void {
  keepTime(its);
  const timeMs = Math.max(its.began.fromMs, its.clock.timeMs());
  const { durationMs } = its.state;
  if (timeMs >= durationMs) return its.isLooping ? play(its, 0) : pause(its, durationMs);
  its.picture.paint(timeMs);
  if (Math.abs(timeMs - its.state.timeMs) >= shownEveryMs) its.tell({ timeMs });
  its.ticking = requestAnimationFrame(() => tick(its));
}

/** The clock stays with the sound, and begins with it. */
function keepTime({ clock, sound, began }: Transport): void {
  const nowMs = performance.now();
  const heardMs = sound.heardMs(nowMs);
  if (heardMs !== undefined) clock.follow(heardMs);
  else if (sound.isOrdered && nowMs - began.atMs < soundWaitMs) clock.start(began.fromMs);
}
