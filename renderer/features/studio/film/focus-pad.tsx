import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointFrac } from '../../../../shared/scene/scene.ts';
import { followPointer } from './follow-pointer.ts';

const middle: PointFrac = { xFrac: 0.5, yFrac: 0.5 };
const stepFrac = 0.02;

/** What stays in the picture where a format cuts it: a point on the photo or clip, pressed, carried or
 *  moved by arrows. */
export function FocusPad({
  assetId,
  focus = middle,
  onChange,
  onEnd,
}: {
  assetId: string;
  focus: PointFrac | undefined;
  onChange: (focus: PointFrac) => void;
  onEnd: () => void;
}) {
  const { t } = useTranslation('film');
  const put = (xFrac: number, yFrac: number) =>
    onChange({ xFrac: within(xFrac), yFrac: within(yFrac) });
  const press = (event: PointerEvent<HTMLElement>) => {
    const pad = event.currentTarget.getBoundingClientRect();
    const xFrac = (event.clientX - pad.left) / pad.width;
    const yFrac = (event.clientY - pad.top) / pad.height;
    put(xFrac, yFrac);
    followPointer(event, {
      onMove: (dxPx, dyPx) => put(xFrac + dxPx / pad.width, yFrac + dyPx / pad.height),
      onEnd,
    });
  };
  const keys = (event: KeyboardEvent) => {
    const [dx, dy] = arrows[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    event.stopPropagation();
    put(focus.xFrac + dx * stepFrac, focus.yFrac + dy * stepFrac);
  };
  const percent = (frac: number) => Math.round(frac * 100);
  return (
    <div className="film-focus">
      <span className="muted">{t('focus.title')}</span>
      <button
        type="button"
        aria-label={t('focus.point', { x: percent(focus.xFrac), y: percent(focus.yFrac) })}
        aria-description={t('focus.keys')}
        onPointerDown={press}
        onKeyDown={keys}
        onBlur={onEnd}
      >
        <img src={`/media/${assetId}/thumb`} alt="" draggable={false} />
        <i style={{ left: `${percent(focus.xFrac)}%`, top: `${percent(focus.yFrac)}%` }} />
      </button>
    </div>
  );
}

const within = (frac: number): number => Math.round(Math.min(Math.max(frac, 0), 1) * 1000) / 1000;

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
