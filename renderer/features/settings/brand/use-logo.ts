import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile, UploadRefused } from '../../../link/upload.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import type { KitDeeds, LogoKind, LogoWish } from './use-kit-deeds.ts';

type ShownProblem = { title: string; what: string; todo: string; code?: string | undefined };
export type LogoDeeds = ReturnType<typeof useLogo>;

/** Bringing, trimming and taking away one of the two logos. */
export function useLogo(kind: LogoKind, deeds: KitDeeds) {
  const { t } = useTranslation('brand');
  const toast = useToast();
  const problem = useProblem();
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<ShownProblem>();

  const take = async (find: () => Promise<LogoWish>): Promise<void> => {
    setBusy(true);
    setWrong(undefined);
    try {
      const { trimmed, undo } = await deeds.takeLogo(await find());
      const text = t(trimmed ? 'logo.taken.trimmed' : 'logo.taken.whole');
      toast({ text, undo: () => void deeds.apply(undo), key: 'brand' });
    } catch (error) {
      setWrong(
        error instanceof UploadRefused ? { ...error.problem, code: error.code } : problem(error),
      );
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    wrong,
    takeFile: ([file]: readonly File[]) =>
      file &&
      void take(async () => {
        const { assetId: uploadId } = await uploadFile(file);
        return { uploadId, kind, trim: true };
      }),
    takeAsset: (assetId: string, trim = true) =>
      void take(() => Promise.resolve({ assetId, kind, trim })),
    async remove(): Promise<void> {
      setWrong(undefined);
      const patch = kind === 'light' ? { logoAssetId: null } : { logoDarkAssetId: null };
      const undo = await deeds.apply(patch);
      if (undo)
        toast({ text: t('logo.removed'), undo: () => void deeds.apply(undo), key: 'brand' });
    },
  };
}
