import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FilmProject } from '../../../../shared/contract/films.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { filmDurationMs } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import type { FilmDesk } from './film-desk.ts';
import { useFilmDeeds } from './use-film-deeds.ts';
import { useFilmDocument } from './use-film-document.ts';
import { useFilmPreview } from './use-film-preview.ts';
import { useFilmTrack } from './use-film-track.ts';
import { useStagePlayer } from './use-stage-player.ts';

/** Everything that the editor of one film holds in common. */
export function useFilmDesk(project: FilmProject) {
  const document = useFilmDocument(project);
  const [format, setFormat] = useState<Format>('9:16');
  const [picked, setPicked] = useState(document.film.parts[0]?.id ?? '');
  const [layerId, selectLayer] = useState<string>();
  const [voiceId, selectVoice] = useState<string>();
  const { film } = document;
  const { beats, bpm } = useFilmTrack(film);
  const api = useApi();
  const styles = useQuery(api.films.styles.queryOptions());
  const style = styles.data?.items.find(({ id }) => id === film.styleId);
  const preview = useFilmPreview(film, format);
  const sources = preview.error ? undefined : preview.data;
  const player = useStagePlayer(sources, filmDurationMs(film));
  const index = Math.max(
    0,
    film.parts.findIndex(({ id }) => id === picked),
  );
  const select = (partId: string) => {
    setPicked(partId);
    selectVoice(undefined);
    if (partId !== picked) selectLayer(undefined);
  };
  const part = film.parts[index];
  if (!part) throw new Error('a film without parts');
  const deeds = useFilmDeeds({ document, beats, bpm, selected: part.id, select });
  const desk: FilmDesk = {
    ...{ document, format, setFormat, part, index, select, layerId, selectLayer },
    ...{ voiceId, selectVoice },
    ...{ sources, error: preview.error, beats, bpm, style, deeds },
    transport: player.transport,
  };
  return { desk, player };
}
