import { musicPieces, type MusicShape } from '../../../../shared/rules/music-pieces.ts';
import type { Scene, SceneSound } from '../../../../shared/scene/scene.ts';

/** How loud something is at moments of the film, straight from one to the next. */
export type LevelLine = readonly { atMs: number; level: number }[];

/** A stretch of a sound at a moment of the film. Its levels are multiplied. */
export type SoundCue = {
  /** In the film's `sounds`: an asset's id, or `music`. */
  source: string;
  inMs: number;
  outMs: number;
  /** From where in the sound, at the speed it has in the film. */
  fromMs: number;
  speed: number;
  levels: readonly LevelLine[];
};

/** Music sinks this quickly when somebody speaks, and comes back this slowly. */
const sinksMs = 80;
const risesMs = 400;
/** Pauses between words do not bring it back. */
const holdsMs = 350;
const usualDuckingDb = 12;

/** How long the track lasts, and how it is built where that is known. */
export type MusicTrack = { durationMs: number; shape?: MusicShape | undefined };

/** All that is heard in a film, as in the export. */
export function soundPlan(scene: Scene, track: MusicTrack | undefined): SoundCue[] {
  const sounds = (scene.sounds ?? []).map(soundCue);
  return [...(track ? musicCues(scene, track) : []), ...sounds];
}

function soundCue(sound: SceneSound): SoundCue {
  const { assetId: source, inMs, outMs, speed = 1, volume, fadeInMs, fadeOutMs } = sound;
  const fades = fadeLine({ inMs, outMs, fadeInMs, fadeOutMs }, volume);
  return { source, inMs, outMs, fromMs: sound.fromMs / speed, speed, levels: [fades] };
}

function musicCues(scene: Scene, { durationMs: trackMs, shape }: MusicTrack): SoundCue[] {
  const { audio, durationMs } = scene;
  if (!audio || audio.volume === 0) return [];
  const { startMs, fadeInMs, fadeOutMs } = audio;
  const fades = fadeLine({ inMs: 0, outMs: durationMs, fadeInMs, fadeOutMs }, audio.volume);
  const ducking = duckingLine(scene);
  const pieces = musicPieces({ trackMs, startMs, lengthMs: durationMs, shape });
  return pieces.map(({ atMs, fromMs, lengthMs, joinMs }, index) => {
    const outMs = atMs + lengthMs;
    const join = joinLine(atMs, outMs, joinMs, pieces[index + 1]?.joinMs ?? 0);
    const levels = [fades, join, ...(ducking.length > 0 ? [ducking] : [])];
    return { source: 'music', inMs: atMs, outMs, fromMs, speed: 1, levels };
  });
}

type Fades = { inMs: number; outMs: number; fadeInMs: number; fadeOutMs: number };

/** Fades that meet in the middle share the time. */
function fadeLine({ inMs, outMs, fadeInMs, fadeOutMs }: Fades, level: number): LevelLine {
  const lengthMs = outMs - inMs;
  const comesMs = Math.min(fadeInMs, lengthMs);
  const goesMs = Math.min(fadeOutMs, lengthMs - comesMs);
  return [
    ...(comesMs > 0 ? [{ atMs: inMs, level: 0 }] : []),
    { atMs: inMs + comesMs, level },
    { atMs: outMs - goesMs, level },
    ...(goesMs > 0 ? [{ atMs: outMs, level: 0 }] : []),
  ];
}

/** Steps of a curve that is drawn by straight lines. */
const joinSteps = 8;

/** Two stretches laid over one another are together as loud as one. */
function joinLine(inMs: number, outMs: number, comesMs: number, goesMs: number): LevelLine {
  const steps = Array.from({ length: joinSteps + 1 }, (_, step) => step / joinSteps);
  const curve = (share: number): number => Math.sin((share * Math.PI) / 2);
  const comes = steps.map((share) => ({ atMs: inMs + share * comesMs, level: curve(share) }));
  const goes = steps.map((share) => ({
    atMs: outMs - goesMs + share * goesMs,
    level: curve(1 - share),
  }));
  return [...(comesMs > 0 ? comes : []), ...(goesMs > 0 ? goes : [])];
}

/** How far the music is lowered while somebody speaks. Between two that follow at once it stays low. */
export function duckingLine(scene: Pick<Scene, 'sounds' | 'duckingDb'>): LevelLine {
  const low = 10 ** (-(scene.duckingDb ?? usualDuckingDb) / 20);
  const spoken: { inMs: number; outMs: number }[] = [];
  const voices = (scene.sounds ?? []).filter(({ isVoice, volume }) => isVoice && volume > 0);
  for (const { inMs, outMs } of voices.toSorted((a, b) => a.inMs - b.inMs)) {
    const last = spoken.at(-1);
    if (last && inMs <= last.outMs + holdsMs + sinksMs) last.outMs = Math.max(last.outMs, outMs);
    else spoken.push({ inMs, outMs });
  }
  return spoken.flatMap(({ inMs, outMs }) => [
    { atMs: inMs - sinksMs, level: 1 },
    { atMs: inMs, level: low },
    { atMs: outMs + holdsMs, level: low },
    { atMs: outMs + holdsMs + risesMs, level: 1 },
  ]);
}

/** The level of a line at a moment; before and after its points it stays. */
export function levelAt(line: LevelLine, timeMs: number): number {
  const next = line.findIndex(({ atMs }) => atMs > timeMs);
  const after = line[next === -1 ? line.length - 1 : next];
  const before = next === -1 ? after : line[next - 1];
  if (!after) return 1;
  if (!before || after === before || after.atMs === before.atMs) return after.level;
  const share = (timeMs - before.atMs) / (after.atMs - before.atMs);
  return before.level + (after.level - before.level) * share;
}
