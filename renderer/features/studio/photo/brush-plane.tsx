import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  touchUpUnits,
  type PhotoWork,
  type TouchUp,
} from '../../../../shared/scene/photo-work/photo-work.ts';
import {
  mapPoint,
  planPhoto,
  workedSize,
  type SizePx,
} from '../../../../shared/scene/photo-work/plan-photo.ts';
import { brushUnit, moveBrush, resizeBrush, type BrushPlace } from './brush-keys.ts';

/** A line is painted on the photo; points nearer than this part of the brush add nothing. */
const pointShare = 0.35;

type Props = {
  source: SizePx;
  work: PhotoWork;
  mode: TouchUp['mode'];
  /** In ten thousandths of the photo's longer side. */
  radius: number;
  onRadius: (radius: number) => void;
  onPainted: (touchUp: TouchUp) => void;
};

/** Paints what is kept or taken away, right on the photo: with the pointer, or by keys. Arrows move the
 *  brush, brackets change its size, Space paints a dab, or a line while it is held. */
export function BrushPlane({ source, work, mode, radius, onRadius, onPainted }: Props) {
  const { t } = useTranslation('photo');
  const plane = useRef<HTMLDivElement>(null);
  const [points, setPoints] = useState<readonly number[]>([]);
  const [place, setPlace] = useState<BrushPlace>();
  const [said, setSaid] = useState('');
  const size = workedSize(source, work);
  const radiusPx = (radius / touchUpUnits) * Math.max(source.widthPx, source.heightPx);
  const middle = { xFrac: 0.5, yFrac: 0.5 };
  const unitsAt = ({ xFrac, yFrac }: BrushPlace): [number, number] => {
    const { toPhoto } = planPhoto(source, work, { ...size, focus: middle }).view;
    const { x, y } = mapPoint(toPhoto, xFrac * size.widthPx, yFrac * size.heightPx);
    return [brushUnit(x), brushUnit(y)];
  };
  const placeOf = (event: PointerEvent): BrushPlace => {
    const box = plane.current?.getBoundingClientRect();
    if (!box) return middle;
    return {
      xFrac: (event.clientX - box.left) / box.width,
      yFrac: (event.clientY - box.top) / box.height,
    };
  };
  const moveTo = (next: BrushPlace) => {
    setPlace(next);
    if (points.length === 0) return;
    const [x, y] = unitsAt(next);
    const [lastX = 0, lastY = 0] = points.slice(-2);
    if (Math.hypot(x - lastX, y - lastY) > radius * pointShare) setPoints([...points, x, y]);
  };
  const end = () => {
    if (points.length === 0) return;
    onPainted({ mode, radius, points: [...points] });
    setPoints([]);
    setSaid(t(`brush.did.${mode}`));
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = place ?? middle;
    const next = moveBrush(at, event);
    const wider = resizeBrush(radius, event.key);
    if (next) moveTo(next);
    else if (wider !== undefined) onRadius(wider);
    else if (event.key === ' ' && points.length === 0) {
      setPlace(at);
      setPoints(unitsAt(at));
    } else if (event.key !== ' ') return;
    event.preventDefault();
    const percent = ({ xFrac, yFrac }: BrushPlace) => ({
      x: Math.round(xFrac * 100),
      y: Math.round(yFrac * 100),
    });
    if (next) setSaid(t('brush.place', percent(next)));
    if (wider !== undefined) setSaid(t('brush.sized', { size: Math.round(wider / 10) }));
  };
  return (
    <div
      ref={plane}
      className="photo-brush-plane"
      role="application"
      tabIndex={0}
      aria-label={t(`brush.${mode}`)}
      aria-description={t('brush.keys')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setPoints(unitsAt(placeOf(event)));
      }}
      onPointerMove={(event) => moveTo(placeOf(event))}
      onPointerUp={end}
      onPointerCancel={end}
      onPointerLeave={() => setPlace(undefined)}
      onFocus={() => setPlace(place ?? middle)}
      onKeyDown={press}
      onKeyUp={(event) => (event.key === ' ' ? end() : undefined)}
      onBlur={end}
    >
      {place ? (
        <span
          className={`photo-brush photo-brush-${mode}`}
          style={{
            left: `${place.xFrac * 100}%`,
            top: `${place.yFrac * 100}%`,
            width: `${(200 * radiusPx) / size.widthPx}%`,
          }}
        />
      ) : null}
      <span className="hidden-text" role="status">
        {said}
      </span>
    </div>
  );
}
