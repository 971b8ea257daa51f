import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestBeat } from '../../../../shared/scene/film/edit-beats.ts';
import { movePart, trimPart } from '../../../../shared/scene/film/edit-film.ts';
import { partTimes, type FilmPart } from '../../../../shared/scene/film/film.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { BarEdges, type Edge } from './bar-edges.tsx';
import type { FilmDesk } from './film-desk.ts';
import { followPointer } from './follow-pointer.ts';
import { partName } from './part-name.ts';
import { PartStills } from './part-stills.tsx';
import { dropPlace } from './timeline-scale.ts';

/** While edges are drawn they catch beats that are this near. */
const catchPx = 12;

type Props = {
  desk: FilmDesk;
  part: FilmPart;
  index: number;
  scale: number;
  startMs: number;
  draggedPx: number | undefined;
  onDrag: (byPx: number | undefined) => void;
};

/** A part: pressed to work on it, drawn to another place, its edges drawn to make it shorter or longer. */
export function FilmPartBlock(props: Props) {
  const { desk, part, index, scale, startMs, draggedPx } = props;
  const { t } = useTranslation('film');
  const { locale } = useFormats();
  const isSelected = desk.part.id === part.id && desk.voiceId === undefined;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const seconds = (part.durationMs / 1000).toLocaleString(locale, digits);
  const total = desk.document.film.parts.length;
  const open = () => desk.select(part.id);
  return (
    <li
      className={`film-part ${isSelected ? 'film-part-on' : ''} ${draggedPx === undefined ? '' : 'film-part-lifted'}`}
      style={{
        left: startMs * scale + (draggedPx ?? 0),
        width: Math.max(8, part.durationMs * scale - 2),
      }}
    >
      <button
        type="button"
        className="film-part-face"
        aria-pressed={isSelected}
        aria-label={t('time.part', { place: index + 1, total, name: partName(part, t), seconds })}
        aria-description={t('time.keys')}
        style={
          part.visual
            ? { backgroundImage: `url("/media/${part.visual.assetId}/thumb")` }
            : undefined
        }
        onFocus={open}
        onClick={open}
        onPointerDown={(event) => carry(event, props)}
      >
        {part.visual || desk.sources ? null : <span className="cut">{partName(part, t)}</span>}{' '}
        <PartStills {...{ desk, part, startMs, scale }} />
        <span className="film-part-time num">{t('time.seconds', { seconds })}</span>
      </button>
      <BarEdges
        onDraw={(event, edge) => {
          open();
          drawEdge(event, edge, props);
        }}
      />
    </li>
  );
}

function carry(event: PointerEvent<HTMLElement>, props: Props): void {
  const { desk, part, index, scale, onDrag } = props;
  const times = partTimes(desk.document.film);
  let place = index;
  followPointer(event, {
    onMove: (dxPx) => {
      place = dropPlace(times, index, dxPx / scale);
      onDrag(dxPx);
    },
    onEnd: (isDragged) => {
      onDrag(undefined);
      if (
        isDragged &&
        movePart(desk.document.current(), part.id, place) !== desk.document.current()
      )
        desk.deeds.move(part.id, place);
    },
  });
}

function drawEdge(
  event: PointerEvent<HTMLElement>,
  edge: Edge,
  { desk, part, scale, startMs }: Props,
): void {
  event.stopPropagation();
  const { document, beats } = desk;
  const base = document.current();
  const endMs = startMs + part.durationMs;
  const gesture = `drag ${part.id} ${edge} ${event.timeStamp}`;
  followPointer(event, {
    onMove: (dxPx) => {
      const byMs = dxPx / scale;
      // The end of the part is the cut that moves, whichever edge is drawn.
      const wishedMs = endMs + (edge === 'end' ? byMs : -byMs);
      const caughtMs = base.audio.onBeat ? nearestBeat(beats, wishedMs, catchPx / scale) : wishedMs;
      const caught = edge === 'end' ? caughtMs - endMs : endMs - caughtMs;
      document.change(() => trimPart(base, part.id, edge, caught), gesture);
    },
    onEnd: document.finish,
    onCancel: () => document.change(() => base, gesture),
  });
}
