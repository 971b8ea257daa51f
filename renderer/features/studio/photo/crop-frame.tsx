import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  moveCrop,
  resizeCrop,
  type Handle,
} from '../../../../shared/scene/photo-work/crop-rules.ts';
import type { RectFrac } from '../../../../shared/scene/scene.ts';

const handles: readonly Handle[] = ['nw', 'ne', 'sw', 'se'];
const keyStep = 0.01;
const percent = (frac: number): string => `${frac * 100}%`;
type Grip = { handle: Handle | undefined; x: number; y: number; crop: RectFrac };

/** The part of the photo that is used, with thirds to compose by. The frame moves, its corners pull;
 *  arrow keys move it, with Shift they make it larger or smaller. */
export function CropFrame({
  crop,
  ratio,
  onChange,
  onDone,
}: {
  crop: RectFrac;
  /** Kept, in fractions of the photo. */
  ratio: number | undefined;
  onChange: (crop: RectFrac) => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('photo');
  const plane = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip>(undefined);
  const take = (event: PointerEvent<HTMLElement>, handle?: Handle) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { handle, x: event.clientX, y: event.clientY, crop };
  };
  const pull = (event: PointerEvent) => {
    const held = grip.current;
    const box = plane.current?.getBoundingClientRect();
    if (!held || !box) return;
    const dx = (event.clientX - held.x) / box.width;
    const dy = (event.clientY - held.y) / box.height;
    const { handle } = held;
    onChange(handle ? resizeCrop(held.crop, handle, dx, dy, ratio) : moveCrop(held.crop, dx, dy));
  };
  const drop = () => {
    grip.current = undefined;
    onDone();
  };
  return (
    <div ref={plane} className="photo-crop-plane" onPointerMove={pull} onPointerUp={drop}>
      <div
        className="photo-crop"
        role="group"
        aria-label={t('crop.frame')}
        tabIndex={0}
        style={{
          left: percent(crop.xFrac),
          top: percent(crop.yFrac),
          width: percent(crop.widthFrac),
          height: percent(crop.heightFrac),
        }}
        onPointerDown={(event) => take(event)}
        onKeyDown={(event) => keyMove(event, crop, ratio, onChange)}
        onKeyUp={onDone}
      >
        {handles.map((handle) => (
          <span
            key={handle}
            className={`photo-corner photo-corner-${handle}`}
            onPointerDown={(event) => take(event, handle)}
          />
        ))}
      </div>
    </div>
  );
}

function keyMove(
  event: KeyboardEvent,
  crop: RectFrac,
  ratio: number | undefined,
  onChange: (crop: RectFrac) => void,
): void {
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [-keyStep, 0],
    ArrowRight: [keyStep, 0],
    ArrowUp: [0, -keyStep],
    ArrowDown: [0, keyStep],
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const [dx, dy] = step;
  onChange(event.shiftKey ? resizeCrop(crop, 'se', dx, dy, ratio) : moveCrop(crop, dx, dy));
}
