import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../shared/contract/media.ts';
import type { Part } from '../../../../../shared/contract/renditions.ts';
import { useApi } from '../../../../link/link-provider.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Segments } from '../../../../ui/segments.tsx';
import { cropAround } from './crop-geometry.ts';

type From = { asset: Asset; part?: Part | undefined };
type Shape = '1:1' | '4:5' | '1.91:1' | '9:16';

const shapes: Record<Shape, number> = { '1:1': 1, '4:5': 0.8, '1.91:1': 1.91, '9:16': 9 / 16 };
const boxPx = 420;

type Cropping = { asset: Asset; mediaIndex: number; ratio: number | undefined };

/** Which part of a picture is shown. Cut from the original, however often: what was cut away before can
 *  be taken back in. */
export function CropDialog({
  cropping,
  onCut,
  onClose,
}: {
  /** Its picture, and the ratio that a check asked for, else the nearest to the picture's own. */
  cropping: Cropping | undefined;
  onCut: (mediaIndex: number, crop: Part, from: From) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('composer');
  // While it closes it keeps its picture, and with it the focus: else Esc would go on to the sheet.
  const [kept, setKept] = useState(cropping);
  const isOther = cropping?.asset.id !== kept?.asset.id || cropping?.ratio !== kept?.ratio;
  if (cropping && isOther) setKept(cropping);
  return (
    <Dialog opened={cropping !== undefined} onClose={onClose} title={t('crop.title')} widthPx={560}>
      {kept ? (
        <CropOriginal
          key={`${kept.asset.id} ${kept.ratio}`}
          {...kept}
          onCut={(crop, from) => onCut(kept.mediaIndex, crop, from)}
          onClose={onClose}
        />
      ) : null}
    </Dialog>
  );
}

function CropOriginal({
  asset,
  ratio,
  onCut,
  onClose,
}: Cropping & { onCut: (crop: Part, from: From) => void; onClose: () => void }) {
  const api = useApi();
  const made = useQuery(api.renditions.source.queryOptions({ input: { assetId: asset.id } }));
  const source = made.data?.source;
  const original = useQuery(
    api.media.get.queryOptions({
      input: { assetId: source?.assetId ?? asset.id },
      enabled: made.data !== undefined,
    }),
  );
  const { change } = source ?? {};
  const part = change?.kind === 'photo' && !change.frame ? change.crop : undefined;
  if (!original.data) return null;
  const from: From = part ? { asset: original.data, part } : { asset };
  return <CropForm from={from} ratio={ratio} onCut={onCut} onClose={onClose} />;
}

function CropForm({
  from,
  ratio: asked,
  onCut,
  onClose,
}: {
  from: From;
  ratio: number | undefined;
  onCut: (crop: Part, from: From) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('composer');
  const size = { widthPx: from.asset.widthPx ?? 1, heightPx: from.asset.heightPx ?? 1 };
  const [shape, setShape] = useState<Shape>(nearest(asked ?? size.widthPx / size.heightPx));
  const [zoom, setZoom] = useState(1);
  const [middle, setMiddle] = useState(() => middleOf(from.part));
  const crop = cropAround(size, shapes[shape], middle, zoom);
  return (
    <>
      <CropStage from={from} crop={crop} onMiddle={setMiddle} />
      <div className="crop-tools">
        <Segments
          label={t('crop.shape')}
          value={shape}
          options={(Object.keys(shapes) as Shape[]).map((value) => ({ value, label: value }))}
          onChange={setShape}
        />
        <label className="crop-zoom">
          <span>{t('crop.zoom')}</span>
          <input
            type="range"
            min={1}
            max={4}
            step={0.05}
            value={zoom}
            onChange={(event) => setZoom(Number(event.currentTarget.value))}
          />
        </label>
      </div>
      <div className="dialog-foot">
        <span className="muted small grow num">
          {Math.round(crop.width * size.widthPx)} × {Math.round(crop.height * size.heightPx)} px
        </span>
        <Button onClick={onClose}>{t('crop.cancel')}</Button>
        <Button kind="primary" onClick={() => onCut(crop, from)}>
          {t('crop.apply')}
        </Button>
      </div>
    </>
  );
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The whole picture with what stays lit; drawn by the mouse, moved by arrow keys. */
function CropStage({
  from,
  crop,
  onMiddle,
}: {
  from: From;
  crop: Part;
  onMiddle: (middle: { x: number; y: number }) => void;
}) {
  const { t } = useTranslation('composer');
  const stage = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  // The picture comes after the dialog has opened: only now is there something to hold.
  useEffect(() => handle.current?.focus(), []);
  const { widthPx = 1, heightPx = 1 } = from.asset;
  const scale = Math.min(boxPx / widthPx, boxPx / heightPx);
  const middle = { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 };
  const onPointerMove = (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMiddle({
      x: middle.x + event.movementX / box.width,
      y: middle.y + event.movementY / box.height,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 0.1 : 0.02;
    onMiddle({ x: middle.x + step[0] * far, y: middle.y + step[1] * far });
  };
  const percent = (value: number) => `${value * 100}%`;
  return (
    <div
      ref={stage}
      className="crop-stage"
      style={{ width: widthPx * scale, height: heightPx * scale }}
    >
      <img src={from.asset.url} alt="" draggable={false} />
      <button
        ref={handle}
        type="button"
        className="crop-part"
        aria-label={t('crop.part')}
        style={{
          left: percent(crop.x),
          top: percent(crop.y),
          width: percent(crop.width),
          height: percent(crop.height),
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function middleOf(part: Part | undefined): { x: number; y: number } {
  if (!part) return { x: 0.5, y: 0.5 };
  return { x: part.x + part.width / 2, y: part.y + part.height / 2 };
}

function nearest(ratio: number): Shape {
  const far = (shape: Shape) => Math.abs(Math.log(shapes[shape] / ratio));
  return (Object.keys(shapes) as Shape[]).reduce((best, one) =>
    far(one) < far(best) ? one : best,
  );
}
