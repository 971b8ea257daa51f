import { stretchSound } from './stretch-sound.ts';
import type { SoundCue } from './sound-plan.ts';

/** All that is decoded is brought to what the export uses. */
const rateHz = 48_000;

/** A sound as it is played: `startMs` is the moment of it, at its speed, with which `buffer` begins. */
type Played = { buffer: AudioBuffer; startMs: number };

/** Keeps the decoded sounds of a film. `onReady` is told whenever one has come. */
export function createSoundStore(onReady: () => void) {
  const known = new Map<string, { stop: AbortController; buffer: AudioBuffer | undefined }>();
  const stretched = new Map<string, Played>();
  let addresses: Readonly<Record<string, string>> = {};

  async function load(address: string, stop: AbortController): Promise<void> {
    const answer = await fetch(address, { signal: stop.signal });
    if (!answer.ok) return;
    const bytes = await answer.arrayBuffer();
    // A context that plays needs a person's touch first; one that only reckons does not.
    const buffer = await new OfflineAudioContext(2, 1, rateHz).decodeAudioData(bytes);
    if (stop.signal.aborted) return;
    known.set(address, { stop, buffer });
    onReady();
  }

  const bufferOf = (source: string): AudioBuffer | undefined =>
    known.get(addresses[source] ?? '')?.buffer;

  function stretch(cue: SoundCue, buffer: AudioBuffer): Played {
    const { source, speed, fromMs } = cue;
    const lengthMs = cue.outMs - cue.inMs;
    const key = [addresses[source], speed, fromMs, lengthMs].join(' ');
    const found = stretched.get(key);
    if (found) return found;
    const at = (ms: number) => Math.round((ms * speed * buffer.sampleRate) / 1000);
    const cut = Array.from({ length: buffer.numberOfChannels }, (_, channel) =>
      buffer.getChannelData(channel).subarray(at(fromMs), at(fromMs + lengthMs)),
    );
    const waves = stretchSound(cut, buffer.sampleRate, speed);
    const { numberOfChannels, sampleRate } = buffer;
    const length = Math.max(1, waves[0]?.length ?? 1);
    const made = new AudioBuffer({ numberOfChannels, sampleRate, length });
    for (const [channel, wave] of waves.entries()) made.copyToChannel(wave, channel);
    const played = { buffer: made, startMs: fromMs };
    stretched.set(key, played);
    return played;
  }

  return {
    /** Loads what is new and lets go of what is no longer named. What cannot be heard stays silent. */
    want(sounds: Readonly<Record<string, string>>): void {
      addresses = sounds;
      const needed = new Set(Object.values(sounds));
      for (const [address, { stop }] of known) {
        if (needed.has(address)) continue;
        stop.abort();
        known.delete(address);
        for (const key of stretched.keys())
          if (key.startsWith(`${address} `)) stretched.delete(key);
      }
      for (const address of needed) {
        if (known.has(address)) continue;
        const stop = new AbortController();
        known.set(address, { stop, buffer: undefined });
        load(address, stop).catch(() => undefined);
      }
    },
    lengthMs(source: string): number | undefined {
      const buffer = bufferOf(source);
      return buffer && buffer.duration * 1000;
    },
    take(cue: SoundCue): Played | undefined {
      const buffer = bufferOf(cue.source);
      if (!buffer) return undefined;
      return cue.speed === 1 ? { buffer, startMs: 0 } : stretch(cue, buffer);
    },
    dispose(): void {
      for (const { stop } of known.values()) stop.abort();
      known.clear();
      stretched.clear();
    },
  };
}

export type SoundStore = ReturnType<typeof createSoundStore>;
