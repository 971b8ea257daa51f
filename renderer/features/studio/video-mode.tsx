import './video.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobFile } from '../../../shared/contract/jobs.ts';
import { Segments } from '../../ui/segments.tsx';
import { formatNames } from './frame-sizes.ts';
import { JobState } from './job-state.tsx';
import { usePreview } from './scene-preview.tsx';
import { usePlayback } from './use-playback.ts';
import type { Video } from './use-video.ts';
import type { What } from './use-what.ts';
import { VideoSettings } from './video-settings.tsx';
import { VideoStage } from './video-stage.tsx';
import { VideoStrip } from './video-strip.tsx';
import { WhatStep } from './what-step.tsx';

const stageSidePx = 960;

/** A video of photos: products left, the picture that plays in the middle, its making right, its parts in
 *  order below. */
export function VideoMode({ what, video }: { what: What; video: Video }) {
  const preview = usePreview({ ...video.shown, format: video.wish.format }, stageSidePx);
  const scene = preview.error ? undefined : preview.data?.scene;
  const playback = usePlayback(scene);
  const files = video.isMade && !video.work.isRunning ? (video.work.job?.files ?? []) : [];
  const file = files.find(({ format }) => format === video.wish.format) ?? files[0];
  const [look, setLook] = useState<'preview' | 'made'>('made');
  const made = look === 'made' ? file : undefined;
  return (
    <div className="video">
      <WhatStep what={what} />
      <div className="video-middle">
        <div className="video-look">
          {file ? <LookChoice look={look} onLook={setLook} /> : null}
          <ShownFormat video={video} />
        </div>
        {made ? (
          <MadeVideo file={made} />
        ) : (
          <VideoStage video={video} preview={preview} playback={playback} what={what} />
        )}
        {video.isMade ? (
          <div className="video-job">
            <JobState work={video.work} kind="video" />
          </div>
        ) : null}
      </div>
      <VideoSettings video={video} />
      <VideoStrip what={what} video={video} scene={scene} playback={playback} />
    </div>
  );
}

function LookChoice({
  look,
  onLook,
}: {
  look: 'preview' | 'made';
  onLook: (look: 'preview' | 'made') => void;
}) {
  const { t } = useTranslation('studio-page');
  const options = (['made', 'preview'] as const).map((value) => ({
    value,
    label: t(`video.look.${value}`),
  }));
  return (
    <Segments label={t('video.look.label')} value={look} options={options} onChange={onLook} />
  );
}

/** Which of several formats is looked at. */
function ShownFormat({ video }: { video: Video }) {
  const { t } = useTranslation('studio-page');
  const { format, formats } = video.wish;
  if (formats.length < 2) return null;
  const options = formats.map((value) => ({
    value,
    label: t(`format.ratio.${formatNames[value]}`),
    name: t(`format.long.${formatNames[value]}`),
  }));
  return (
    <Segments label={t('video.shown')} value={format} options={options} onChange={video.look} />
  );
}

function MadeVideo({ file }: { file: JobFile }) {
  const { t } = useTranslation('studio-page');
  return (
    <div className="video-screen">
      <video
        src={`/media/${file.assetId}/original`}
        poster={`/media/${file.assetId}/thumb`}
        aria-label={t('video.madeLabel')}
        style={{ aspectRatio: `${file.widthPx} / ${file.heightPx}` }}
        controls
        playsInline
      />
    </div>
  );
}
