import './catalogue.css';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { CatalogueBulk } from './catalogue-bulk.tsx';
import { CatalogueEmpty } from './catalogue-empty.tsx';
import { CatalogueTools } from './catalogue-tools.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { NewProductSheet } from './new-product-sheet.tsx';
import { ProductGrid } from './product-grid.tsx';
import { ProductSheet } from './product-sheet.tsx';
import { ProductTable } from './product-table.tsx';
import { useCatalogue, useProductAddress, type Catalogue } from './use-catalogue.ts';

type Over = 'none' | 'new' | 'import';

/** The products of the shop: to look through, change in place, bring in, and make something of. */
export function CataloguePage() {
  const catalogue = useCatalogue();
  const address = useProductAddress();
  const [over, setOver] = useState<Over>('none');
  const openNew = () => {
    address.close();
    setOver('new');
  };
  useShortcut('n', openNew, over === 'none');
  const hasSheet = address.productId !== undefined || over === 'new';
  const look = [
    'cat',
    hasSheet ? 'cat-narrow' : '',
    catalogue.selection.ids.size > 0 ? 'cat-chosen' : '',
  ];
  return (
    <div className={look.filter(Boolean).join(' ')}>
      <div className="cat-under">
        <Head catalogue={catalogue} onNew={openNew} onImport={() => setOver('import')} />
        <CatalogueTools catalogue={catalogue} />
        <Products catalogue={catalogue} onNew={openNew} onImport={() => setOver('import')} />
        <CatalogueBulk catalogue={catalogue} />
      </div>
      {over === 'new' ? (
        <NewProductSheet
          onClose={() => setOver('none')}
          onCreated={(id) => {
            setOver('none');
            address.open(id);
          }}
        />
      ) : null}
      {over !== 'new' && address.productId ? (
        <ProductSheet
          key={address.productId}
          productId={address.productId}
          onClose={address.close}
        />
      ) : null}
      {over === 'import' ? <ImportDialog onClose={() => setOver('none')} /> : null}
    </div>
  );
}

type Ways = { catalogue: Catalogue; onNew: () => void; onImport: () => void };

function Head({ catalogue, onNew, onImport }: Ways) {
  const { t } = useTranslation('catalogue');
  return (
    <PageHead
      title={t('title')}
      beside={
        <span className="cat-total muted num" role="status">
          {catalogue.found.data ? t('count', { count: catalogue.total }) : ''}
        </span>
      }
    >
      <Button icon={<IconDownload aria-hidden />} onClick={onImport}>
        {t('import.open')}
      </Button>
      <Button icon={<IconPlus aria-hidden />} onClick={onNew}>
        {t('new.open')}
      </Button>
    </PageHead>
  );
}

function Products({ catalogue, onNew, onImport }: Ways) {
  const problem = useProblem();
  const address = useProductAddress();
  const { found, products, view } = catalogue;
  if (found.error) return <ProblemBlock problem={problem(found.error)} />;
  if (!found.data) return <SkeletonRows count={10} />;
  if (products.length === 0)
    return <CatalogueEmpty catalogue={catalogue} onNew={onNew} onImport={onImport} />;
  const props = { catalogue, openId: address.productId, onOpen: address.open };
  return view === 'table' ? <ProductTable {...props} /> : <ProductGrid {...props} />;
}
