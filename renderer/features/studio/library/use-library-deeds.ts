import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetUse, ChosenAssets, LibraryChange } from '../../../../shared/contract/library.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';

/** As many as a post takes. */
const mostInPost = 10;
/** A browser asks before it saves many files at once. */
const mostSaved = 50;

type Used = { chosen: ChosenAssets; count: number; names: readonly UsedName[] };
export type UsedName = {
  assetId: string;
  name: string;
  thumbUrl: string;
  usedIn: readonly { kind: AssetUse['kind']; id: string; title: string }[];
};

/** What can be done with pictures and films of the library. Each deed says what it did and can be taken
 *  back; what is used is named before it is deleted. */
export function useLibraryDeeds() {
  const { t } = useTranslation('library');
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  const navigate = useNavigate();
  const [used, setUsed] = useState<Used>();

  async function run(
    deed: string,
    change: () => Promise<LibraryChange>,
    params: Record<string, unknown> = {},
  ): Promise<void> {
    try {
      const { changed, changeId } = await change();
      const undo = changeId
        ? { undo: () => void client.library.undo({ changeId }).catch(tell) }
        : {};
      if (changed > 0) toast({ text: t(`done.${deed}`, { count: changed, ...params }), ...undo });
    } catch (error) {
      tell(error);
    }
  }

  function tell(error: unknown): void {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}` });
  }

  async function bin(chosen: ChosenAssets, evenUsed = false): Promise<void> {
    await run('binned', async () => {
      const answer = await client.library.bin({ chosen, evenUsed });
      if (answer.usedCount > 0) setUsed({ chosen, count: answer.usedCount, names: answer.used });
      return answer;
    });
  }

  return {
    used,
    forgetUsed: () => setUsed(undefined),
    bin: (chosen: ChosenAssets) => void bin(chosen),
    binUsed(): void {
      if (used) void bin(used.chosen, true);
      setUsed(undefined);
    },
    rate: (chosen: ChosenAssets, rating: number) =>
      void run('rated', () => client.library.rate({ chosen, rating }), { rating }),
    favour: (chosen: ChosenAssets, favourite: boolean) =>
      void run(favourite ? 'favoured' : 'unfavoured', () =>
        client.library.setFavourite({ chosen, favourite }),
      ),
    tag: (chosen: ChosenAssets, add: string[]) =>
      void run('tagged', () => client.library.tag({ chosen, add }), { tag: add.join(', ') }),
    untag: (chosen: ChosenAssets, tagId: string, name: string) =>
      void run('untagged', () => client.library.tag({ chosen, removeIds: [tagId] }), { tag: name }),
    attach: (chosen: ChosenAssets, productId: string, title: string) =>
      void run('attached', () => client.library.attach({ chosen, productId }), { title }),
    rename: (assetId: string, name: string) =>
      void run('renamed', () => client.library.rename({ assetId, name })),
    restore: (chosen: ChosenAssets) =>
      void run('restored', () => client.library.restore({ chosen })),
    async erase(chosen: ChosenAssets): Promise<void> {
      try {
        const { erased, kept } = await client.library.erase({ chosen });
        const words = [t('done.erased', { count: erased })];
        if (kept > 0) words.push(t('done.kept', { count: kept }));
        toast({ text: words.join(' ') });
      } catch (error) {
        tell(error);
      }
    },
    removeTag: (tagId: string) => void run('tagRemoved', () => client.library.removeTag({ tagId })),
    /** With the product that it is about, where that is known. */
    toPost(assetIds: readonly string[], product?: string): void {
      const assets = assetIds.slice(0, mostInPost).join(',');
      void navigate({ to: '/plan', search: { new: '1', assets, ...(product && { product }) } });
    },
    /** The files as they are. */
    save(items: readonly { id: string; name: string }[]): void {
      for (const { id, name } of items.slice(0, mostSaved)) saveOriginal(id, name);
      toast({ text: t('done.saved', { count: Math.min(items.length, mostSaved) }) });
    },
  };
}

export type LibraryDeeds = ReturnType<typeof useLibraryDeeds>;

function saveOriginal(assetId: string, name: string): void {
  const link = document.createElement('a');
  link.href = `/media/${assetId}/original`;
  link.download = name;
  link.click();
}
