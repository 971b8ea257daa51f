import { handedOf, handOn, type HandOverEvent } from './hand-on.ts';
import type { Doubt, TargetProgress, Why } from './target-progress.ts';

/** What can happen to a target. Instants are UTC ms. */
export type TargetEvent =
  | { type: 'planned' }
  | { type: 'cancelled' }
  | { type: 'claimed'; bootId: string }
  | { type: 'stepped' }
  | { type: 'step-failed' }
  | { type: 'prepared' }
  | { type: 'intended'; intentId: string; bootId: string }
  | { type: 'accepted'; at: number }
  | { type: 'not-done'; to: 'preparing' | 'ready' }
  | { type: 'doubted'; at: number; mayRepeat: boolean }
  | { type: 'died'; at: number }
  | { type: 'looked' }
  | { type: 'asked'; code: string; at: number }
  | { type: 'look-again'; at: number }
  | { type: 'cleared' }
  /** A person says it is not there; `keepsId`: the same remote id is shown again. */
  | { type: 'denied'; bootId: string; keepsId: boolean }
  | { type: 'published' }
  | { type: 'followed' }
  | { type: 'held'; why: Why }
  | { type: 'refused'; why: Why }
  | { type: 'late' }
  | HandOverEvent;

export type Step = { progress: TargetProgress; accepted: boolean };

/** The state machine of one target. An event that makes no sense in a state leaves it unchanged and
 *  is answered with `accepted: false`, for the caller to report. */
export function nextProgress(progress: TargetProgress, event: TargetEvent): Step {
  const next = reach(progress, event);
  return next ? { progress: next, accepted: true } : { progress, accepted: false };
}

function reach(now: TargetProgress, event: TargetEvent): TargetProgress | undefined {
  switch (event.type) {
    case 'planned':
    case 'cancelled':
    case 'late':
    case 'held':
    case 'refused':
      return redirect(now, event);
    case 'claimed':
    case 'stepped':
    case 'step-failed':
    case 'prepared':
      return prepare(now, event);
    case 'intended':
    case 'accepted':
    case 'not-done':
    case 'doubted':
    case 'died':
      return call(now, event);
    case 'looked':
    case 'asked':
    case 'look-again':
    case 'cleared':
    case 'denied':
      return reconcile(now, event);
    case 'handed':
    case 'recalled':
    case 'kept':
    case 'taken-back':
    case 'unseen':
      return handOn(now, event);
    case 'published':
      if (now.state !== 'publishing' && now.state !== 'uncertain' && !handedOf(now)) {
        return undefined;
      }
      return { state: 'published', tries: 0 };
    case 'followed':
      return now.state === 'published' ? { ...now, tries: now.tries + 1 } : undefined;
    default:
      return assertNever(event);
  }
}

type Redirect = Extract<
  TargetEvent,
  { type: 'planned' | 'cancelled' | 'late' | 'held' | 'refused' }
>;

function redirect(now: TargetProgress, event: Redirect): TargetProgress | undefined {
  // A call may be on its way or done: only its outcome moves it on. An answer that proves nothing
  // happened may hold or refuse it.
  if (now.state === 'published' || now.state === 'uncertain') {
    return event.type === 'refused' && now.state === 'uncertain' ? fail(event.why) : undefined;
  }
  // The network's scheduler has it: it is taken back first.
  if (handedOf(now)) return undefined;
  switch (event.type) {
    case 'planned':
      return now.state === 'publishing' ? undefined : { state: 'scheduled' };
    case 'cancelled':
      return now.state === 'publishing' ? undefined : { state: 'cancelled' };
    case 'late':
      return isPending(now) ? { state: 'missed' } : undefined;
    case 'held':
      if (!isPending(now) && now.state !== 'publishing') return undefined;
      return withDoubt({ state: 'waiting', why: event.why }, doubtOf(now));
    case 'refused':
      return isPending(now) || now.state === 'publishing' ? fail(event.why) : undefined;
    default:
      return assertNever(event);
  }
}

type Prepare = Extract<TargetEvent, { type: 'claimed' | 'stepped' | 'step-failed' | 'prepared' }>;

function prepare(now: TargetProgress, event: Prepare): TargetProgress | undefined {
  if (event.type === 'claimed') {
    if (!isPending(now)) return undefined;
    return withDoubt({ state: 'preparing', bootId: event.bootId, tries: 0 }, doubtOf(now));
  }
  if (now.state !== 'preparing') return undefined;
  if (event.type === 'stepped') return now;
  if (event.type === 'step-failed') return { ...now, tries: now.tries + 1 };
  return withDoubt({ state: 'ready' }, now.doubt);
}

type Called = Extract<
  TargetEvent,
  { type: 'intended' | 'accepted' | 'not-done' | 'doubted' | 'died' }
>;

function call(now: TargetProgress, event: Called): TargetProgress | undefined {
  if (event.type === 'intended') {
    if (now.state !== 'ready') return undefined;
    const { intentId, bootId } = event;
    return withDoubt({ state: 'publishing', intentId, bootId }, now.doubt);
  }
  if (now.state !== 'publishing') return undefined;
  switch (event.type) {
    case 'accepted':
      return { ...now, acceptedAt: event.at };
    case 'not-done':
      if (event.to === 'ready') return withDoubt({ state: 'ready' }, now.doubt);
      return withDoubt({ state: 'preparing', bootId: now.bootId, tries: 0 }, now.doubt);
    case 'doubted':
      return beginDoubt(now.intentId, now.doubt, event.at, event.mayRepeat);
    case 'died':
      return beginDoubt(now.intentId, now.doubt, event.at, true);
    default:
      return assertNever(event);
  }
}

type Reconcile = Extract<
  TargetEvent,
  { type: 'looked' | 'asked' | 'look-again' | 'cleared' | 'denied' }
>;

function reconcile(now: TargetProgress, event: Reconcile): TargetProgress | undefined {
  if (now.state !== 'uncertain') return undefined;
  switch (event.type) {
    case 'looked':
      return { ...now, looks: now.looks + 1 };
    case 'asked':
      return { ...now, asked: { code: event.code, at: now.asked?.at ?? event.at } };
    case 'look-again': {
      const { asked: _asked, ...rest } = now;
      return { ...rest, looks: 0, doubt: { ...now.doubt, sinceAt: event.at } };
    }
    case 'cleared':
      return { state: 'ready', doubt: { ...now.doubt, repeats: now.doubt.repeats + 1 } };
    case 'denied':
      if (!now.asked) return undefined;
      return withDoubt(
        { state: 'preparing', bootId: event.bootId, tries: 0 },
        event.keepsId ? now.doubt : undefined,
      );
    default:
      return assertNever(event);
  }
}

function beginDoubt(
  intentId: string,
  earlier: Doubt | undefined,
  at: number,
  mayRepeat: boolean,
): TargetProgress {
  const doubt = { sinceAt: at, repeats: earlier?.repeats ?? 0 };
  return { state: 'uncertain', intentId, doubt, looks: 0, mayRepeat };
}

function fail(why: Why): TargetProgress {
  return { state: 'failed', why };
}

/** Not yet called, and still meant to be. */
export function isPending(progress: TargetProgress): boolean {
  const isWaitingFor = ['scheduled', 'preparing', 'ready', 'waiting'].includes(progress.state);
  return isWaitingFor && !handedOf(progress);
}

export function doubtOf(progress: TargetProgress): Doubt | undefined {
  return 'doubt' in progress ? progress.doubt : undefined;
}

function withDoubt<P extends TargetProgress>(progress: P, doubt: Doubt | undefined): P {
  return doubt ? { ...progress, doubt } : progress;
}

function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
