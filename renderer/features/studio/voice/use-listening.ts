import { useEffect, useRef, useState } from 'react';

/** Hears one sound of several, by its address, in the audio element that takes `player`. */
export function useListening() {
  const player = useRef<HTMLAudioElement>(null);
  const [heard, hear] = useState<string>();
  useEffect(() => {
    const element = player.current;
    if (!element) return;
    if (heard === undefined) return element.pause();
    element.src = heard;
    void element.play().catch(() => hear(undefined));
  }, [heard]);
  return { player, heard, hear };
}
