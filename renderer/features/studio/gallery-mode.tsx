import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../shared/contract/media.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { GalleryItem } from './gallery-item.tsx';
import { LargeCreation } from './large-creation.tsx';
import { useCreations, type Creations } from './use-creations.ts';

const leastTilePx = 160;
const tileHeightPx = 236;
const gapPx = 16;

/** Everything that was made here, to look at again and to use in a post. */
export function GalleryMode({ onMake }: { onMake: () => void }) {
  const { t } = useTranslation('studio-page');
  const problem = useProblem();
  const creations = useCreations();
  const { found, items, kind, setKind } = creations;
  const [openId, setOpenId] = useState<string>();
  const opened = items.findIndex((item) => item.id === openId);
  const asset = items[opened];
  const kinds = (['all', 'picture', 'video'] as const).map((value) => ({
    value,
    label: t(`gallery.${value}`),
  }));
  return (
    <section className="studio-gallery" aria-label={t('title.gallery')}>
      <Segments label={t('gallery.kind')} value={kind} options={kinds} onChange={setKind} />
      {found.error ? <ProblemBlock problem={problem(found.error)} /> : null}
      {found.isPending ? <SkeletonRows count={6} /> : null}
      {found.data && items.length === 0 ? (
        <EmptyState
          title={t('gallery.emptyTitle')}
          text={t('gallery.emptyText')}
          action={
            <Button kind="primary" size="lg" onClick={onMake}>
              {t('gallery.begin')}
            </Button>
          }
        />
      ) : null}
      {items.length > 0 ? (
        <GalleryGrid creations={creations} onOpen={(one) => setOpenId(one.id)} />
      ) : null}
      {asset ? (
        <LargeCreation
          asset={asset}
          onClose={() => setOpenId(undefined)}
          onStep={(by) => setOpenId(items[opened + by]?.id ?? openId)}
        />
      ) : null}
    </section>
  );
}

/** Rows of tiles, of which only those in view are drawn. */
function GalleryGrid({
  creations,
  onOpen,
}: {
  creations: Creations;
  onOpen: (asset: Asset) => void;
}) {
  const { items, found } = creations;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize<HTMLUListElement>();
  const columns = Math.max(1, Math.floor((width + gapPx) / (leastTilePx + gapPx)));
  const tilePx = Math.floor((width + gapPx) / columns) - gapPx;
  const rows = useVirtualizer({
    count: width > 0 ? Math.ceil(items.length / columns) : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => tileHeightPx + gapPx,
    overscan: 2,
  });
  const shown = rows.getVirtualItems();
  const last = ((shown.at(-1)?.index ?? 0) + 1) * columns;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  useEffect(() => {
    if (last >= items.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div ref={scroller} className="studio-scroll">
      <ul ref={ref} style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {shown.flatMap(({ index, start }) =>
          items
            .slice(index * columns, (index + 1) * columns)
            .map((asset, column) => (
              <GalleryItem
                key={asset.id}
                asset={asset}
                leftPx={column * (tilePx + gapPx)}
                widthPx={tilePx}
                topPx={start}
                onOpen={() => onOpen(asset)}
              />
            )),
        )}
      </ul>
    </div>
  );
}
