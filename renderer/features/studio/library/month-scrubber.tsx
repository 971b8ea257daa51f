import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import type { GridRow } from './grid-rows.ts';
import { monthName } from './month-head.tsx';
import { scrubMarks } from './scrub-marks.ts';

/** The months beside the list, each as long as it fills: drag or press to go there. */
export function MonthScrubber({
  rows,
  top,
  onGo,
}: {
  rows: readonly GridRow[];
  /** The first row in view. */
  top: number;
  onGo: (row: number) => void;
}) {
  const { t } = useTranslation('library');
  const { locale } = useFormats();
  const track = useRef<HTMLDivElement>(null);
  const months = useMemo(
    () => rows.flatMap((row, index) => (row.kind === 'month' ? [{ ...row, index }] : [])),
    [rows],
  );
  const marks = useMemo(() => scrubMarks(rows), [rows]);
  if (months.length < 2) return null;
  const at = months.findLastIndex((month) => month.index <= top + 1);
  const here = months[Math.max(0, at)];
  const go = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    const frac = Math.max(0, Math.min(0.999, (event.clientY - box.top) / box.height));
    onGo(Math.floor(frac * rows.length));
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const to = by === undefined ? undefined : months[at + by];
    if (!to) return;
    event.preventDefault();
    onGo(to.index);
  };
  return (
    <div
      ref={track}
      className="lib-scrub"
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('scrub')}
      aria-valuemin={0}
      aria-valuemax={months.length - 1}
      aria-valuenow={Math.max(0, at)}
      aria-valuetext={here ? monthName(here.month, locale) : ''}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
      onKeyDown={step}
    >
      {marks.map(({ frac, label }) => (
        <span key={label} className="lib-scrub-mark num" style={{ top: `${frac * 100}%` }}>
          {label}
        </span>
      ))}
      <span className="lib-scrub-here" style={{ top: `${(top / rows.length) * 100}%` }} />
    </div>
  );
}
