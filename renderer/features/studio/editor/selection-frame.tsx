import { useTranslation } from 'react-i18next';
import { pickLayers } from '../../../../shared/scene/edit/change-layers.ts';
import { boundsOf } from '../../../../shared/scene/edit/layer-box.ts';
import { handles, type Handle } from '../../../../shared/scene/edit/move-layers.ts';
import type { Box, Scene } from '../../../../shared/scene/scene.ts';
import type { HandSigns, Hands } from './use-hands.ts';
import type { EditorDocument } from './use-document.ts';
import type { EditorTools } from './use-editor-tools.ts';
import { onScreen } from './view-box.ts';

type Props = {
  document: EditorDocument;
  scene: Scene;
  hands: Hands;
  tools: EditorTools;
  zoom: number;
};

/** Frames of what is selected, the handles to pull, guide lines and measures. */
export function SelectionFrame({ document, scene, hands, tools, zoom }: Props) {
  const picked = pickLayers(scene, document.selected);
  const bounds = boundsOf(picked);
  const [only] = picked;
  const isAlone = picked.length === 1 && only !== undefined;
  const isFree = picked.some((layer) => !layer.locked) && tools.writing === undefined;
  const isCropping = isAlone && tools.cropping === only.id;
  const box = isAlone ? only.box : bounds;
  const turned = isAlone && only.rotationDeg ? `rotate(${only.rotationDeg}deg)` : undefined;
  return (
    <div className="editor-over">
      {picked.length > 1
        ? picked.map((layer) => (
            <span
              key={layer.id}
              className="editor-member"
              style={{
                ...onScreen(layer.box, zoom),
                transform: `rotate(${layer.rotationDeg ?? 0}deg)`,
              }}
            />
          ))
        : null}
      {box ? (
        <div
          className={`editor-frame ${isCropping ? 'editor-cropping' : ''} ${isFree ? '' : 'editor-locked'}`}
          style={{ ...onScreen(box, zoom), transform: turned }}
        >
          {isFree && !isCropping ? <Grips hands={hands} box={box} zoom={zoom} /> : null}
        </div>
      ) : null}
      <Signs signs={hands.signs} zoom={zoom} bounds={bounds} />
    </div>
  );
}

/** Small layers keep room between their handles: then only the corners stand there. */
function Grips({ hands, box, zoom }: { hands: Hands; box: Box; zoom: number }) {
  const isNarrow = (handle: Handle) =>
    (handle.x === 0 && box.widthPx * zoom < 40) || (handle.y === 0 && box.heightPx * zoom < 40);
  return (
    <>
      <span
        className="editor-turn"
        data-handle="turn"
        onPointerDown={(event) => hands.pull(event, { kind: 'turn' })}
      />
      {handles
        .filter((handle) => !isNarrow(handle))
        .map((handle) => (
          <span
            key={`${handle.x} ${handle.y}`}
            className="editor-grip"
            data-handle={`${handle.x},${handle.y}`}
            style={{
              left: `${(handle.x + 1) * 50}%`,
              top: `${(handle.y + 1) * 50}%`,
              cursor: cursorOf(handle),
            }}
            onPointerDown={(event) => hands.pull(event, { kind: 'resize', handle })}
          />
        ))}
    </>
  );
}

function cursorOf({ x, y }: Handle): string {
  if (x === 0) return 'ns-resize';
  if (y === 0) return 'ew-resize';
  return x === y ? 'nwse-resize' : 'nesw-resize';
}

function Signs({
  signs,
  zoom,
  bounds,
}: {
  signs: HandSigns;
  zoom: number;
  bounds: Box | undefined;
}) {
  const { t } = useTranslation('editor');
  const { guides, sign, frame } = signs;
  const words =
    sign === undefined
      ? undefined
      : sign.kind === 'middle'
        ? t('sign.middle')
        : sign.kind === 'place'
          ? `${sign.xPx} · ${sign.yPx}`
          : sign.kind === 'size'
            ? `${sign.widthPx} × ${sign.heightPx}`
            : t('sign.angle', { deg: sign.deg });
  return (
    <>
      {guides.map((guide, index) => (
        <i
          key={index}
          className="editor-guide"
          style={
            guide.axis === 'x'
              ? {
                  left: guide.atPx * zoom,
                  top: guide.fromPx * zoom,
                  height: (guide.toPx - guide.fromPx) * zoom,
                  width: 1,
                }
              : {
                  top: guide.atPx * zoom,
                  left: guide.fromPx * zoom,
                  width: (guide.toPx - guide.fromPx) * zoom,
                  height: 1,
                }
          }
        />
      ))}
      {frame ? <span className="editor-marquee" style={onScreen(frame, zoom)} /> : null}
      {words && bounds ? (
        <span
          className="editor-sign num"
          style={{
            left: (bounds.xPx + bounds.widthPx) * zoom + 8,
            top: (bounds.yPx + bounds.heightPx / 2) * zoom - 10,
          }}
        >
          {words}
        </span>
      ) : null}
    </>
  );
}
