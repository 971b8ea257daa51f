import type { Network } from '../../../../../shared/contract/shapes.ts';
import { handOverWindow } from '../../../../../shared/rules/hand-over-window.ts';

/** Why the network's own scheduler takes a post, or does not. */
export type HandOver = 'on' | 'off' | 'too-near' | 'too-far' | 'unfit';

export type WhoPublishes = {
  /** `undefined`: the post is on no Page. */
  facebook: HandOver | undefined;
  /** Something of it goes out from this computer at its time. */
  needsComputer: boolean;
  onInstagram: boolean;
};

/** Who shows the post at its time: Facebook by itself, or this computer. */
export function whoPublishes({
  networks,
  wanted,
  aheadMs,
  isPlain,
}: {
  networks: readonly Network[];
  wanted: boolean;
  /** From now to its time. */
  aheadMs: number;
  /** Words, a link or photos, and no reel or story. */
  isPlain: boolean;
}): WhoPublishes {
  const onInstagram = networks.includes('instagram');
  const facebook = networks.includes('facebook') ? handOver(wanted, aheadMs, isPlain) : undefined;
  const isLocal = facebook !== undefined && facebook !== 'on' && facebook !== 'too-far';
  return { facebook, needsComputer: onInstagram || isLocal, onInstagram };
}

function handOver(wanted: boolean, aheadMs: number, isPlain: boolean): HandOver {
  if (!isPlain) return 'unfit';
  if (!wanted) return 'off';
  if (aheadMs < handOverWindow.nearestMs) return 'too-near';
  return aheadMs > handOverWindow.farthestMs ? 'too-far' : 'on';
}
