import type { Handed, ProgressOf, TargetProgress } from './target-progress.ts';

/** What can happen to a post that the network's own scheduler has. */
export type HandOverEvent =
  | { type: 'handed'; handed: Handed }
  /** A person wants it otherwise: it is taken back before anything else. */
  | { type: 'recalled'; aim: 'plan' | 'cancel' }
  /** It could not be taken back: the network still has it. */
  | { type: 'kept'; code: string; message: string }
  | { type: 'taken-back' }
  /** Its time is over and the network does not show it. */
  | { type: 'unseen'; intentId: string; at: number };

/** Part of the state machine of a target. Handed over it stays `scheduled`; while it is being taken
 *  back it is `waiting`. */
export function handOn(now: TargetProgress, event: HandOverEvent): TargetProgress | undefined {
  switch (event.type) {
    case 'handed': {
      if (now.state !== 'publishing' && now.state !== 'uncertain') return undefined;
      return { state: 'scheduled', handed: event.handed };
    }
    case 'recalled': {
      const handed = handedOf(now);
      return handed && takeBack(handed, event.aim, 'taking-back');
    }
    case 'kept': {
      const handed = handedOf(now);
      if (!handed || now.state !== 'waiting') return undefined;
      const { why, ...rest } = takeBack(handed, now.aim ?? 'cancel', event.code);
      return { ...rest, why: { ...why, params: { message: event.message } } };
    }
    case 'taken-back':
      if (now.state !== 'waiting' || !now.handed) return undefined;
      return { state: now.aim === 'plan' ? 'scheduled' : 'cancelled' };
    case 'unseen': {
      if (now.state !== 'scheduled' || !now.handed) return undefined;
      const { intentId, at } = event;
      const doubt = { sinceAt: at, repeats: 0 };
      return { state: 'uncertain', intentId, doubt, looks: 0, mayRepeat: false };
    }
  }
}

function takeBack(handed: Handed, aim: 'plan' | 'cancel', code: string): ProgressOf<'waiting'> {
  return { state: 'waiting', why: { code }, handed, aim };
}

/** What the network's scheduler has of a target; undefined when it has nothing. */
export function handedOf(progress: TargetProgress): Handed | undefined {
  return 'handed' in progress ? progress.handed : undefined;
}
