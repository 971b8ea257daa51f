import { IconPlayerStopFilled, IconVolume } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { arrowKeyHandler } from '../../ui/use-arrow-keys.ts';
import { formatNames } from './frame-sizes.ts';
import { ScenePreview } from './scene-preview.tsx';
import { StepHead } from '../../ui/step-head.tsx';
import { silence, videoFormats, type Video } from './use-video.ts';

/** How the video is made: template, shape, length, music, and the words at its end. */
export function VideoSettings({ video }: { video: Video }) {
  const { t } = useTranslation('studio-page');
  const { wish, set } = video;
  const formats = videoFormats.map((value) => ({
    value,
    label: t(`format.ratio.${formatNames[value]}`),
    name: t(`format.long.${formatNames[value]}`),
  }));
  return (
    <section className="video-settings" aria-labelledby="video-template">
      <StepHead id="video-template" number={2} title={t('template.title')} />
      <TemplateChoice video={video} />
      <div>
        <p className="field-label">{t('video.format')}</p>
        <Segments
          label={t('video.format')}
          value={wish.format}
          options={formats}
          onChange={(format) => set({ format })}
        />
      </div>
      <LengthField video={video} />
      <MusicField video={video} />
      <TextField
        label={t('video.callToAction')}
        placeholder={t('video.callToActionHint')}
        maxLength={80}
        value={wish.callToAction}
        onChange={(callToAction) => set({ callToAction })}
      />
      <Switch
        checked={wish.showPrice}
        onChange={(showPrice) => set({ showPrice })}
        label={t('video.price')}
      />
    </section>
  );
}

function TemplateChoice({ video }: { video: Video }) {
  const items = video.templates.data?.items ?? [];
  const { template, wish, set, photoIds, shown } = video;
  const values = items.map(({ id }) => id);
  const isEnough = photoIds.length > 2;
  return (
    <div
      className="video-tiles"
      role="radiogroup"
      aria-labelledby="video-template"
      onKeyDown={arrowKeyHandler(values, template?.id ?? '', (templateId) => set({ templateId }))}
    >
      {items.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="radio"
          className="studio-tile"
          aria-checked={id === template?.id}
          tabIndex={id === template?.id ? 0 : -1}
          onClick={() => set({ templateId: id })}
        >
          <ScenePreview
            wish={{
              ...shown,
              templateId: id,
              format: wish.format,
              productIds: isEnough ? shown.productIds : [],
            }}
            label=""
            maxSidePx={240}
            atFrac={0.2}
          />
          <span className="studio-tile-name">{name}</span>
        </button>
      ))}
    </div>
  );
}

function LengthField({ video }: { video: Video }) {
  const { t } = useTranslation('studio-page');
  const id = useId();
  const { seconds } = video.wish;
  const text = t('video.seconds', { count: seconds });
  return (
    <div>
      <div className="video-length">
        <label htmlFor={id} className="field-label">
          {t('video.length')}
        </label>
        <output htmlFor={id} className="num">
          {text}
        </output>
      </div>
      <input
        id={id}
        type="range"
        className="studio-range"
        min={5}
        max={60}
        step={1}
        value={seconds}
        aria-valuetext={text}
        onChange={(event) => video.set({ seconds: Number(event.currentTarget.value) })}
      />
    </div>
  );
}

function MusicField({ video }: { video: Video }) {
  const { t } = useTranslation('studio-page');
  const player = useRef<HTMLAudioElement>(null);
  const [isHeard, setHeard] = useState(false);
  const items = video.tracks.data?.items ?? [];
  const track = items.find(({ id }) => id === video.trackId);
  const options = [
    ...items.map(({ id, name }) => ({ value: id, label: name })),
    { value: silence, label: t('video.silence') },
  ];
  useEffect(() => {
    if (isHeard) void player.current?.play().catch(() => setHeard(false));
    else player.current?.pause();
  }, [isHeard, track?.url]);
  return (
    <div className="video-music">
      <SelectField
        label={t('video.music')}
        value={video.trackId}
        options={options}
        onChange={(trackId) => video.set({ trackId })}
      />
      <IconButton
        kind="plain"
        label={t(isHeard ? 'video.hush' : 'video.listen')}
        icon={isHeard ? <IconPlayerStopFilled /> : <IconVolume />}
        disabled={!track}
        onClick={() => setHeard(!isHeard)}
      />
      {track ? (
        <audio ref={player} src={track.url} preload="none" onEnded={() => setHeard(false)} />
      ) : null}
    </div>
  );
}
