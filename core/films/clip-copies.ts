import type { ClipCopyView } from '../../shared/contract/films.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { AssetFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { FilmsUses } from './films-uses.ts';

type Copy = { assetId: string; steady?: boolean | undefined };
type Change = Copy & { clientId?: string | undefined };

const kindOf = ({ steady }: Copy) => (steady ? ('steady' as const) : ('play' as const));

/** The copies of clips as a window asks for them. */
export function clipCopyUseCases(
  tools: FeatureTools,
  { library, describeProblem }: Pick<FilmsUses, 'library' | 'describeProblem'>,
) {
  const { clipCopies } = library;

  function known({ assetId }: Copy): AssetFact {
    const asset = library.readAsset(assetId);
    if (asset?.kind !== 'video') throw new Problem('clip-missing');
    return asset;
  }

  function view(copy: Copy, language: Language): ClipCopyView {
    const asset = library.readAsset(copy.assetId);
    const found = (asset && clipCopies.peek(asset, kindOf(copy))) ?? { state: 'none' as const };
    return {
      ...{ assetId: copy.assetId, state: found.state },
      ...(copy.steady === undefined ? {} : { steady: copy.steady }),
      progressFrac: found.state === 'making' ? found.progressFrac : found.state === 'ready' ? 1 : 0,
      ...(found.state === 'failed' && { problem: describeProblem?.(found.problem, language) }),
    };
  }

  return {
    copies: async (clips: Copy[], language: Language) => ({
      canSteady: await clipCopies.canSteady(),
      items: clips.map((copy) => view(copy, language)),
    }),
    makeCopy: ({ clientId, ...copy }: Change): { ok: true } =>
      tools.applyOnce('films/makeCopy', clientId, () => {
        clipCopies.again(known(copy), kindOf(copy));
        return { ok: true };
      }),
    stopCopy: ({ clientId, ...copy }: Change): { ok: true } =>
      tools.applyOnce('films/stopCopy', clientId, () => {
        clipCopies.stop(known(copy), kindOf(copy));
        return { ok: true };
      }),
  };
}
