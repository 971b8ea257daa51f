import {
  IconDownload,
  IconPencil,
  IconPlayerStopFilled,
  IconRefresh,
  IconSend,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FilmSummary } from '../../../../shared/contract/films.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { formatNames } from '../frame-sizes.ts';
import { useClock } from '../use-clock.ts';
import { FilmSign } from './film-sign.tsx';
import { filmState } from './film-states.ts';
import type { FilmsDeeds } from './use-films.ts';

/** One film of a batch: seen, put right, stopped or made again without touching the others. */
export function FilmRow({ item, deeds }: { item: FilmSummary; deeds: FilmsDeeds }) {
  const clock = useClock();
  const navigate = useNavigate();
  const state = filmState(item);
  const isRunning = state === 'running';
  const open = () => void navigate({ to: '/studio/film/$id', params: { id: item.id } });
  return (
    <li className="film-row">
      <SeenFilm item={item} />
      <span className="film-row-words">
        <button type="button" className="film-row-name cut" onClick={open}>
          {item.name}
        </button>
        <span className="film-row-state small">
          <FilmSign item={item} />
          <span className="muted num">{clock(item.durationMs)}</span>
          <span className="muted num">
            {(item.files ?? []).map(({ format }) => format).join(' ')}
          </span>
        </span>
        {isRunning ? <ProgressBar frac={item.job?.progressFrac ?? 0} label={item.name} /> : null}
        {state === 'failed' && item.job?.problem ? (
          <span className="small muted">{item.job.problem.todo}</span>
        ) : null}
      </span>
      <RowDeeds {...{ item, deeds, open }} />
    </li>
  );
}

/** Its picture; pressed, the film itself in each of its formats. */
function SeenFilm({ item }: { item: FilmSummary }) {
  const { t } = useTranslation(['film-batch', 'studio-page']);
  const [format, setFormat] = useState<Format>();
  const { name, coverUrl, files = [] } = item;
  const shown = files.find((file) => file.format === format);
  const picture = (
    <Thumbnail url={coverUrl} widthPx={44} heightPx={60} film={coverUrl !== undefined} />
  );
  const [first] = files;
  if (!first) return picture;
  return (
    <>
      <button
        type="button"
        className="film-row-picture"
        aria-label={t('see', { name })}
        onClick={() => setFormat(first.format)}
      >
        {picture}
      </button>
      <Dialog
        opened={shown !== undefined}
        onClose={() => setFormat(undefined)}
        title={name}
        widthPx={640}
      >
        {shown && files.length > 1 ? (
          <Segments
            label={t('studio-page:video.shown')}
            value={shown.format}
            options={files.map(({ format: value }) => ({
              value,
              label: t(`studio-page:format.ratio.${formatNames[value]}`),
            }))}
            onChange={setFormat}
          />
        ) : null}
        {shown ? (
          <video
            className="film-seen"
            src={shown.url}
            poster={shown.thumbUrl}
            aria-label={name}
            controls
            playsInline
          />
        ) : null}
      </Dialog>
    </>
  );
}

function RowDeeds({
  item,
  deeds,
  open,
}: {
  item: FilmSummary;
  deeds: FilmsDeeds;
  open: () => void;
}) {
  const { t } = useTranslation('film-batch');
  const { name, files = [] } = item;
  const state = filmState(item);
  const isUnderway = state === 'queued' || state === 'running';
  const [first] = files;
  return (
    <span className="film-row-deeds">
      {isUnderway ? (
        <IconButton
          label={t('stop', { name })}
          icon={<IconPlayerStopFilled />}
          onClick={() => deeds.stop([item])}
        />
      ) : null}
      {isUnderway || state === 'made' ? null : (
        <IconButton
          label={t(state === 'changed' || state === 'outdated' ? 'renew' : 'again', { name })}
          icon={<IconRefresh />}
          onClick={() => deeds.again([item])}
        />
      )}
      <IconButton label={t('open', { name })} icon={<IconPencil />} onClick={open} />
      {first ? (
        <>
          <IconButton
            label={t('save', { name })}
            icon={<IconDownload />}
            onClick={() => saveAs(first.url, `${name}.mp4`)}
          />
          <IconButton
            label={t('post', { name })}
            icon={<IconSend />}
            onClick={() => void deeds.prepare([item], 'post')}
          />
        </>
      ) : null}
    </span>
  );
}

function saveAs(url: string, name: string): void {
  const link = window.document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
