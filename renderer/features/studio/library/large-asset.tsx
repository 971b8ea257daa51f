import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LibraryItem } from '../../../../shared/contract/library.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { LargeView } from '../large-view.tsx';
import { AltField } from './alt-field.tsx';
import { largeKey } from './large-keys.ts';
import { LargeFoot } from './large-foot.tsx';
import { LargePicture } from './large-picture.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { editorOf, useEditAsset } from './use-edit-asset.ts';
import type { Library } from './use-library.ts';
import type { LibraryDeeds } from './use-library-deeds.ts';

/** The picture or film at a place of the list in large; arrows lead to its neighbours, and everything
 *  that the list's keys do can be done here too. */
export function LargeAsset({
  library,
  deeds,
  place,
  onPlace,
}: {
  library: Library;
  deeds: LibraryDeeds;
  place: number;
  onPlace: (place: number | undefined) => void;
}) {
  const api = useApi();
  const found = useQuery({
    ...api.library.page.queryOptions({ input: { query: library.query, from: place, limit: 1 } }),
    placeholderData: keepPreviousData,
  });
  const { total, setActive } = library;
  const last = total - 1;
  const goTo = (to: number) => {
    const kept = Math.max(0, Math.min(last, to));
    setActive(kept);
    onPlace(kept);
  };
  // What was shown has left the list: the next one stands in its place, or the one before.
  useEffect(() => {
    if (total === 0) onPlace(undefined);
    else if (place > total - 1) onPlace(total - 1);
  }, [place, total, onPlace]);
  const asset = found.data?.items[0];
  if (!asset) return null;
  return (
    <OneLarge
      {...{ asset, deeds }}
      onClose={() => onPlace(undefined)}
      onStep={(by) => goTo(place + by)}
    />
  );
}

function OneLarge({
  asset,
  deeds,
  onClose,
  onStep,
}: {
  asset: LibraryItem;
  deeds: LibraryDeeds;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
}) {
  const [isTagging, setTagging] = useState(false);
  const [zoomedId, setZoomedId] = useState<string>();
  const editing = useEditAsset();
  const chosen = { assetIds: [asset.id] };
  const isZoomed = zoomedId === asset.id;
  const isBinned = asset.binnedAt !== undefined;
  const zoom = () => setZoomedId(isZoomed ? undefined : asset.id);
  const onKey = (event: KeyboardEvent): boolean => {
    const deed = largeKey(event);
    if (deed?.do === 'zoom' && asset.kind !== 'photo') return false;
    if (deed === undefined || (isBinned && deed.do !== 'zoom')) return false;
    if (deed.do === 'rate') deeds.rate(chosen, deed.rating);
    else if (deed.do === 'favour') deeds.favour(chosen, !asset.favourite);
    else if (deed.do === 'tag') setTagging(true);
    else if (deed.do === 'edit' && editorOf(asset)) editing.edit(asset);
    else if (deed.do === 'bin') deeds.bin(chosen);
    else if (deed.do === 'zoom') zoom();
    return true;
  };
  // One window at a time: Escape is heard by every one that is open.
  if (isTagging)
    return (
      <TagDialog
        count={1}
        onTag={(names) => deeds.tag(chosen, names)}
        onClose={() => setTagging(false)}
      />
    );
  return (
    <LargeView
      title={<span className="cut lib-large-name">{asset.name}</span>}
      onClose={onClose}
      onStep={onStep}
      onKey={onKey}
      below={isBinned ? null : <AltField asset={asset} />}
      footer={<LargeFoot {...{ asset, deeds, editing }} onTag={() => setTagging(true)} />}
    >
      <LargePicture asset={asset} isZoomed={isZoomed} onZoom={zoom} />
    </LargeView>
  );
}
