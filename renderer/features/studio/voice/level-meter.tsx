import { useEffect, useRef } from 'react';

/** How loud the microphone is, at every frame of the screen. */
export function LevelMeter({ level, label }: { level: () => number; label: string }) {
  const bar = useRef<HTMLElement>(null);
  const read = useRef(level);
  read.current = level;
  useEffect(() => {
    let frame = 0;
    let shown = 0;
    const show = () => {
      // Up at once, down slowly: a meter that can be read.
      shown = Math.max(read.current(), shown - 0.02);
      bar.current?.style.setProperty('transform', `scaleX(${shown.toFixed(3)})`);
      bar.current?.classList.toggle('voice-loud', shown > 0.94);
      bar.current?.parentElement?.setAttribute('aria-valuenow', String(Math.round(shown * 100)));
      frame = requestAnimationFrame(show);
    };
    show();
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div
      className="voice-meter"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    >
      <i ref={bar} />
    </div>
  );
}
