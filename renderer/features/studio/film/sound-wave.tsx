import { useMemo } from 'react';
import { useSoundTrace, type SoundTrace } from './use-sound-trace.ts';

const barPx = 4;
const mostStrokes = 4000;

/** A stretch of a sound as strokes, each as high as it is loud there; past its end it begins again where
 *  `isLooping`. Until it was heard, a thin line. */
export function SoundWave({
  source,
  fromMs,
  lengthMs,
  scale,
  topPx,
  tallPx,
  isLooping = false,
}: {
  source: string | undefined;
  fromMs: number;
  lengthMs: number;
  scale: number;
  topPx: number;
  tallPx: number;
  isLooping?: boolean;
}) {
  const trace = useSoundTrace(source);
  const wave = useMemo(() => {
    const middle = topPx + tallPx / 2;
    const loudest = trace ? trace.peaks.reduce((most, peak) => Math.max(most, peak), 1) : 1;
    const count = Math.min(mostStrokes, Math.floor((lengthMs * scale) / barPx));
    return Array.from({ length: count }, (_, index) => {
      const x = index * barPx + 1;
      const share = peakAt(trace, fromMs + x / scale, isLooping) / loudest;
      const half = Math.max(1, (share * tallPx) / 2);
      return `M${x} ${(middle - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
    }).join('');
  }, [trace, fromMs, lengthMs, scale, topPx, tallPx, isLooping]);
  return <path className="film-wave" d={wave} />;
}

function peakAt(trace: SoundTrace | undefined, atMs: number, isLooping: boolean): number {
  if (!trace || trace.peaks.length === 0) return 0;
  const place = Math.floor((atMs / 1000) * trace.peaksPerSecond);
  return trace.peaks[isLooping ? place % trace.peaks.length : place] ?? 0;
}
