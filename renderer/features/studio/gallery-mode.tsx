import './library/library.css';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem } from '../../link/use-problem.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { assetMenu } from './library/asset-menu.tsx';
import { BinNotice } from './library/bin-notice.tsx';
import { LargeAsset } from './library/large-asset.tsx';
import { LibraryBulk } from './library/library-bulk.tsx';
import { LibraryDetails } from './library/library-details.tsx';
import { LibraryEmpty } from './library/library-empty.tsx';
import { LibraryGrid } from './library/library-grid.tsx';
import { LibraryTools } from './library/library-tools.tsx';
import { TagsDialog } from './library/tags-dialog.tsx';
import { UsedDialog } from './library/used-dialog.tsx';
import { useLibrary } from './library/use-library.ts';
import { useLibraryDeeds } from './library/use-library-deeds.ts';

/** Below this there is room for the list alone until the details are asked for. */
const widthForDetailsPx = 1200;

/** Everything ever brought in or made: to find, mark, use, and clear out. */
export function GalleryMode({ onMake }: { onMake: () => void }) {
  const { t } = useTranslation(['library', 'studio-page']);
  const problem = useProblem();
  const library = useLibrary();
  const deeds = useLibraryDeeds();
  const search = useRef<HTMLInputElement>(null);
  const [hasDetails, setDetails] = useState(() => window.innerWidth >= widthForDetailsPx);
  const [openPlace, setOpenPlace] = useState<number>();
  const [menuAt, setMenuAt] = useState<{ x: number; y: number }>();
  const [isTagging, setTagging] = useState(false);
  useShortcut('/', () => search.current?.focus());
  useShortcut('i', () => setDetails(!hasDetails));
  const { outline, picked, total } = library;
  const single = picked.ids.size === 1 ? [...picked.ids][0] : undefined;
  const gridDeeds = { open: setOpenPlace, menu: setMenuAt, ...deeds, remove: deeds.bin };
  return (
    <section
      className={hasDetails ? 'lib lib-with-details' : 'lib'}
      aria-label={t('studio-page:title.gallery')}
    >
      <LibraryTools
        library={library}
        searchRef={search}
        hasDetails={hasDetails}
        onDetails={() => setDetails(!hasDetails)}
        onTags={() => setTagging(true)}
      />
      <BinNotice library={library} deeds={deeds} />
      {outline.error ? <ProblemBlock problem={problem(outline.error)} /> : null}
      {outline.isPending ? <SkeletonRows count={8} /> : null}
      {outline.data && total === 0 ? <LibraryEmpty library={library} onMake={onMake} /> : null}
      {total > 0 ? <LibraryGrid library={library} deeds={gridDeeds} /> : null}
      {hasDetails ? (
        <LibraryDetails
          assetId={single}
          deeds={deeds}
          onOpen={() => setOpenPlace(library.active)}
          onProduct={(productId) => library.change({ productId })}
        />
      ) : null}
      <LibraryBulk library={library} deeds={deeds} />
      {openPlace === undefined ? null : (
        <LargeAsset library={library} place={openPlace} onPlace={setOpenPlace} />
      )}
      <ContextMenu
        at={menuAt}
        label={t('menu')}
        items={assetMenu({ t, library, deeds, onOpen: setOpenPlace })}
        onClose={() => setMenuAt(undefined)}
      />
      {isTagging ? <TagsDialog deeds={deeds} onClose={() => setTagging(false)} /> : null}
      <UsedDialog deeds={deeds} />
    </section>
  );
}
