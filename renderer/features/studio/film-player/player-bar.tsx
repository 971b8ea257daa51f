import {
  IconDeviceMobile,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconRepeat,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useClock } from '../use-clock.ts';
import type { Player } from './use-player.ts';

/** Time left, playing in the middle, sound and looks right. */
export function PlayerBar({
  player,
  hasZones,
  onZones,
}: {
  player: Player;
  hasZones: boolean;
  onZones: (shown: boolean) => void;
}) {
  const { t } = useTranslation('film-player');
  const clock = useClock();
  const { isPlaying, isReady, timeMs, durationMs, play, pause, stepPart } = player;
  return (
    <div className="film-bar" role="group" aria-label={t('bar')}>
      <span className="small num film-time">
        <b>{clock(timeMs)}</b> <span className="muted">/ {clock(durationMs)}</span>
      </span>
      <span className="film-bar-middle">
        <IconButton
          label={t('previousPart')}
          icon={<IconPlayerSkipBack />}
          disabled={!isReady}
          onClick={() => stepPart(-1)}
        />
        <IconButton
          className="film-play"
          label={t(isPlaying ? 'pause' : 'play')}
          icon={isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
          disabled={!isReady}
          onClick={() => (isPlaying ? pause() : play())}
        />
        <IconButton
          label={t('nextPart')}
          icon={<IconPlayerSkipForward />}
          disabled={!isReady}
          onClick={() => stepPart(1)}
        />
      </span>
      <span className="film-bar-end">
        <Loudness player={player} />
        <IconButton
          label={t('zones')}
          icon={<IconDeviceMobile />}
          aria-pressed={hasZones}
          onClick={() => onZones(!hasZones)}
        />
        <IconButton
          label={t('loop')}
          icon={<IconRepeat />}
          aria-pressed={player.isLooping}
          onClick={() => player.setLooping(!player.isLooping)}
        />
      </span>
    </div>
  );
}

function Loudness({ player }: { player: Player }) {
  const { t } = useTranslation('film-player');
  const { isMuted, setMuted, volume, setVolume } = player;
  return (
    <>
      <input
        type="range"
        className="studio-range film-volume"
        aria-label={t('volume')}
        min={0}
        max={1}
        step={0.05}
        value={isMuted ? 0 : volume}
        onChange={(event) => {
          setMuted(false);
          setVolume(Number(event.currentTarget.value));
        }}
      />
      <IconButton
        label={t(isMuted ? 'unmute' : 'mute')}
        icon={isMuted ? <IconVolumeOff /> : <IconVolume />}
        aria-pressed={isMuted}
        onClick={() => setMuted(!isMuted)}
      />
    </>
  );
}
