import './captions.css';
import { type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  moveCaption,
  removeCaption,
  setCaptionEdge,
} from '../../../../shared/scene/film/edit-captions.ts';
import type { Caption, Film } from '../../../../shared/scene/film/film.ts';
import { useClock } from '../use-clock.ts';
import { BarEdges } from './bar-edges.tsx';
import type { FilmDesk } from './film-desk.ts';
import { followPointer } from './follow-pointer.ts';

const stepMs = 100;

/** Captions in time: pressed to work on one, carried between their neighbours, drawn at their edges. */
export function CaptionsRow({ desk, scale }: { desk: FilmDesk; scale: number }) {
  const { t } = useTranslation('film');
  return (
    <ul className="film-lane" aria-label={t('time.captions')}>
      {desk.document.film.captions.lines.map((line) => (
        <Bar key={line.id} desk={desk} scale={scale} line={line} />
      ))}
    </ul>
  );
}

type BarProps = { desk: FilmDesk; scale: number; line: Caption };

function Bar(props: BarProps) {
  const { t } = useTranslation('captions');
  const clock = useClock();
  const { desk, scale, line } = props;
  const { id, inMs, outMs, text } = line;
  const isOn = desk.panel === 'captions' && desk.captionId === id;
  return (
    <li
      className={`film-word film-caption ${isOn ? 'film-caption-on' : ''}`}
      style={{ left: inMs * scale, width: Math.max(8, (outMs - inMs) * scale) }}
    >
      <button
        type="button"
        className="cut"
        aria-pressed={isOn}
        aria-label={t('line.bar', { at: clock(inMs), text })}
        aria-description={t('line.keys')}
        onClick={() => desk.selectCaption(id)}
        onKeyDown={(event) => pressed(event, desk, line)}
        onPointerDown={(event) =>
          drawn(event, props, (base, byMs) => moveCaption(base, id, inMs + byMs))
        }
      >
        {text}
      </button>
      <BarEdges
        onDraw={(event, edge) =>
          drawn(event, props, (base, byMs) =>
            edge === 'start'
              ? setCaptionEdge(base, id, 'in', inMs + byMs)
              : setCaptionEdge(base, id, 'out', outMs + byMs),
          )
        }
      />
    </li>
  );
}

/** Follows the pointer in one step of the history; the picked line is the one that is drawn. */
function drawn(
  event: PointerEvent<HTMLElement>,
  { desk, scale, line }: BarProps,
  make: (base: Film, byMs: number) => Film,
): void {
  const { document } = desk;
  const base = document.current();
  const gesture = `caption ${line.id} ${event.timeStamp}`;
  followPointer(event, {
    onMove: (dxPx) => {
      desk.selectCaption(line.id);
      document.change(() => make(base, dxPx / scale), gesture);
    },
    onEnd: document.finish,
    onCancel: () => document.change(() => base, gesture),
  });
}

/** Alt and arrows carry it, Delete takes it out; the film's own keys hold for the rest. */
function pressed(event: KeyboardEvent, desk: FilmDesk, { id, inMs }: Caption): void {
  const { change } = desk.document;
  const byMs = { ArrowLeft: -stepMs, ArrowRight: stepMs }[event.key];
  if (byMs !== undefined && event.altKey)
    change((film) => moveCaption(film, id, inMs + byMs), `nudge ${id}`);
  else if (event.key === 'Delete' || event.key === 'Backspace')
    change((film) => removeCaption(film, id));
  else return;
  event.preventDefault();
}
