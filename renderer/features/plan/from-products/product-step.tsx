import { useTranslation } from 'react-i18next';
import { useProblem } from '../../../link/use-problem.ts';
import { CheckBox } from '../../../ui/check-box.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { productOrders } from './order-products.ts';
import { ProductList } from './product-list.tsx';
import { StepHead } from '../../../ui/step-head.tsx';
import { mostProducts, notPostedDays, type ProductChoice } from './use-product-choice.ts';

/** Step 1: which products, and in which order they go out. */
export function ProductStep({ choice }: { choice: ProductChoice }) {
  const { t } = useTranslation('series');
  const problem = useProblem();
  const { found, chosen, products } = choice;
  return (
    <section className="fp-column" aria-labelledby="fp-what">
      <StepHead id="fp-what" number={1} title={t('what.title')}>
        <span className="small muted num" role="status">
          {t('what.chosen', { count: chosen.length })}
        </span>
      </StepHead>
      <SearchField
        label={t('what.search')}
        placeholder={t('what.searchHint')}
        value={choice.text}
        onChange={choice.setText}
      />
      <Narrowings choice={choice} />
      {found.error ? <ProblemBlock problem={problem(found.error)} /> : null}
      {found.isPending ? <SkeletonRows count={8} /> : null}
      {found.data ? <AllBox choice={choice} /> : null}
      {found.data && products.length === 0 ? (
        <p className="fp-none muted">{t('what.none')}</p>
      ) : (
        <ProductList choice={choice} />
      )}
      <SelectField
        label={t('order.label')}
        value={choice.order}
        options={productOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
        onChange={choice.setOrder}
      />
    </section>
  );
}

function Narrowings({ choice }: { choice: ProductChoice }) {
  const { t } = useTranslation('series');
  const { narrowing, setNarrowing } = choice;
  return (
    <div className="fp-chips" role="group" aria-label={t('what.narrow')}>
      {(['inStock', 'onSale', 'notPosted'] as const).map((name) => (
        <Chip
          key={name}
          tone={narrowing[name] ? 'accent' : 'neutral'}
          pressed={narrowing[name]}
          onClick={() => setNarrowing({ ...narrowing, [name]: !narrowing[name] })}
        >
          {t(`what.${name}`, { count: notPostedDays })}
        </Chip>
      ))}
    </div>
  );
}

function AllBox({ choice }: { choice: ProductChoice }) {
  const { t } = useTranslation('series');
  const { chosen, ids, total, products } = choice;
  const most = Math.min(total, mostProducts);
  const shown = products.filter((product) => ids.has(product.id)).length;
  const isAll = most > 0 && (shown >= most || chosen.length >= mostProducts);
  if (total === 0) return null;
  return (
    <div className="fp-all">
      <CheckBox
        label={t(choice.isNarrowed ? 'what.allFound' : 'what.all', { count: most })}
        checked={isAll}
        indeterminate={!isAll && chosen.length > 0}
        onChange={() => (isAll ? choice.chooseNone() : void choice.chooseAll())}
      />
      {chosen.length > 0 && !isAll ? (
        <TextButton className="small" onClick={choice.chooseNone}>
          {t('what.nothing')}
        </TextButton>
      ) : null}
    </div>
  );
}
