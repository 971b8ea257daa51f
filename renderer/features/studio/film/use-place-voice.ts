import { addVoice } from '../../../../shared/scene/film/edit-voices.ts';
import type { FilmDesk } from './film-desk.ts';

export type PlacedSound = { assetId: string; durationMs: number };

/** Lays a sound of the library over the film, at the playhead or where it was spoken, and opens it. */
export function usePlaceVoice({
  document,
  transport,
  selectVoice,
}: Pick<FilmDesk, 'document' | 'transport' | 'selectVoice'>) {
  return ({ assetId, durationMs }: PlacedSound, atMs = transport.atMs): void => {
    const id = `voice-${crypto.randomUUID().slice(0, 12)}`;
    document.change((film) => addVoice(film, { id, assetId, durationMs }, atMs));
    if (document.current().audio.voices.some((voice) => voice.id === id)) selectVoice(id);
  };
}
