import { useTranslation } from 'react-i18next';
import { useProblem } from '../../../link/use-problem.ts';
import { usePhotoShelf } from '../../../link/use-photo-shelf.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';

const pageSize = 40;

/** One picture of the library. */
export function LibraryDialog({
  opened,
  onClose,
  onPick,
}: {
  opened: boolean;
  onClose: () => void;
  onPick: (assetId: string) => void;
}) {
  const { t } = useTranslation('brand');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('library.title')} widthPx={640}>
      {opened ? <Shelf onPick={onPick} /> : null}
    </Dialog>
  );
}

function Shelf({ onPick }: { onPick: (assetId: string) => void }) {
  const { t } = useTranslation('brand');
  const problem = useProblem();
  const { text, setText, list, items } = usePhotoShelf(pageSize);
  return (
    <div className="brand-shelf">
      <SearchField label={t('library.search')} value={text} onChange={setText} />
      {list.isPending ? <SkeletonRows /> : null}
      {list.error ? <ProblemBlock problem={problem(list.error)} /> : null}
      <div className="brand-shelf-grid">
        {items.map((asset) => (
          <button
            key={asset.id}
            type="button"
            aria-label={asset.name}
            onClick={() => onPick(asset.id)}
          >
            <Thumbnail url={asset.thumbUrl} widthPx={88} />
          </button>
        ))}
      </div>
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('library.more')}
        </Button>
      ) : null}
      {list.data && items.length === 0 ? <EmptyState title={t('library.empty')} /> : null}
    </div>
  );
}
