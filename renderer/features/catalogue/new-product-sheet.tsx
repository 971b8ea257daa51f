import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import {
  emptyDraft,
  fieldOfProblem,
  readDraft,
  type DraftField,
  type ProductDraft,
} from './product-draft.ts';
import { ProductFields } from './product-fields.tsx';
import { sheetWidthPx } from './product-sheet.tsx';
import { useMoney } from './use-money.ts';
import type { FieldErrors } from './use-product-form.ts';

const needed: readonly DraftField[] = ['title', 'price', 'sku'];

/** A product of which nothing is stored yet: name, price and code make it one. */
export function NewProductSheet({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (productId: string) => void;
}) {
  const { t } = useTranslation('catalogue');
  const money = useMoney();
  const [draft, setDraft] = useState<ProductDraft>({ ...emptyDraft, stock: '1' });
  const [isTried, setTried] = useState(false);
  const create = useCreate(onCreated);
  const touched = (Object.keys(draft) as DraftField[]).filter(
    (field) => needed.includes(field) || draft[field].trim() !== '',
  );
  const { change, problems } = readDraft(draft, touched, money);
  const errors: FieldErrors = { ...create.errors };
  for (const [field, code] of Object.entries(problems) as [DraftField, string][])
    if (isTried || draft[field].trim() !== '') errors[field] = t(`form.problem.${code}`);
  const submit = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) create.run(change);
  };
  return (
    <Sheet
      title={t('new.title')}
      widthPx={sheetWidthPx}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button kind="primary" size="lg" busy={create.isBusy} onClick={submit}>
            {t('new.add')}
          </Button>
        </>
      }
    >
      <p className="muted small cat-hint">{t('new.hint')}</p>
      <ProductFields
        shown={draft}
        errors={errors}
        symbol={money.symbol}
        onChange={(field, value) => {
          create.forget();
          setDraft((all) => ({ ...all, [field]: value }));
        }}
      />
    </Sheet>
  );
}

function useCreate(onCreated: (productId: string) => void) {
  const api = useApi();
  const problem = useProblem();
  const [errors, setErrors] = useState<FieldErrors>({});
  const save = useChange(
    api.catalogue.save.mutationOptions({
      onSuccess: (product) => onCreated(product.id),
      onError: (error) => {
        const { code, what, todo } = problem(error);
        setErrors({ [fieldOfProblem(code) ?? 'title']: `${what} ${todo}` });
      },
    }),
  );
  return {
    errors,
    isBusy: save.isPending,
    forget: () => setErrors({}),
    run: (change: ReturnType<typeof readDraft>['change']) => save.mutate(change),
  };
}
