import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changePart, swapVisual, trimPart } from '../../../../shared/scene/film/edit-film.ts';
import type { FilmClip } from '../../../../shared/scene/film/film.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { drawClipFrames } from '../film-player/clip-frames.ts';
import { BarEdges, type Edge } from './bar-edges.tsx';
import { clipWindow, slidClip } from './clip-window.ts';
import type { FilmDesk } from './film-desk.ts';
import { followPointer } from './follow-pointer.ts';

const frames = 6;
const tallPx = 44;
const stepMs = 100;

type Props = { desk: FilmDesk; clip: FilmClip; url: string; lengthMs: number };

/** The whole clip as frames in a row, with the stretch that the part shows: carried to another moment, its
 *  edges drawn to see more or less of it. */
export function ClipStrip({ desk, clip, url, lengthMs }: Props) {
  const { t } = useTranslation('film');
  const { number } = useFormats();
  const strip = useRef<HTMLDivElement>(null);
  const { part, document } = desk;
  const { startFrac, endFrac } = clipWindow(clip, part.durationMs, lengthMs);
  const perPx = () => lengthMs / Math.max(1, strip.current?.clientWidth ?? 1);
  const slide = (byMs: number, gesture: string) =>
    document.change((film) => {
      const fromMs = slidClip(clip, part.durationMs, lengthMs, byMs);
      return fromMs === clip.fromMs ? film : swapVisual(film, part.id, { ...clip, fromMs });
    }, gesture);
  const carry = (event: PointerEvent<HTMLElement>) => {
    const gesture = `slide ${part.id} ${event.timeStamp}`;
    followPointer(event, {
      onMove: (dxPx) => slide(dxPx * perPx(), gesture),
      onEnd: document.finish,
    });
  };
  const draw = (event: PointerEvent<HTMLElement>, edge: Edge) => {
    event.stopPropagation();
    const base = document.current();
    const gesture = `clip ${part.id} ${edge} ${event.timeStamp}`;
    const speed = clip.speed ?? 1;
    followPointer(event, {
      onMove: (dxPx) => {
        const byMs = (dxPx * perPx()) / speed;
        document.change(() => trimPart(base, part.id, edge, byMs), gesture);
      },
      onEnd: document.finish,
      onCancel: () => document.change(() => changePart(base, part.id, (now) => now), gesture),
    });
  };
  const keys = (event: KeyboardEvent) => {
    const byMs = { ArrowLeft: -stepMs, ArrowRight: stepMs }[event.key];
    if (byMs === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    slide(byMs * (event.shiftKey ? 10 : 1), `slide ${part.id}`);
  };
  const seconds = (ms: number) => number(Math.round(ms / 100) / 10);
  return (
    <div className="film-clip-strip" ref={strip}>
      <Frames url={url} lengthMs={lengthMs} />
      <div
        className="film-clip-window"
        role="slider"
        tabIndex={0}
        aria-label={t('clip.window')}
        aria-valuemin={0}
        aria-valuemax={Math.round(lengthMs)}
        aria-valuenow={clip.fromMs}
        aria-valuetext={t('clip.stretch', {
          from: seconds(startFrac * lengthMs),
          to: seconds(endFrac * lengthMs),
        })}
        style={{ left: `${startFrac * 100}%`, width: `${(endFrac - startFrac) * 100}%` }}
        onPointerDown={carry}
        onKeyDown={keys}
      >
        <BarEdges onDraw={draw} />
      </div>
    </div>
  );
}

function Frames({ url, lengthMs }: { url: string; lengthMs: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    if (canvas.current)
      void drawClipFrames({ url, lengthMs, frames, canvas: canvas.current }, stop.signal);
    return () => stop.abort();
  }, [url, lengthMs]);
  return <canvas ref={canvas} width={1} height={tallPx} aria-hidden="true" />;
}
