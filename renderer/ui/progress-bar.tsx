import './progress-bar.css';

/** 4 high, under what it measures. Without `frac` (0 to 1) it only says that work goes on. */
export function ProgressBar({ frac, label }: { frac?: number; label: string }) {
  const known = frac !== undefined;
  const part = known ? Math.min(1, Math.max(0, frac)) : 0;
  return (
    <div
      className={known ? 'bar' : 'bar bar-unknown'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known ? Math.round(part * 100) : undefined}
    >
      <i style={known ? { transform: `scaleX(${part})` } : undefined} />
    </div>
  );
}
