import { IconMovie, IconPlus } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilmVisual } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { PhotoPicker } from '../editor/photo-picker.tsx';
import { dragVisual, freshVisual } from './dragged-visual.ts';
import type { BringToFilm, FilmDesk } from './film-desk.ts';

/** Photos of the film's products and the clips of the library: pressed, they come after the part that is
 *  worked on; drawn to the strip, where they are put down. */
export function VisualsTab({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const [isPicking, setPicking] = useState(false);
  const photoIds = useFilmPhotos(desk);
  const add = (visual: FilmVisual, mostMs = Infinity) =>
    desk.deeds.add({ role: 'full', words: {}, visual }, { mostMs });
  return (
    <>
      <div className="film-thumbs">
        {photoIds.map((assetId, index) => (
          <Take
            key={assetId}
            kind="photo"
            assetId={assetId}
            label={t('left.photo', { number: index + 1 })}
            onTake={add}
          />
        ))}
        <button type="button" aria-label={t('left.morePhotos')} onClick={() => setPicking(true)}>
          <IconPlus aria-hidden />
        </button>
      </div>
      <p className="small muted film-hint">{t('left.hint')}</p>
      <Clips bring={desk.bring} onTake={add} />
      <PhotoPicker
        opened={isPicking}
        onClose={() => setPicking(false)}
        onPick={(assetId) => {
          setPicking(false);
          add({ kind: 'photo', assetId });
        }}
      />
    </>
  );
}

function Take({
  kind,
  assetId,
  label,
  onTake,
}: {
  kind: FilmVisual['kind'];
  assetId: string;
  label: string;
  onTake: (visual: FilmVisual) => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      draggable
      onDragStart={(event) => dragVisual(event.dataTransfer, kind, assetId)}
      onClick={() => onTake(freshVisual(kind, assetId))}
    >
      <img src={`/media/${assetId}/thumb`} alt="" draggable={false} />
      {kind === 'clip' ? <IconMovie aria-hidden className="film-clip-sign" /> : null}
    </button>
  );
}

/** Those of the products first, then others that the film shows. */
function useFilmPhotos({ document }: FilmDesk): string[] {
  const api = useApi();
  const answers = useQueries({
    queries: document.productIds
      .slice(0, 12)
      .map((productId) => api.catalogue.get.queryOptions({ input: { productId } })),
  });
  const own = answers.flatMap(({ data }) => data?.photos.map(({ assetId }) => assetId) ?? []);
  const shown = document.film.parts.flatMap(({ visual }) =>
    visual?.kind === 'photo' ? visual.assetId : [],
  );
  return [...new Set([...own, ...shown])];
}

function Clips({
  bring,
  onTake,
}: {
  bring: BringToFilm;
  onTake: (visual: FilmVisual, mostMs?: number) => void;
}) {
  const { t } = useTranslation('film');
  const api = useApi();
  const clips = useQuery(
    api.media.list.queryOptions({ input: { kind: 'video', origin: 'import', limit: 30 } }),
  );
  const items = clips.data?.items ?? [];
  return (
    <section className="film-clips" aria-label={t('left.clips')}>
      <h2 className="field-label">{t('left.clips')}</h2>
      {items.length > 0 ? (
        <div className="film-thumbs">
          {items.map(({ id, name, durationMs }) => (
            <Take
              key={id}
              kind="clip"
              assetId={id}
              label={name}
              onTake={(visual) => onTake(visual, durationMs)}
            />
          ))}
        </div>
      ) : (
        <p className="small muted">{t('left.noClips')}</p>
      )}
      <FileButton
        accept="video/*,image/*"
        busy={bring.isBusy}
        onFiles={(files) => void bring.files(files)}
      >
        {t('left.bringClip')}
      </FileButton>
      {bring.progress ? <Coming progress={bring.progress} /> : null}
    </section>
  );
}

/** How many of the files that are on their way have come. */
function Coming({ progress }: { progress: { done: number; total: number } }) {
  const { t } = useTranslation('film');
  return (
    <ProgressBar
      frac={(progress.done + 0.5) / (progress.total + 0.5)}
      label={t('left.coming', { ...progress, count: progress.total })}
    />
  );
}
