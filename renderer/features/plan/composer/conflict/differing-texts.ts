import type { PostContent } from '../../../../../shared/contract/posts.ts';
import type { Network } from '../../../../../shared/contract/shapes.ts';

type Words = Pick<PostContent, 'caption' | 'captions'>;
export type DifferingText = { voice: 'common' | Network; mine: string; theirs: string };

const networks: readonly Network[] = ['instagram', 'facebook'];

/** The texts of a post that two windows have otherwise: the common one, and each network's own; where
 *  all are the same, the common one alone. Without words of its own a network has the common ones. */
export function differingTexts(mine: Words, theirs: Words): DifferingText[] {
  const common = { voice: 'common' as const, mine: mine.caption, theirs: theirs.caption };
  const own = networks.flatMap((voice) => {
    const [here, there] = [mine.captions?.[voice], theirs.captions?.[voice]];
    if (here === there) return [];
    return [{ voice, mine: here ?? mine.caption, theirs: there ?? theirs.caption }];
  });
  return common.mine !== common.theirs || own.length === 0 ? [common, ...own] : own;
}
