import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../ui/check-box.tsx';
import { noSelection, selectRow } from '../../ui/select-rows.ts';
import { useEndlessRows } from '../../ui/use-endless-rows.ts';
import { useStable } from '../../ui/use-stable.ts';
import { focusNextRow } from './focus-next-row.ts';
import { ProductRow } from './product-row.tsx';
import type { Catalogue } from './use-catalogue.ts';
import { useRemoveProducts } from './use-remove-products.ts';

const rowHeightPx = 56;

/** Products in rows; only those in view are drawn, more are asked for near the end. */
export function ProductTable({
  catalogue,
  openId,
  onOpen,
}: {
  catalogue: Catalogue;
  openId: string | undefined;
  onOpen: (productId: string) => void;
}) {
  const { products, selection, setSelection, found } = catalogue;
  const { scroller, shown, totalPx } = useEndlessRows(
    products.length,
    { rowHeightPx, overscan: 8 },
    found,
  );
  const ids = products.map((product) => product.id);
  const body = useTableKeys(catalogue, ids);
  // A letter in the search draws no row that stays.
  const open = useStable(onOpen);
  const choose = useStable((id: string, shift: boolean) =>
    setSelection(selectRow(selection, ids, id, { shift, mod: true })),
  );
  const before = shown[0]?.start ?? 0;
  const after = totalPx - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className="cat-scroll">
      <table className="cat-table" aria-rowcount={catalogue.total + 1}>
        <ProductHead catalogue={catalogue} ids={ids} />
        <tbody ref={body}>
          <Gap heightPx={before} />
          {shown.map(({ index }) => {
            const product = products[index];
            if (!product) return null;
            return (
              <ProductRow
                key={product.id}
                product={product}
                index={index}
                isOpen={product.id === openId}
                isChosen={selection.ids.has(product.id)}
                onOpen={open}
                onChoose={choose}
              />
            );
          })}
          <Gap heightPx={after} />
        </tbody>
      </table>
    </div>
  );
}

function Gap({ heightPx }: { heightPx: number }) {
  return heightPx > 0 ? <tr aria-hidden="true" style={{ height: heightPx }} /> : null;
}

function ProductHead({ catalogue, ids }: { catalogue: Catalogue; ids: readonly string[] }) {
  const { t } = useTranslation('catalogue');
  const { selection, setSelection } = catalogue;
  const count = selection.ids.size;
  const isAll = count > 0 && count === ids.length;
  return (
    <thead>
      <tr>
        <th scope="col">
          <CheckBox
            bare
            label={t('table.chooseAll')}
            checked={isAll}
            indeterminate={count > 0 && !isAll}
            onChange={() =>
              setSelection(isAll ? noSelection : { ids: new Set(ids), anchor: undefined })
            }
          />
        </th>
        <th scope="col">
          <span className="hidden-text">{t('table.photo')}</span>
        </th>
        <th scope="col">{t('table.product')}</th>
        <th scope="col" className="cat-sku">
          {t('table.sku')}
        </th>
        <th scope="col" className="cat-right">
          {t('table.price')}
        </th>
        <th scope="col" className="cat-right">
          {t('table.stock')}
        </th>
        <th scope="col" className="cat-last">
          {t('table.lastPosted')}
        </th>
      </tr>
    </thead>
  );
}

/** For the rows: arrows move within a column, Space chooses, Delete takes out, Ctrl+A chooses all. */
function useTableKeys(catalogue: Catalogue, ids: readonly string[]) {
  const { selection, setSelection } = catalogue;
  const remove = useRemoveProducts(() => setSelection(noSelection));
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target;
    if (!(from instanceof HTMLElement)) return;
    if (from instanceof HTMLInputElement && from.type !== 'checkbox') return;
    const id = from.closest('tr')?.dataset['productId'];
    const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (focusNextRow(from, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    } else if (isAll) {
      event.preventDefault();
      setSelection({ ids: new Set(ids), anchor: undefined });
    } else if (event.key === 'Delete' && id) {
      remove(selection.ids.size > 0 ? [...selection.ids] : [id]);
    } else if (event.key === 'Escape' && selection.ids.size > 0) {
      setSelection(noSelection);
    }
  };
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;
  useEffect(() => {
    const element = body.current;
    const listen = (event: KeyboardEvent) => latest.current(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, []);
  return body;
}
