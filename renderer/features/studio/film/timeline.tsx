import { useElementSize } from '@mantine/hooks';
import {
  IconBadgeCc,
  IconMicrophone,
  IconMusic,
  IconPhoto,
  IconPlus,
  IconTag,
  IconTypography,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { filmDurationMs, type FilmRole } from '../../../../shared/scene/film/film.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { CaptionsRow } from './captions-row.tsx';
import type { FilmDesk } from './film-desk.ts';
import { MusicRow } from './music-row.tsx';
import { PartsRow } from './parts-row.tsx';
import { Ruler } from './ruler.tsx';
import { timelineScale } from './timeline-scale.ts';
import { laneTallPx, voiceLinesOf, VoicesRow } from './voices-row.tsx';
import { WordsRow } from './words-row.tsx';

const mostZoom = 16;
/** Room after the end, so that the last edge can be drawn longer. */
const afterPx = 32;
/** About as wide as the time on the playhead. */
const labelPx = 36;

/** Time from left to right: parts, words, prices and sounds, each in its row. */
export function Timeline({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [zoom, setZoom] = useState(1);
  const { film } = desk.document;
  const durationMs = filmDurationMs(film);
  const scale = timelineScale(durationMs, width - afterPx, zoom);
  const { voices, music } = film.audio;
  return (
    <section className="film-timeline" aria-label={t('time.area')} data-film-keys>
      <TimeBar desk={desk} zoom={zoom} onZoom={setZoom} />
      <div className="film-rows" ref={ref}>
        <div className="film-lanes" style={{ width: durationMs * scale + afterPx }}>
          <Ruler desk={desk} scale={scale} />
          <PartsRow desk={desk} scale={scale} />
          <WordsRow desk={desk} scale={scale} kind="words" />
          {film.showPrices ? <WordsRow desk={desk} scale={scale} kind="price" /> : null}
          {music ? <MusicRow desk={desk} scale={scale} /> : <div className="film-lane-slim" />}
          {voices.length > 0 ? <VoicesRow desk={desk} scale={scale} /> : null}
          {film.captions.lines.length > 0 ? <CaptionsRow desk={desk} scale={scale} /> : null}
          <Playhead desk={desk} scale={scale} />
        </div>
      </div>
    </section>
  );
}

function TimeBar({
  desk,
  zoom,
  onZoom,
}: {
  desk: FilmDesk;
  zoom: number;
  onZoom: (zoom: number) => void;
}) {
  const { t } = useTranslation('film');
  const { film } = desk.document;
  return (
    <div className="film-labels">
      <div className="film-zoom">
        <AddPart desk={desk} />
        <IconButton
          label={t('time.zoomOut')}
          icon={<IconZoomOut />}
          disabled={zoom <= 1}
          onClick={() => onZoom(zoom / 2)}
        />
        <IconButton
          label={t('time.zoomIn')}
          icon={<IconZoomIn />}
          disabled={zoom >= mostZoom}
          onClick={() => onZoom(zoom * 2)}
        />
      </div>
      <Label className="film-lane-parts" icon={<IconPhoto aria-hidden />} text={t('time.parts')} />
      <Label icon={<IconTypography aria-hidden />} text={t('time.words')} />
      {film.showPrices ? <Label icon={<IconTag aria-hidden />} text={t('time.prices')} /> : null}
      <Label
        className={film.audio.music ? 'film-lane-music' : ''}
        icon={<IconMusic aria-hidden />}
        text={t('time.music')}
      />
      {film.audio.voices.length > 0 ? (
        <Label
          icon={<IconMicrophone aria-hidden />}
          text={t('time.voices')}
          tallPx={laneTallPx * voiceLinesOf(desk)}
        />
      ) : null}
      {film.captions.lines.length > 0 ? (
        <Label icon={<IconBadgeCc aria-hidden />} text={t('time.captions')} />
      ) : null}
    </div>
  );
}

function Label({
  icon,
  text,
  className = '',
  tallPx,
}: {
  icon: ReactNode;
  text: string;
  className?: string;
  tallPx?: number;
}) {
  return (
    <span className={`film-label small muted ${className}`} style={{ height: tallPx }}>
      {icon}
      <span className="cut">{text}</span>
    </span>
  );
}

/** A part of any kind that the style can lay out, after the one that is worked on. */
function AddPart({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { part, deeds, style } = desk;
  const visual = part.visual ? { visual: part.visual } : {};
  const add = (role: FilmRole) => {
    const slot = style?.slots[role]?.find((one) => writable.has(one));
    const words = slot && spoken.has(role) ? { [slot]: t(`fresh.${role}`) } : {};
    deeds.add({ role, words, ...visual });
  };
  return (
    <Menu
      align="start"
      target={<IconButton label={t('time.add')} icon={<IconPlus />} kind="plain" />}
      items={[
        ...((style?.roles ?? []) as FilmRole[]).map((role) => ({
          label: t(`role.${role}`),
          run: () => add(role),
        })),
        'line',
        { label: t('time.duplicate'), right: 'Ctrl D', run: () => deeds.duplicate(part.id) },
        { label: t('time.split'), right: 'S', run: () => deeds.split(desk.transport.atMs) },
        {
          label: t('time.remove'),
          ...{ right: t('time.removeKey'), danger: true },
          run: () => deeds.remove(part.id),
        },
      ]}
    />
  );
}

const writable = new Set(['headline', 'title', 'text', 'callToAction']);
/** Parts that are nothing without words begin with some. */
const spoken = new Set<FilmRole>(['opening', 'text', 'closing', 'quote', 'countdown']);

function Playhead({ desk, scale }: { desk: FilmDesk; scale: number }) {
  const { locale } = useFormats();
  const { atMs } = desk.transport;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (
    <span className="film-playhead" style={{ left: atMs * scale }} aria-hidden="true">
      <b className="num" style={{ marginInlineStart: -Math.min(atMs * scale, labelPx / 2) }}>
        {(Math.floor(atMs / 100) / 10).toLocaleString(locale, digits)}
      </b>
    </span>
  );
}
