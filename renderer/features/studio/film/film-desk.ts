import type { FilmSources, FilmStyleView } from '../../../../shared/contract/films.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import type { FilmPart } from '../../../../shared/scene/film/film.ts';
import type { Player } from '../film-player/use-player.ts';
import type { FilmDeeds } from './use-film-deeds.ts';
import type { FilmDocument } from './use-film-document.ts';

/** Where the film stands and how it is moved; the stage's player keeps it. */
export type FilmTransport = {
  atMs: number;
  isPlaying: boolean;
  seek(atMs: number): void;
  toggle(): void;
  /** Plays without a sound while somebody speaks, and stops. */
  rehearse(isOn: boolean): void;
};

/** Files from outside, brought into the library and the film at once. */
export type BringToFilm = {
  /** At a place of the row, or after the part that is worked on. */
  files(chosen: readonly File[], at?: number): Promise<void>;
  /** How far it is, while files are on their way. */
  progress: { done: number; total: number } | undefined;
  isBusy: boolean;
};

export type FilmPanel = 'captions' | 'cover';

/** What every part of the editor works with. */
export type FilmDesk = {
  document: FilmDocument;
  format: Format;
  setFormat(format: Format): void;
  /** The part that is worked on, and its layer if one was picked. */
  part: FilmPart;
  index: number;
  select(partId: string): void;
  layerId: string | undefined;
  selectLayer(layerId: string | undefined): void;
  /** The voice or other sound that is worked on in place of the part. */
  voiceId: string | undefined;
  selectVoice(voiceId: string | undefined): void;
  /** What stands right in the place of the part: captions or the cover. */
  panel: FilmPanel | undefined;
  setPanel(panel: FilmPanel | undefined): void;
  captionId: string | undefined;
  selectCaption(captionId: string | undefined): void;
  /** Laid out for the format; nothing until it is, or when that fails. */
  sources: FilmSources | undefined;
  error: unknown;
  /** Beats of the music in times of the film. */
  beats: readonly number[];
  /** Those of a film that lasts so long. */
  beatsUntil(durationMs: number): number[];
  bpm: number | undefined;
  /** The film's style; nothing while it is not known yet. */
  style: FilmStyleView | undefined;
  transport: FilmTransport;
  deeds: FilmDeeds;
  bring: BringToFilm;
  /** Draws small pictures of the film. */
  stills: Player;
};
