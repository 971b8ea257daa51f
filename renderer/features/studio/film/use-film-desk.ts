import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FilmProject } from '../../../../shared/contract/films.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import {
  filmDurationMs,
  partTimes,
  type Film,
  type FilmPart,
} from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import type { FilmDesk, FilmPanel, FilmTransport } from './film-desk.ts';
import { useBringToFilm } from './use-bring-to-film.ts';
import { useFilmDeeds } from './use-film-deeds.ts';
import { useFilmDocument } from './use-film-document.ts';
import { useFilmPreview } from './use-film-preview.ts';
import { useFilmTrack } from './use-film-track.ts';
import { usePlaceVoice } from './use-place-voice.ts';
import { useStagePlayer } from './use-stage-player.ts';

/** Everything that the editor of one film holds in common. */
export function useFilmDesk(project: FilmProject) {
  const document = useFilmDocument(project);
  const [format, setFormat] = useState<Format>('9:16');
  const [picked, setPicked] = useState(document.film.parts[0]?.id ?? '');
  const [layerId, selectLayer] = useState<string>();
  const side = useSidePanel();
  const { selectVoice } = side;
  const { film } = document;
  const { beats, beatsUntil, bpm } = useFilmTrack(film);
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
  useSeenPart(film, part, player.transport);
  const deeds = useFilmDeeds({ document, beats, bpm, selected: part.id, select });
  const placeVoice = usePlaceVoice({ document, transport: player.transport, selectVoice });
  const bring = useBringToFilm(deeds, placeVoice);
  const desk: FilmDesk = {
    ...{ document, format, setFormat, part, index, select, layerId, selectLayer },
    ...side,
    ...{ sources, error: preview.error, beats, beatsUntil, bpm, style, deeds },
    ...{ transport: player.transport, stills: player.player, bring },
  };
  return { desk, player };
}

/** What stands right: a voice, captions or the cover, and nothing of them once a part is picked. */
function useSidePanel() {
  const [voiceId, setVoice] = useState<string>();
  const [panel, openPanel] = useState<FilmPanel>();
  const [captionId, setCaption] = useState<string>();
  return {
    ...{ voiceId, panel, captionId },
    selectVoice(id: string | undefined): void {
      setVoice(id);
      openPanel(undefined);
    },
    setPanel(next: FilmPanel | undefined): void {
      setVoice(undefined);
      openPanel(next);
    },
    selectCaption(id: string | undefined): void {
      setCaption(id);
      setVoice(undefined);
      openPanel('captions');
    },
  };
}

/** What was picked or has just been added is what one sees, once its words have come. */
function useSeenPart(film: Film, part: FilmPart, transport: FilmTransport): void {
  const latest = useRef({ film, transport });
  latest.current = { film, transport };
  const before = useRef(part.id);
  useEffect(() => {
    if (before.current === part.id) return;
    before.current = part.id;
    const { film: now, transport: its } = latest.current;
    const at = now.parts.findIndex(({ id }) => id === part.id);
    const time = partTimes(now)[at];
    if (!time || its.isPlaying || (its.atMs >= time.startMs && its.atMs < time.endMs)) return;
    its.seek(time.startMs + Math.round(Math.min(1200, (time.endMs - time.startMs) * 0.6)));
  }, [part.id]);
}
