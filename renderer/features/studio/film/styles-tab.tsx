import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FilmStyleView } from '../../../../shared/contract/films.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { restyle } from '../../../../shared/scene/film/edit-film.ts';
import type { Film, FilmRole } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { SceneCanvas } from '../../../ui/scene-canvas.tsx';
import { arrowKeyHandler } from '../../../ui/use-arrow-keys.ts';
import type { FilmDesk } from './film-desk.ts';

const sidePx = 240;

/** Families of layouts, each shown with this film's own photo and words. */
export function StylesTab({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const api = useApi();
  const styles = useQuery(api.films.styles.queryOptions());
  const items = styles.data?.items ?? [];
  const { film, change } = desk.document;
  const choose = (styleId: string) => {
    const style = items.find(({ id }) => id === styleId);
    if (!style) return;
    change((now) => restyle(now, rolesOf(style)));
    if (!style.formats.includes(desk.format)) desk.setFormat(style.formats[0] ?? '9:16');
  };
  const values = items.map(({ id }) => id);
  return (
    <div
      className="film-styles"
      role="radiogroup"
      aria-label={t('left.styles')}
      onKeyDown={arrowKeyHandler(values, film.styleId, choose)}
    >
      {items.map((style) => (
        <button
          key={style.id}
          type="button"
          role="radio"
          className="studio-tile"
          aria-checked={style.id === film.styleId}
          tabIndex={style.id === film.styleId ? 0 : -1}
          onClick={() => choose(style.id)}
        >
          <StyleFrame film={sampleOf(film, style)} format={desk.format} style={style} />
          <span className="studio-tile-name">{style.name}</span>
        </button>
      ))}
    </div>
  );
}

const rolesOf = ({ id, roles }: FilmStyleView) => ({ id, roles: roles as FilmRole[] });

/** The first part with a photo and words, by itself: enough to see a style by. */
function sampleOf(film: Film, style: FilmStyleView): Film {
  const { parts, ...rest } = restyle(film, rolesOf(style));
  const part = parts.find(({ role, visual }) => visual && role !== 'opening') ?? parts[0];
  const { cover: _cover, ...plain } = rest;
  return {
    ...plain,
    parts: part ? [{ ...part, durationMs: 2000 }] : parts,
    audio: { ...film.audio, voices: [] },
    captions: { ...film.captions, lines: [] },
  };
}

function StyleFrame({ film, format, style }: { film: Film; format: Format; style: FilmStyleView }) {
  const api = useApi();
  const shown = style.formats.includes(format) ? format : (style.formats[0] ?? '9:16');
  const preview = useQuery(
    api.films.preview.queryOptions({
      input: { film, format: shown, maxSidePx: sidePx },
      retry: false,
      gcTime: 30_000,
    }),
  );
  const scene = preview.error ? undefined : preview.data?.scene;
  return (
    <span className={scene ? 'studio-scene' : 'studio-scene film-style-empty'} aria-hidden="true">
      {scene && preview.data ? (
        <SceneCanvas
          scene={scene}
          sources={preview.data.sources}
          label=""
          maxSidePx={sidePx}
          timeMs={scene.durationMs * 0.6}
        />
      ) : null}
    </span>
  );
}
