import { useEffect, useRef, useState } from 'react';
import type { Scene } from '../../../shared/scene/scene.ts';
import { soundLevel } from './sound-level.ts';

/** Where a video stands that was not yet touched: its first words are there by then. */
const firstLookMs = 1500;
/** How often the shown time moves while it plays. */
const shownEveryMs = 80;

/** Plays a scene with its music, pauses and jumps. The canvas keeps the time, the music follows it. */
export function usePlayback(scene: Scene | undefined) {
  const sound = useRef<HTMLAudioElement>(null);
  const at = useRef(0);
  const [isPlaying, setPlaying] = useState(false);
  const [restMs, setRestMs] = useState<number>();
  const [shownMs, setShownMs] = useState(0);
  const durationMs = scene?.durationMs ?? 0;
  const startMs = scene?.audio?.startMs ?? 0;

  const cue = (timeMs: number) => {
    at.current = timeMs;
    setShownMs(timeMs);
    if (sound.current) sound.current.currentTime = (startMs + timeMs) / 1000;
  };
  const pause = () => {
    sound.current?.pause();
    setRestMs(at.current);
    setPlaying(false);
  };
  const play = () => {
    const from = restMs === undefined || restMs >= durationMs ? 0 : restMs;
    setRestMs(from);
    cue(from);
    // A browser may refuse sound; the pictures play all the same.
    void sound.current?.play().catch(() => undefined);
    setPlaying(true);
  };
  const seek = (timeMs: number) => {
    setRestMs(timeMs);
    cue(timeMs);
  };
  const onTime = (timeMs: number) => {
    if (timeMs < at.current) cue(timeMs);
    at.current = timeMs;
    if (sound.current && scene?.audio)
      sound.current.volume = soundLevel(scene.audio, timeMs, durationMs);
    setShownMs((shown) => (Math.abs(timeMs - shown) < shownEveryMs ? shown : timeMs));
  };

  // Another scene begins where the person stood, but it does not play on by itself.
  useEffect(() => {
    setPlaying(false);
    sound.current?.pause();
  }, [scene]);

  const firstMs = isPlaying ? 0 : Math.min(firstLookMs, durationMs / 3);
  const stoodMs = Math.min(restMs ?? firstMs, durationMs);
  return {
    ...{ sound, isPlaying, play, pause, seek, onTime },
    /** For the canvas: changes only when somebody jumps or stops. */
    timeMs: stoodMs,
    /** For the eye. */
    shownMs: isPlaying ? shownMs : (restMs ?? 0),
  };
}

export type Playback = ReturnType<typeof usePlayback>;
