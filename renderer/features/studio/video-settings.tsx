import { IconPlayerStopFilled, IconVolume } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { formatNames } from './frame-sizes.ts';
import { StepHead } from '../../ui/step-head.tsx';
import { silence, videoFormats, type Video } from './use-video.ts';
import { VideoTiles } from './video-tiles.tsx';

/** What networks and viewers are used to. */
const usualSeconds = [6, 15, 30, 60];

/** How the video is made: template, shape, length, music, and the words at its end. */
export function VideoSettings({ video }: { video: Video }) {
  const { t } = useTranslation('studio-page');
  const { wish, set } = video;
  return (
    <section className="video-settings" aria-labelledby="video-template">
      <StepHead id="video-template" number={2} title={t('template.title')} />
      <VideoTiles video={video} />
      <div>
        <p className="field-label">{t('video.format')}</p>
        <FormatChips video={video} />
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

function FormatChips({ video }: { video: Video }) {
  const { t } = useTranslation('studio-page');
  const { formats } = video.wish;
  return (
    <div className="video-formats" role="group" aria-label={t('video.format')}>
      {videoFormats.map((format) => (
        <Chip
          key={format}
          tone={formats.includes(format) ? 'accent' : 'neutral'}
          pressed={formats.includes(format)}
          onClick={() => video.toggleFormat(format)}
        >
          <span aria-hidden>{t(`format.ratio.${formatNames[format]}`)}</span>
          <span className="hidden-text">{t(`format.long.${formatNames[format]}`)}</span>
        </Chip>
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
      <div className="video-lengths" role="group" aria-label={t('video.lengths')}>
        {usualSeconds.map((usual) => (
          <Chip
            key={usual}
            tone={usual === seconds ? 'accent' : 'neutral'}
            pressed={usual === seconds}
            onClick={() => video.set({ seconds: usual })}
          >
            {t('video.seconds', { count: usual })}
          </Chip>
        ))}
      </div>
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
