import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changeExtra, changeLook } from '../../../../shared/scene/film/edit-film.ts';
import type { PointFrac, Scene } from '../../../../shared/scene/scene.ts';
import type { FilmDesk } from './film-desk.ts';
import { followPointer } from './follow-pointer.ts';
import { layersOf, type PartLayer } from './layers-of.ts';

const still: PointFrac = { xFrac: 0, yFrac: 0 };
const stepFrac = 0.01;

/** Frames over the layers of the part that are seen now: taken up by hand, or moved by arrows. */
export function LayerHandles({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { sources, layerId, transport } = desk;
  if (!sources) return null;
  const { scene } = sources;
  const seen = layersOf(desk).filter(
    ({ layer }) =>
      !layer.hidden &&
      !covers(layer.box, scene) &&
      transport.atMs >= (layer.inMs ?? 0) &&
      transport.atMs < (layer.outMs ?? scene.durationMs),
  );
  return seen.map((one) => (
    <button
      key={one.id}
      type="button"
      className="film-handle"
      aria-label={t('stage.layer', { name: t('layers.kind', { context: one.layer.kind }) })}
      aria-description={t('stage.keys')}
      aria-pressed={layerId === one.id}
      style={{
        left: `${(one.layer.box.xPx / scene.widthPx) * 100}%`,
        top: `${(one.layer.box.yPx / scene.heightPx) * 100}%`,
        width: `${(one.layer.box.widthPx / scene.widthPx) * 100}%`,
        height: `${(one.layer.box.heightPx / scene.heightPx) * 100}%`,
      }}
      onPointerDown={(event) => carry(event, one, desk)}
      onClick={() => desk.selectLayer(one.id)}
      onKeyDown={(event) => nudge(event, one, desk)}
    />
  ));
}

function covers(box: { widthPx: number; heightPx: number }, scene: Scene): boolean {
  return box.widthPx >= scene.widthPx && box.heightPx >= scene.heightPx;
}

/** Where the layer stands now: an extra by its middle, one of the style by how far it was moved. */
function placeOf({ id, extra }: PartLayer, { part }: FilmDesk): PointFrac {
  return extra?.at ?? part.changes?.[id]?.moved ?? still;
}

function put(
  { id, extra }: PartLayer,
  { document, part }: FilmDesk,
  at: PointFrac,
  gesture: string,
) {
  const within = (frac: number) => Math.min(Math.max(frac, extra ? 0 : -1), 1);
  const place = { xFrac: within(at.xFrac), yFrac: within(at.yFrac) };
  document.change(
    (film) =>
      extra
        ? changeExtra(film, part.id, id, (one) => ({ ...one, at: place }))
        : changeLook(film, part.id, id, { moved: place }),
    gesture,
  );
}

function carry(event: PointerEvent<HTMLElement>, one: PartLayer, desk: FilmDesk): void {
  const around = event.currentTarget.parentElement?.getBoundingClientRect();
  if (!around) return;
  const begin = placeOf(one, desk);
  const gesture = `carry ${one.id} ${event.timeStamp}`;
  desk.selectLayer(one.id);
  followPointer(event, {
    onMove: (dxPx, dyPx) => {
      const xFrac = begin.xFrac + dxPx / around.width;
      const yFrac = begin.yFrac + dyPx / around.height;
      put(one, desk, { xFrac, yFrac }, gesture);
    },
    onEnd: desk.document.finish,
  });
}

function nudge(event: KeyboardEvent, one: PartLayer, desk: FilmDesk): void {
  const [dx, dy] = arrows[event.key] ?? [0, 0];
  if ((dx === 0 && dy === 0) || event.altKey || event.ctrlKey) return;
  event.preventDefault();
  event.stopPropagation();
  const begin = placeOf(one, desk);
  const far = stepFrac * (event.shiftKey ? 5 : 1);
  const at = { xFrac: begin.xFrac + dx * far, yFrac: begin.yFrac + dy * far };
  put(one, desk, at, `nudge ${one.id}`);
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
