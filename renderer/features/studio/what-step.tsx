import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem } from '../../link/use-problem.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { StepHead } from '../../ui/step-head.tsx';
import { useEndlessRows } from '../../ui/use-endless-rows.ts';
import { mostProducts, type What } from './use-what.ts';
import { WhatRow } from './what-row.tsx';

const rowHeightPx = 64;

/** Step 1: which products; found by words, chosen one by one, in a range, or all. */
export function WhatStep({ what }: { what: What }) {
  const { t } = useTranslation('studio-page');
  const problem = useProblem();
  const count = what.chosen.length;
  const { found } = what;
  return (
    <section className="studio-what" aria-labelledby="studio-what">
      <StepHead id="studio-what" number={1} title={t('what.title')}>
        <span className="small muted num" role="status">
          {t('what.chosen', { count })}
        </span>
      </StepHead>
      <SearchField
        label={t('what.search')}
        placeholder={t('what.searchHint')}
        value={what.text}
        onChange={what.setText}
      />
      {found.error ? <ProblemBlock problem={problem(found.error)} /> : null}
      {found.isPending ? <SkeletonRows count={8} /> : null}
      {found.data ? <AllBox what={what} /> : null}
      {found.data && what.products.length === 0 ? (
        <p className="studio-none">
          {t('what.none')}{' '}
          <TextButton onClick={() => what.setText('')}>{t('what.showAll')}</TextButton>
        </p>
      ) : null}
      {what.products.length > 0 ? <WhatList what={what} /> : null}
    </section>
  );
}

function AllBox({ what }: { what: What }) {
  const { t } = useTranslation('studio-page');
  const { chosen, ids, total } = what;
  const shown = what.products.filter((product) => ids.has(product.id)).length;
  const most = Math.min(total, mostProducts);
  const isAll = most > 0 && (shown >= most || chosen.length >= mostProducts);
  if (total === 0) return null;
  return (
    <div className="studio-all">
      <CheckBox
        label={t(what.isSearch ? 'what.allFound' : 'what.all', { count: most })}
        checked={isAll}
        indeterminate={!isAll && chosen.length > 0}
        onChange={() => (isAll ? what.chooseNone() : void what.chooseAll())}
      />
      {chosen.length > 0 && !isAll ? (
        <TextButton className="small" onClick={what.chooseNone}>
          {t('what.nothing')}
        </TextButton>
      ) : null}
    </div>
  );
}

function WhatList({ what }: { what: What }) {
  const { t } = useTranslation('studio-page');
  const { products, ids, found } = what;
  const { scroller, shown, totalPx } = useEndlessRows(
    products.length,
    { rowHeightPx, overscan: 6 },
    found,
  );
  return (
    <div ref={scroller} className="studio-scroll">
      <ul
        aria-label={t('what.list')}
        style={{ height: totalPx, position: 'relative' }}
        onKeyDown={(event) => moveInList(event, what)}
      >
        {shown.map(({ index, start }) => {
          const product = products[index];
          if (!product) return null;
          return (
            <WhatRow
              key={product.id}
              product={product}
              topPx={start}
              isChosen={ids.has(product.id)}
              onChoose={(shift) => what.choose(product.id, shift)}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** Arrows move, Space chooses (the box itself), Ctrl+A chooses all, Escape none. */
function moveInList(event: KeyboardEvent<HTMLUListElement>, what: What): void {
  const row = (event.target as HTMLElement).closest('li');
  const to = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    to?.querySelector('input')?.focus();
  } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    void what.chooseAll();
  } else if (event.key === 'Escape' && what.chosen.length > 0) {
    event.preventDefault();
    what.chooseNone();
  }
}
