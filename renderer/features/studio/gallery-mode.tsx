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
import { DropDock } from './library/drop-dock.tsx';
import { LargeAsset } from './library/large-asset.tsx';
import { LibraryBulk } from './library/library-bulk.tsx';
import { LibraryDetails } from './library/library-details.tsx';
import { LibraryEmpty } from './library/library-empty.tsx';
import { LibraryGrid } from './library/library-grid.tsx';
import { LibraryTools } from './library/library-tools.tsx';
import { TagDialog } from './library/tag-dialog.tsx';
import { TagsDialog } from './library/tags-dialog.tsx';
import { UsedDialog } from './library/used-dialog.tsx';
import { useEditAsset } from './library/use-edit-asset.ts';
import { useLibrary, type Library } from './library/use-library.ts';
import { useLibraryDeeds, type LibraryDeeds } from './library/use-library-deeds.ts';

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
  const [tagging, setTagging] = useState<'give' | 'manage'>();
  useShortcut('/', () => search.current?.focus());
  useShortcut('i', () => setDetails(!hasDetails));
  const { outline, picked, total } = library;
  const [dragged, setDragged] = useState<readonly string[]>([]);
  const gridDeeds = {
    ...deeds,
    ...{ open: setOpenPlace, menu: setMenuAt, drag: setDragged, remove: deeds.bin },
    edit: useEditAsset().edit,
    tag: () => setTagging('give'),
  };
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
        onTags={() => setTagging('manage')}
      />
      <BinNotice library={library} deeds={deeds} />
      {outline.error ? <ProblemBlock problem={problem(outline.error)} /> : null}
      {outline.isPending ? <SkeletonRows count={8} /> : null}
      {outline.data && total === 0 ? <LibraryEmpty library={library} onMake={onMake} /> : null}
      {total > 0 ? <LibraryGrid library={library} deeds={gridDeeds} /> : null}
      {hasDetails ? (
        <LibraryDetails
          {...{ assetId: onlyOne(picked.ids), deeds }}
          onOpen={() => setOpenPlace(library.active)}
          onProduct={(productId) => library.change({ productId })}
        />
      ) : null}
      <LibraryBulk library={library} deeds={deeds} />
      {openPlace === undefined ? null : (
        <LargeAsset library={library} deeds={deeds} place={openPlace} onPlace={setOpenPlace} />
      )}
      <DropDock count={dragged.length} deeds={dockDeeds(deeds)} />
      <ContextMenu
        at={menuAt}
        label={t('menu')}
        items={assetMenu({ t, library, deeds, onOpen: setOpenPlace, onTag: gridDeeds.tag })}
        onClose={() => setMenuAt(undefined)}
      />
      <TagDialogs {...{ library, deeds, open: tagging, onClose: () => setTagging(undefined) }} />
      <UsedDialog deeds={deeds} />
    </section>
  );
}

/** All tags to put in order, or tags for what is picked, as the key T asks for them. */
function TagDialogs({
  library,
  deeds,
  open,
  onClose,
}: {
  library: Library;
  deeds: LibraryDeeds;
  open: 'give' | 'manage' | undefined;
  onClose: () => void;
}) {
  const chosen = library.chosen();
  if (open === 'manage') return <TagsDialog deeds={deeds} onClose={onClose} />;
  if (open !== 'give' || !chosen) return null;
  return (
    <TagDialog
      count={library.picked.ids.size}
      onTag={(names) => deeds.tag(chosen, names)}
      onClose={onClose}
    />
  );
}

function dockDeeds(deeds: LibraryDeeds) {
  return {
    post: (ids: string[]) => deeds.toPost(ids),
    favour: (assetIds: string[]) => deeds.favour({ assetIds }, true),
    bin: (assetIds: string[]) => deeds.bin({ assetIds }),
  };
}

function onlyOne(ids: ReadonlySet<string>): string | undefined {
  return ids.size === 1 ? [...ids][0] : undefined;
}
