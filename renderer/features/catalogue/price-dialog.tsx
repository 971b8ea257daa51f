import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { useStudio } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { priceChanges, priceUndo, type PriceChange } from './bulk-price.ts';

type Kind = 'reduce' | 'end-sale';

/** Puts the chosen products on sale together, or ends their sale. */
export function PriceDialog({
  products,
  onClose,
}: {
  products: readonly Product[];
  onClose: () => void;
}) {
  const { t } = useTranslation('catalogue');
  const [kind, setKind] = useState<Kind>('reduce');
  const [text, setText] = useState('20');
  const { isBusy, apply } = useApplyPrices(products);
  const percent = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  const changes = priceChanges(products, kind === 'reduce' ? { kind, percent } : { kind });
  const isWrong = kind === 'reduce' && percent === 0;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bulkPrice.title', { count: products.length })}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('bulkPrice.leave')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            busy={isBusy}
            disabled={changes.length === 0}
            onClick={() => void apply(changes).then(onClose)}
          >
            {t('bulkPrice.apply', { count: changes.length })}
          </Button>
        </>
      }
    >
      <Segments
        label={t('bulkPrice.what')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'reduce', label: t('bulkPrice.reduce') },
          { value: 'end-sale', label: t('bulkPrice.endSale') },
        ]}
      />
      {kind === 'reduce' ? (
        <TextField
          label={t('bulkPrice.by')}
          value={text}
          onChange={setText}
          unit="%"
          inputMode="numeric"
          error={isWrong ? t('bulkPrice.wrong') : undefined}
        />
      ) : null}
    </Dialog>
  );
}

function useApplyPrices(products: readonly Product[]) {
  const { t } = useTranslation('catalogue');
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  const [isBusy, setBusy] = useState(false);
  const save = async (changes: readonly PriceChange[]) => {
    for (const change of changes) await client.catalogue.save(change);
  };
  const tell = (error: unknown) => {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}` });
  };
  const apply = async (changes: readonly PriceChange[]) => {
    setBusy(true);
    try {
      await save(changes);
      const back = priceUndo(products, changes);
      toast({
        text: t('bulkPrice.done', { count: changes.length }),
        undo: () => void save(back).catch(tell),
      });
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, apply };
}
