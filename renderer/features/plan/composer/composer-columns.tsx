import { useState } from 'react';
import type { Account } from '../../../../shared/contract/accounts.ts';
import { instantToWall } from '../../../../shared/rules/zoned-time.ts';
import { CropDialog } from './fixes/crop-dialog.tsx';
import { useFixes } from './fixes/use-fixes.ts';
import { MediaColumn } from './media-column.tsx';
import { PreviewColumn } from './preview/preview-column.tsx';
import { readInstant } from './read-when.ts';
import { useAssets } from './use-assets.ts';
import type { PostDraft } from './use-post-draft.ts';
import { usePostZone } from './use-post-zone.ts';
import { WordsColumn } from './words-column.tsx';

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
  const { zone } = usePostZone(accountIds);
  const [mediaIndex, setMediaIndex] = useState(0);
  const assets = useAssets(media.map((one) => one.assetId));
  const fixes = useFixes(draft, assets, (at) =>
    onWall(instantToWall(Date.parse(at), zone).slice(0, 16)),
  );
  const cropped = assets.get(media[fixes.cropping?.mediaIndex ?? -1]?.assetId ?? '');
  const index = Math.min(mediaIndex, Math.max(0, media.length - 1));
  const shared = { draft, accounts, readOnly, assets, index, onIndex: setMediaIndex };
  return (
    <>
      <div className="composer">
        <MediaColumn {...shared} onCrop={fixes.crop} />
        <WordsColumn
          {...shared}
          fixes={fixes}
          at={readInstant(wall, zone)}
          onMedia={setMediaIndex}
        />
        <PreviewColumn {...shared} wall={wall} />
      </div>
      <CropDialog
        cropping={fixes.cropping && cropped && { ...fixes.cropping, asset: cropped }}
        onCut={fixes.cut}
        onClose={fixes.endCrop}
      />
    </>
  );
}
