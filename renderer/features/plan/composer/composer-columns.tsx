import { useState } from 'react';
import type { Account } from '../../../../shared/contract/accounts.ts';
import { instantToWall } from '../../../../shared/rules/zoned-time.ts';
import { useDraftOf } from './draft-of.ts';
import { CropDialog } from './fixes/crop-dialog.tsx';
import { useFixes } from './fixes/use-fixes.ts';
import { MediaColumn } from './media-column.tsx';
import { PreviewColumn } from './preview/preview-column.tsx';
import { readInstant } from './read-when.ts';
import { useAssetIds, useAssets } from './use-assets.ts';
import type { PostDraft } from './use-post-draft.ts';
import { usePostZone } from './use-post-zone.ts';
import { WordsColumn } from './words-column.tsx';

const mediaFields = ['media', 'kind'] as const;

/** Media left, words in the middle, the phone right; all three look at the same medium. */
export function ComposerColumns({
  draft,
  accounts,
  readOnly,
  wall,
  onWall,
}: {
  draft: PostDraft;
  accounts: readonly Account[];
  readOnly: boolean;
  wall: string | undefined;
  onWall: (wall: string) => void;
}) {
  const { media, accountIds } = draft.content;
  const mediaDraft = useDraftOf(draft, mediaFields);
  const { zone } = usePostZone(accountIds);
  const [mediaIndex, setMediaIndex] = useState(0);
  const assets = useAssets(useAssetIds(media));
  const fixes = useFixes(draft, assets, (at) =>
    onWall(instantToWall(Date.parse(at), zone).slice(0, 16)),
  );
  const cropped = assets.get(media[fixes.cropping?.mediaIndex ?? -1]?.assetId ?? '');
  const index = Math.min(mediaIndex, Math.max(0, media.length - 1));
  const shared = { draft, accounts, readOnly, assets, index, onIndex: setMediaIndex };
  return (
    <>
      <div className="composer">
        <MediaColumn {...shared} draft={mediaDraft} onCrop={fixes.crop} />
        <WordsColumn
          {...shared}
          fixes={fixes}
          at={readInstant(wall, zone)}
          onMedia={setMediaIndex}
        />
        <PreviewColumn
          {...{ draft, accounts, assets, index }}
          onIndex={setMediaIndex}
          wall={wall}
        />
      </div>
      <CropDialog
        cropping={fixes.cropping && cropped && { ...fixes.cropping, asset: cropped }}
        onCut={fixes.cut}
        onClose={fixes.endCrop}
      />
    </>
  );
}
