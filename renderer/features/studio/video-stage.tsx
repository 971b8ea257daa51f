import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem } from '../../link/use-problem.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SceneCanvas } from '../../ui/scene-canvas.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import { ratioOf } from './frame-sizes.ts';
import type { usePreview } from './scene-preview.tsx';
import { useClock } from './use-clock.ts';
import type { Playback } from './use-playback.ts';
import type { Video } from './use-video.ts';
import type { What } from './use-what.ts';

const stageSidePx = 960;

/** The video as it will be, drawn here, with its music. */
export function VideoStage({
  video,
  what,
  preview,
  playback,
}: {
  video: Video;
  what: What;
  preview: ReturnType<typeof usePreview>;
  playback: Playback;
}) {
  const { t } = useTranslation('studio-page');
  const problem = useProblem();
  const [isReady, setReady] = useState(false);
  const isLate = useDelayed(!isReady);
  if (what.chosen.length === 0)
    return <EmptyState title={t('video.chooseTitle')} text={t('video.chooseText')} />;
  if (preview.error)
    return (
      <div className="video-problem">
        <ProblemBlock problem={problem(preview.error)} />
      </div>
    );
  const { data } = preview;
  const ratio = ratioOf(video.wish.format);
  return (
    <>
      <div className="video-screen">
        <span
          className={isLate && !isReady ? 'video-canvas sk' : 'video-canvas'}
          style={{ aspectRatio: String(ratio) }}
        >
          {data ? (
            <SceneCanvas
              scene={data.scene}
              sources={data.sources}
              label={t('video.previewLabel')}
              timeMs={playback.timeMs}
              playing={playback.isPlaying}
              askedToPlay
              maxSidePx={stageSidePx}
              onTime={playback.onTime}
              onReady={() => setReady(true)}
            />
          ) : null}
        </span>
      </div>
      <Transport video={video} playback={playback} durationMs={data?.scene.durationMs ?? 0} />
    </>
  );
}

function Transport({
  video,
  playback,
  durationMs,
}: {
  video: Video;
  playback: Playback;
  durationMs: number;
}) {
  const { t } = useTranslation('studio-page');
  const clock = useClock();
  const { isPlaying, play, pause, sound, shownMs } = playback;
  const track = video.tracks.data?.items.find(({ id }) => id === video.trackId);
  return (
    <div className="video-transport">
      <span className="small num video-clock">
        <b>{clock(shownMs)}</b> <span className="muted">/ {clock(durationMs)}</span>
      </span>
      <IconButton
        className="video-play"
        label={t(isPlaying ? 'video.pause' : 'video.play')}
        icon={isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
        disabled={durationMs === 0}
        onClick={isPlaying ? pause : play}
      />
      <span className="small muted video-clock video-track cut">{track?.name ?? ''}</span>
      {track ? <audio ref={sound} src={track.url} preload="auto" /> : null}
    </div>
  );
}
