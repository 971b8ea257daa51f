import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { soundPeaks } from './sound-peaks.ts';

const barPx = 4;
const peaksPerSecond = 20;
const mostStrokes = 4000;

/** A stretch of a sound as strokes, each as high as it is loud there; past its end it begins again where
 *  `isLooping`. Where the browser cannot read it, a thin line. */
export function SoundWave({
  url,
  fromMs,
  lengthMs,
  scale,
  topPx,
  tallPx,
  isLooping = false,
}: {
  url: string | undefined;
  fromMs: number;
  lengthMs: number;
  scale: number;
  topPx: number;
  tallPx: number;
  isLooping?: boolean;
}) {
  const { data: peaks } = useQuery({
    queryKey: ['film-peaks', url],
    queryFn: ({ signal }) => soundPeaks(url ?? '', peaksPerSecond, signal),
    enabled: url !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  const wave = useMemo(() => {
    const middle = topPx + tallPx / 2;
    const count = Math.min(mostStrokes, Math.floor((lengthMs * scale) / barPx));
    return Array.from({ length: count }, (_, index) => {
      const x = index * barPx + 1;
      const place = Math.floor(((fromMs + x / scale) / 1000) * peaksPerSecond);
      const half = Math.max(1, (peakAt(peaks, place, isLooping) * tallPx) / 2);
      return `M${x} ${(middle - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
    }).join('');
  }, [peaks, fromMs, lengthMs, scale, topPx, tallPx, isLooping]);
  return <path className="film-wave" d={wave} />;
}

/** What is not known yet is drawn low. */
function peakAt(peaks: readonly number[] | undefined, place: number, isLooping: boolean): number {
  if (!peaks || peaks.length === 0) return 0.06;
  return peaks[isLooping ? place % peaks.length : place] ?? 0;
}
