import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kit, OwnFont } from '../../../../shared/contract/brand.ts';
import { usualFonts } from '../../../../shared/scene/font-families.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { uploadFile, UploadRefused } from '../../../link/upload.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import { weightName } from './font-facts.ts';
import type { KitDeeds } from './use-kit-deeds.ts';

type Refused = {
  name: string;
  problem: { title: string; what: string; todo: string; code?: string | undefined };
};

/** Brings font files in one after the other; the last one can be taken for titles at once. */
export function useFontImport(kit: Kit, deeds: KitDeeds) {
  const { t } = useTranslation('brand');
  const { client } = useStudio();
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const problem = useProblem();
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<readonly Refused[]>([]);

  const bringOne = async (file: File): Promise<OwnFont | undefined> => {
    try {
      const { assetId } = await uploadFile(file);
      return await client.brand.importFont({ uploadId: assetId });
    } catch (error) {
      const why =
        error instanceof UploadRefused ? { ...error.problem, code: error.code } : problem(error);
      setWrong((all) => [...all, { name: file.name, problem: why }]);
      return undefined;
    }
  };
  const bring = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    setWrong([]);
    let last: OwnFont | undefined;
    for (const file of files) last = (await bringOne(file)) ?? last;
    await queries.invalidateQueries({ queryKey: api.brand.key() });
    setBusy(false);
    if (!last) return;
    const { family: title, name, weight, variable } = last;
    const weightWord = t(`ownFonts.weight.${weightName(weight)}`);
    const fonts = { ...(kit.fonts ?? usualFonts), title };
    toast({
      text: variable
        ? t('ownFonts.addedVariable', { name, weight: weightWord })
        : t('ownFonts.added', { name }),
      action: { label: t('ownFonts.use'), run: () => void deeds.apply({ fonts }) },
      key: 'brand',
    });
  };
  return { isBusy, wrong, take: (files: readonly File[]) => void bring(files) };
}
