import { useCallback, type KeyboardEvent } from 'react';
import type { Player } from './use-player.ts';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey'>;
type Deeds = Pick<
  Player,
  'isPlaying' | 'isMuted' | 'durationMs' | 'play' | 'pause' | 'seek' | 'stepFrames' | 'stepPart'
> &
  Pick<Player, 'setMuted'>;

/** What a key does to a film: nothing for one that it does not know. */
export function playerKey(press: Press, player: Deeds): (() => void) | undefined {
  const second = press.shiftKey ? 30 : 1;
  switch (press.key) {
    case ' ':
    case 'k':
      return () => (player.isPlaying ? player.pause() : player.play());
    case 'ArrowLeft':
      return () => player.stepFrames(-second);
    case 'ArrowRight':
      return () => player.stepFrames(second);
    case 'PageUp':
      return () => player.stepPart(-1);
    case 'PageDown':
      return () => player.stepPart(1);
    case 'Home':
      return () => player.seek(0);
    case 'End':
      return () => player.seek(player.durationMs);
    case 'm':
      return () => player.setMuted(!player.isMuted);
    default:
      return undefined;
  }
}

/** Keys for whatever the film's keys shall work in. Fields keep theirs, and buttons their space bar. */
export function usePlayerKeys(player: Player): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (ownsKey(event.target, event.key)) return;
      const deed = playerKey(event, player);
      if (!deed) return;
      event.preventDefault();
      deed();
    },
    [player],
  );
}

function ownsKey(target: EventTarget, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.isContentEditable)
    return true;
  return key === ' ' && target.closest('button, a, [role="button"]') !== null;
}
