import { levelAt, type LevelLine, type SoundCue } from './sound-plan.ts';
import type { SoundStore } from './sound-store.ts';

/** Sound is ordered this much ahead, so that nothing of its beginning is lost. */
const leadMs = 40;

/** Plays the cues of a film. The audio context is made at the first play, which a person asks for. */
export function createSoundDeck(store: SoundStore) {
  let context: AudioContext | undefined;
  let master: GainNode | undefined;
  let playing: { nodes: AudioBufferSourceNode[]; fromMs: number; startS: number } | undefined;
  let volume = 1;

  function open(): { audio: AudioContext; out: GainNode } {
    const audio = (context ??= new AudioContext({ latencyHint: 'interactive' }));
    if (!master) {
      master = audio.createGain();
      master.gain.value = volume;
      master.connect(audio.destination);
    }
    return { audio, out: master };
  }

  function stop(): void {
    for (const node of playing?.nodes ?? []) {
      node.stop();
      node.disconnect();
    }
    playing = undefined;
  }

  return {
    /** Begins at a moment of the film; what played before ends. Without cues nothing is opened. */
    play(cues: readonly SoundCue[], fromMs: number): void {
      stop();
      if (cues.length === 0) return;
      const { audio, out } = open();
      // A browser may refuse sound; the pictures play all the same.
      audio.resume().catch(() => undefined);
      const startS = audio.currentTime + leadMs / 1000;
      const timing = { fromMs, startS };
      const nodes = cues.flatMap((cue) => startCue(audio, out, store, cue, timing) ?? []);
      playing = { nodes, ...timing };
    },
    stop(): void {
      stop();
      context?.suspend().catch(() => undefined);
    },
    get isOrdered(): boolean {
      return playing !== undefined;
    },
    /** The moment of the film that is heard now; nothing while there is no sound. */
    heardMs(nowMs: number): number | undefined {
      if (!playing || context?.state !== 'running') return undefined;
      const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
      if (contextTime === 0) return undefined;
      // After a rest the time stamp is an old one for a while; nothing is heard before it was made.
      const sinceS = (nowMs - performanceTime) / 1000;
      const heardS = Math.min(contextTime + sinceS, context.currentTime);
      return playing.fromMs + (heardS - playing.startS) * 1000;
    },
    setVolume(level: number): void {
      volume = level;
      if (context && master) master.gain.setTargetAtTime(level, context.currentTime, 0.015);
    },
    dispose(): void {
      stop();
      context?.close().catch(() => undefined);
      context = undefined;
      master = undefined;
    },
  };
}

export type SoundDeck = ReturnType<typeof createSoundDeck>;

type Timing = { fromMs: number; startS: number };

function startCue(
  audio: AudioContext,
  out: AudioNode,
  store: SoundStore,
  cue: SoundCue,
  { fromMs, startS }: Timing,
): AudioBufferSourceNode | undefined {
  const played = store.take(cue);
  if (!played || cue.outMs <= fromMs) return undefined;
  const beginsMs = Math.max(cue.inMs, fromMs);
  const offsetS = (cue.fromMs - played.startMs + beginsMs - cue.inMs) / 1000;
  if (offsetS >= played.buffer.duration) return undefined;
  const node = audio.createBufferSource();
  node.buffer = played.buffer;
  const gains = cue.levels.map((line) => gainOf(audio, line, { fromMs, startS }));
  const chain = [node, ...gains, out];
  for (const [index, one] of chain.slice(0, -1).entries()) one.connect(chain[index + 1] ?? out);
  node.addEventListener('ended', () => gains.forEach((gain) => gain.disconnect()));
  const atS = startS + (beginsMs - fromMs) / 1000;
  node.start(atS, Math.max(0, offsetS), (cue.outMs - beginsMs) / 1000);
  return node;
}

function gainOf(audio: AudioContext, line: LevelLine, { fromMs, startS }: Timing): GainNode {
  const node = audio.createGain();
  node.gain.setValueAtTime(levelAt(line, fromMs), startS);
  for (const { atMs, level } of line)
    if (atMs > fromMs) node.gain.linearRampToValueAtTime(level, startS + (atMs - fromMs) / 1000);
  return node;
}
