import { useEffect, useRef } from 'react';
import type { Player } from './use-player.ts';

const restMs = 250;

/** A moment of a film as a small picture, for a strip: what is beside it says what it is. */
export function FilmStill({
  player,
  timeMs,
  widthPx,
  className = '',
}: {
  player: Player;
  timeMs: number;
  /** As wide as it is shown. */
  widthPx: number;
  className?: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { engine, isReady, shown } = player;
  useEffect(() => {
    if (!engine || !isReady) return undefined;
    const stop = new AbortController();
    const wishedPx = Math.max(8, Math.round(widthPx * devicePixelRatio));
    const draw = async () => {
      const still = await engine.still(timeMs, wishedPx, stop.signal);
      const target = canvas.current;
      if (!still || !target || stop.signal.aborted) return;
      target.width = still.width;
      target.height = still.height;
      target.getContext('2d', { willReadFrequently: true })?.drawImage(still, 0, 0);
    };
    // While the film is being changed nobody looks at the strip. What fails then, its next state asks again.
    const timer = setTimeout(() => void draw().catch(() => undefined), restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [engine, isReady, shown, timeMs, widthPx]);
  return <canvas ref={canvas} className={className} aria-hidden="true" />;
}
