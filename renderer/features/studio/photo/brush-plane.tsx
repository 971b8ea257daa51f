import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { touchUpUnits, type TouchUp } from '../../../../shared/scene/photo-work/photo-work.ts';
import {
  mapPoint,
  planPhoto,
  workedSize,
  type SizePx,
} from '../../../../shared/scene/photo-work/plan-photo.ts';
import type { PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';

/** A line is painted on the photo; points nearer than this part of the brush add nothing. */
const pointShare = 0.35;

/** Paints what is kept or taken away, right on the photo. */
export function BrushPlane({
  source,
  work,
  mode,
  radius,
  onPainted,
}: {
  source: SizePx;
  work: PhotoWork;
  mode: TouchUp['mode'];
  /** In ten thousandths of the photo's longer side. */
  radius: number;
  onPainted: (touchUp: TouchUp) => void;
}) {
  const { t } = useTranslation('photo');
  const plane = useRef<HTMLDivElement>(null);
  const [points, setPoints] = useState<readonly number[]>([]);
  const [cursor, setCursor] = useState<{ x: number; y: number }>();
  const size = workedSize(source, work);
  const pointAt = (event: PointerEvent): [number, number] => {
    const box = plane.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    const wish = { widthPx: box.width, heightPx: box.height, focus: { xFrac: 0.5, yFrac: 0.5 } };
    const { toPhoto } = planPhoto(source, work, wish).view;
    const { x, y } = mapPoint(toPhoto, event.clientX - box.left, event.clientY - box.top);
    const unit = (frac: number) => Math.round(Math.min(Math.max(frac, 0), 1) * touchUpUnits);
    return [unit(x), unit(y)];
  };
  const radiusFrac = (radius / touchUpUnits) * Math.max(source.widthPx, source.heightPx);
  const move = (event: PointerEvent) => {
    const box = plane.current?.getBoundingClientRect();
    if (box) setCursor({ x: event.clientX - box.left, y: event.clientY - box.top });
    if (points.length === 0) return;
    const [x, y] = pointAt(event);
    const [lastX = 0, lastY = 0] = points.slice(-2);
    if (Math.hypot(x - lastX, y - lastY) > radius * pointShare) setPoints([...points, x, y]);
  };
  const end = () => {
    if (points.length > 0) onPainted({ mode, radius, points });
    setPoints([]);
  };
  return (
    <div
      ref={plane}
      className="photo-brush-plane"
      role="img"
      aria-label={t(`brush.${mode}`)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setPoints(pointAt(event));
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerLeave={() => setCursor(undefined)}
    >
      {cursor ? (
        <span
          className={`photo-brush photo-brush-${mode}`}
          style={{
            left: cursor.x,
            top: cursor.y,
            width: `${(200 * radiusFrac) / size.widthPx}%`,
          }}
        />
      ) : null}
    </div>
  );
}
