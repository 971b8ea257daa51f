import { useEffect, useRef } from 'react';
import { setCaptionEdge } from '../../../../shared/scene/film/edit-captions.ts';
import { filmDurationMs, partTimes } from '../../../../shared/scene/film/film.ts';
import { matchesKeys } from '../../../ui/use-shortcut.ts';
import type { FilmDesk } from './film-desk.ts';

type Key = readonly [keys: string, run: () => void];

const fields = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const frameMs = 1000 / 30;

/** The whole editor by keyboard; what is written in fields stays there, and buttons keep their keys. */
export function useFilmKeys(desk: FilmDesk): void {
  const latest = useRef(desk);
  latest.current = desk;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || fields.has(target.tagName)) return;
      if (target.closest('[role=dialog], [role=menu]')) return;
      // Where the film is worked on its keys hold; elsewhere buttons and tabs keep theirs.
      const isFree = target === document.body || target.closest('[data-film-keys]') !== null;
      const keys = [...everywhere(latest.current), ...(isFree ? onFilm(latest.current) : [])];
      const found = keys.find(([name]) => matchesKeys(name, event));
      if (!found) return;
      event.preventDefault();
      found[1]();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function everywhere({ document, deeds, part }: FilmDesk): Key[] {
  return [
    ['mod+z', document.undo],
    ['mod+shift+z', document.redo],
    ['mod+y', document.redo],
    ['mod+d', () => deeds.duplicate(part.id)],
  ];
}

function onFilm(desk: FilmDesk): Key[] {
  const { document, deeds, part, index, select, transport } = desk;
  const { film } = document;
  const step = (byMs: number) => () => transport.seek(transport.atMs + byMs);
  const goTo = (place: number) => () => {
    const next = film.parts[place];
    if (!next) return;
    select(next.id);
    transport.seek(partTimes(film)[place]?.startMs ?? 0);
  };
  return [
    [' ', transport.toggle],
    ['ArrowLeft', step(-frameMs)],
    ['ArrowRight', step(frameMs)],
    ['shift+ArrowLeft', step(-1000)],
    ['shift+ArrowRight', step(1000)],
    ['ArrowUp', goTo(index - 1)],
    ['ArrowDown', goTo(index + 1)],
    ['alt+ArrowLeft', () => deeds.move(part.id, index - 1)],
    ['alt+ArrowRight', () => deeds.move(part.id, index + 1)],
    ['Home', () => transport.seek(0)],
    ['End', () => transport.seek(filmDurationMs(film))],
    ['s', () => deeds.split(transport.atMs)],
    ['Delete', () => deeds.remove(part.id)],
    ['Backspace', () => deeds.remove(part.id)],
    ...captionKeys(desk),
  ];
}

/** While captions are worked on: where the picked line comes and goes. */
function captionKeys({ document, panel, captionId, transport }: FilmDesk): Key[] {
  if (panel !== 'captions' || captionId === undefined) return [];
  const set = (edge: 'in' | 'out') => () =>
    document.change((film) => setCaptionEdge(film, captionId, edge, transport.atMs));
  return [
    ['i', set('in')],
    ['o', set('out')],
  ];
}
