import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cutOnBeats, nearestBeat } from '../../../../shared/scene/film/edit-beats.ts';
import {
  addPart,
  duplicatePart,
  movePart,
  partAt,
  removePart,
  setDuration,
  splitPart,
  swapVisual,
} from '../../../../shared/scene/film/edit-film.ts';
import {
  partTimes,
  shortestPartMs,
  type Film,
  type FilmPart,
  type FilmVisual,
} from '../../../../shared/scene/film/film.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import type { FilmDocument } from './use-film-document.ts';

/** An added part lasts this long without music; with it, a bar. */
const addedMs = 2000;
const beatsOfBar = 4;

type Uses = {
  document: FilmDocument;
  beats: readonly number[];
  bpm: number | undefined;
  selected: string;
  select: (partId: string) => void;
};

/** What is done to parts, each with a sentence for those who listen. */
export function useFilmDeeds({ document, beats, bpm, selected, select }: Uses) {
  const { t } = useTranslation('film');
  const { number } = useFormats();
  const [said, setSaid] = useState('');
  const { change, current } = document;
  const placeOf = (partId: string) => current().parts.findIndex(({ id }) => id === partId);
  const apply = (make: (film: Film) => Film): boolean => {
    const before = current();
    change(make);
    return current() !== before;
  };
  const deeds = {
    said,
    move(partId: string, to: number): void {
      if (apply((film) => movePart(film, partId, to)))
        setSaid(t('said.moved', { place: placeOf(partId) + 1, total: current().parts.length }));
    },
    remove(partId: string): void {
      const at = placeOf(partId);
      if (!apply((film) => removePart(film, partId))) return setSaid(t('said.last'));
      const { parts } = current();
      const next = parts[Math.min(at, parts.length - 1)];
      if (next) select(next.id);
      setSaid(t('said.removed'));
    },
    duplicate(partId: string): void {
      const id = newPartId();
      if (!apply((film) => duplicatePart(film, partId, id))) return setSaid(t('said.full'));
      select(id);
      setSaid(t('said.duplicated'));
    },
    split(atMs: number): void {
      const at = partAt(current(), atMs);
      if (!at) return;
      const id = newPartId();
      const isCut = apply((film) => splitPart(film, at.part.id, at.intoMs, id));
      if (isCut) select(id);
      setSaid(t(isCut ? 'said.split' : 'said.noSplit'));
    },
    /** Lasts a bar, or as long as was said, and no longer than `mostMs`. Answers its place. */
    add(
      part: Omit<FilmPart, 'id' | 'durationMs'> & { durationMs?: number },
      { at, mostMs = Infinity }: { at?: number | undefined; mostMs?: number } = {},
    ): number {
      const id = newPartId();
      const barMs = bpm ? (beatsOfBar * 60_000) / bpm : addedMs;
      const wishedMs = Math.min(part.durationMs ?? barMs, mostMs);
      const durationMs = Math.round(Math.max(shortestPartMs, wishedMs));
      const place = at ?? placeOf(selected) + 1;
      if (!apply((film) => addPart(film, { ...part, id, durationMs }, place)))
        setSaid(t('said.full'));
      else {
        select(id);
        setSaid(t('said.added', { place: place + 1 }));
      }
      return place;
    },
    swap(partId: string, visual: FilmVisual): void {
      if (apply((film) => swapVisual(film, partId, visual))) setSaid(t('said.swapped'));
    },
    /** The end falls on a beat while cuts do. */
    setDuration(partId: string, wishedMs: number): void {
      apply((film) => {
        const startMs = partTimes(film)[placeOf(partId)]?.startMs ?? 0;
        const endMs = film.audio.onBeat
          ? nearestBeat(beats, startMs + wishedMs, Infinity)
          : startMs + wishedMs;
        return setDuration(film, partId, endMs - startMs);
      });
      const part = current().parts.find(({ id }) => id === partId);
      if (part) setSaid(t('said.lasts', { seconds: number(part.durationMs / 1000) }));
    },
    setOnBeat(onBeat: boolean): void {
      change((film) => {
        const next = { ...film, audio: { ...film.audio, onBeat } };
        return onBeat ? cutOnBeats(next, beats) : next;
      });
    },
  };
  return deeds;
}

export type FilmDeeds = ReturnType<typeof useFilmDeeds>;

function newPartId(): string {
  return `part-${crypto.randomUUID().slice(0, 12)}`;
}
