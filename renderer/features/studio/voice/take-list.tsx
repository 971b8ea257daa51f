import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useClock } from '../use-clock.ts';
import { useListening } from './use-listening.ts';
import type { Take } from './use-recorder.ts';

/** The takes of one sitting, each to be heard; one of them is chosen. */
export function TakeList({
  takes,
  chosen,
  onChoose,
}: {
  takes: readonly Take[];
  chosen: number;
  onChoose: (index: number) => void;
}) {
  const { t } = useTranslation('sound');
  const clock = useClock();
  const { heard, hear, player } = useListening();
  return (
    <>
      <ul className="choice-rows voice-takes" aria-label={t('voice.takes')}>
        {takes.map(({ url, durationMs }, index) => {
          const name = t('voice.take', { number: index + 1 });
          return (
            <li key={url}>
              <label>
                <input
                  type="radio"
                  name="voice-take"
                  checked={chosen === index}
                  onChange={() => onChoose(index)}
                />
                <span className="grow">{name}</span>
                <span className="small muted num">{clock(durationMs)}</span>
              </label>
              <IconButton
                label={t(heard === url ? 'voice.hush' : 'voice.hear', { name })}
                icon={heard === url ? <IconPlayerStopFilled /> : <IconPlayerPlayFilled />}
                onClick={() => hear(heard === url ? undefined : url)}
              />
            </li>
          );
        })}
      </ul>
      <audio ref={player} preload="none" onEnded={() => hear(undefined)} />
    </>
  );
}
