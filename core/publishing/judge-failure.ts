import type { GraphFailure } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { Why } from './target-progress.ts';

/** What a failure that proves nothing visible happened means for its target. */
export type Verdict =
  /** The same step again, after a pause. */
  | { kind: 'again' }
  /** Not before something else changes: a line, a token, a limit. */
  | { kind: 'hold'; why: Why; health?: AccountFact['health'] }
  /** Not like this: a person has to change something. */
  | { kind: 'refuse'; why: Why };

const minuteMs = 60_000;
/** A container counts against the daily limit even if it never appears. */
const maxRebuilds = 3;
/** Instagram's fetcher fails now and then on addresses that work a moment later. */
const maxFetches = 2;

/** `tries` counts the failures in a row before this one. */
export function judgeFailure(
  failure: GraphFailure,
  situation: { now: number; tries: number; mediaName?: string | undefined },
): Verdict {
  const { now, tries } = situation;
  if (failure.offline) return { kind: 'hold', why: { code: 'offline' } };
  const why = storeWhy(failure, now);
  if (why) return failure.reaction === 'retry' ? { kind: 'again' } : { kind: 'hold', why };
  switch (failure.reaction) {
    case 'reconnect':
      return { kind: 'hold', why: { code: 'sign-in' }, health: 'sign-in' };
    case 'permission':
      return {
        kind: 'hold',
        why: { code: 'permission', params: { permission: failure.permission ?? '' } },
        health: 'permission',
      };
    case 'account':
      return {
        kind: 'hold',
        why: { code: 'restricted', params: wordsOf(failure), untilAt: now + 60 * minuteMs },
        health: 'restricted',
      };
    case 'wait':
      return { kind: 'hold', why: limitWhy(failure, now) };
    case 'rebuild':
      return tries + 1 < maxRebuilds
        ? { kind: 'again' }
        : refuse('media-unusable', failure, situation);
    case 'fix':
      if (failure.meaning === 'media-unreachable' && tries < maxFetches) return { kind: 'again' };
      return refuse(fieldOf(failure.meaning), failure, situation);
    case 'duplicate':
      // A photo that is used already was used by a hidden post whose answer got lost.
      return failure.meaning === 'photo-used'
        ? { kind: 'again' }
        : refuse('duplicate', failure, situation);
    case 'retry':
    case 'not-ready':
    case 'gone':
    case 'unknown':
      return { kind: 'again' };
    default:
      return assertNever(failure.reaction);
  }
}

/** Something is wrong with the shop's own picture storage: the post waits, it is not at fault. */
export function storeWhy(failure: GraphFailure, now: number): Why | undefined {
  const trouble = /^picture-store-(.+)$/.exec(failure.meaning)?.[1];
  if (trouble === undefined) return undefined;
  return {
    code: 'picture-store',
    params: { trouble, detail: failure.httpStatus ?? '' },
    untilAt: now + 5 * minuteMs,
  };
}

function limitWhy(failure: GraphFailure, now: number): Why {
  const isDaily = failure.meaning === 'publishing-limit';
  const pauseMs = failure.retryAfterMs ?? (isDaily ? 60 : 5) * minuteMs;
  return { code: isDaily ? 'daily-limit' : 'throttled', untilAt: now + pauseMs };
}

/** Which part of the post the network's complaint points at. */
function fieldOf(meaning: string): string {
  if (meaning.startsWith('tag-')) return 'tag-refused';
  if (meaning.startsWith('video-')) return 'video-refused';
  const fields: Record<string, string> = {
    'caption-too-long': 'caption-refused',
    link: 'link-refused',
    'media-unreachable': 'picture-unreachable',
    'file-unreadable': 'picture-missing',
  };
  const pictures = ['image-format', 'image-too-big', 'aspect-ratio', 'picture-unreadable'];
  return fields[meaning] ?? (pictures.includes(meaning) ? 'picture-refused' : 'refused');
}

function refuse(
  code: string,
  failure: GraphFailure,
  situation: { mediaName?: string | undefined },
): Verdict {
  const params = { name: situation.mediaName ?? '', ...wordsOf(failure) };
  return { kind: 'refuse', why: { code, params } };
}

/** The network's own words, already without tokens. */
function wordsOf(failure: GraphFailure): { message: string } {
  return { message: failure.userMessage ?? failure.message };
}

/** May the same call be made again under the same id once reading says that nobody can see it? Not
 *  after an answer that says the network judged it: then only a person decides. “No such object” is no
 *  judgement: fresh ones read as missing for a while. */
export function mayRepeatAfter(failure: GraphFailure): boolean {
  return failure.code === undefined || ['retry', 'gone'].includes(failure.reaction);
}

function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
