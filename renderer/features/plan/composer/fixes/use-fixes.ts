import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../shared/contract/media.ts';
import type { PostContent } from '../../../../../shared/contract/posts.ts';
import type { MediaChange, Part } from '../../../../../shared/contract/renditions.ts';
import { applyFix, isWordFix } from '../../../../../shared/rules/apply-fix.ts';
import type { CheckFix, MediaFix } from '../../../../../shared/rules/check-fix.ts';
import { useStudio } from '../../../../link/link-provider.tsx';
import { useProblem } from '../../../../link/use-problem.ts';
import { useToast } from '../../../../ui/toast.tsx';
import type { PostMedium } from '../post-medium.ts';
import type { PostDraft } from '../use-post-draft.ts';
import { tagsInPart, tagsOnPaper } from './crop-geometry.ts';

/** A film that is being made for the post. */
export type RunningFix = { jobId: string; assetId: string };
export type Fixes = {
  run: (fix: CheckFix) => void;
  busy: boolean;
  running: RunningFix | undefined;
  /** The picture whose cut a person is choosing. */
  cropping: { mediaIndex: number; ratio: number | undefined } | undefined;
  crop: (mediaIndex: number, ratio?: number) => void;
  endCrop: () => void;
  cut: (mediaIndex: number, crop: Part, from: { asset: Asset; part?: Part | undefined }) => void;
  takeFilm: (assetId: string | undefined) => void;
};

export const paperColour = '#ffffff';

/** What one press mends. Words change at once; pictures and films become assets of their own in place of
 *  those of the post, and every step can be taken back. */
export function useFixes(
  draft: PostDraft,
  assets: ReadonlyMap<string, Asset>,
  onTime: (at: string) => void,
): Fixes {
  const { t } = useTranslation('composer');
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  const [cropping, setCropping] = useState<Fixes['cropping']>();
  const [running, setRunning] = useState<RunningFix>();
  const { content, change } = draft;

  const changeWithUndo = useCallback(
    (patch: Partial<PostContent>, done: string) => {
      const keys = Object.keys(patch) as (keyof PostContent)[];
      const before = Object.fromEntries(keys.map((key) => [key, content[key]]));
      change(patch);
      toast({ text: done, undo: () => change(before) });
    },
    [change, content, toast],
  );

  /** The same place, words and tags with other pixels. */
  const replace = (assetId: string, next: string, tags?: PostMedium['tags']) =>
    changeWithUndo(
      {
        media: content.media.map((medium) =>
          medium.assetId === assetId
            ? { ...medium, assetId: next, ...(tags && medium.tags && { tags }) }
            : medium,
        ),
      },
      t('fix.done'),
    );

  const make = useMutation({
    networkMode: 'always',
    mutationFn: async (wish: { assetId: string; change: MediaChange; fix: CheckFix['kind'] }) => {
      const made = await client.renditions.make({ assetId: wish.assetId, change: wish.change });
      if (made.jobId) return setRunning({ jobId: made.jobId, assetId: wish.assetId });
      if (!made.assetId) return;
      const tags = content.media.find((one) => one.assetId === wish.assetId)?.tags;
      const asset = assets.get(wish.assetId);
      const moved =
        wish.fix === 'frame' && tags && asset
          ? tagsOnPaper(
              tags,
              sizeOf(asset),
              sizeOf(await client.media.get({ assetId: made.assetId })),
            )
          : undefined;
      replace(wish.assetId, made.assetId, moved);
    },
    onError: (error) => {
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}` });
    },
  });

  function mendMedia(fix: MediaFix): void {
    const medium = content.media[fix.mediaIndex];
    if (!medium) return;
    const change = changeOf(fix);
    if (change) make.mutate({ assetId: medium.assetId, change, fix: fix.kind });
    else setCropping({ mediaIndex: fix.mediaIndex, ratio: 'ratio' in fix ? fix.ratio : undefined });
  }

  return {
    run(fix) {
      if (isWordFix(fix)) changeWithUndo(applyFix(content, fix), t('fix.done'));
      else if (fix.kind === 'move-time') onTime(fix.at);
      else mendMedia(fix);
    },
    busy: make.isPending || running !== undefined,
    running,
    cropping,
    crop: (mediaIndex, ratio) => setCropping({ mediaIndex, ratio }),
    endCrop: () => setCropping(undefined),
    cut(mediaIndex, crop, { asset, part }) {
      const medium = content.media[mediaIndex];
      setCropping(undefined);
      if (!medium) return;
      const tags = medium.tags && tagsInPart(medium.tags, part, crop);
      void client.renditions
        .make({ assetId: asset.id, change: { kind: 'photo', crop } })
        .then(({ assetId }) => assetId && replace(medium.assetId, assetId, tags))
        .catch((error: unknown) => {
          const { title, what, todo } = problem(error);
          toast({ title, text: `${what} ${todo}` });
        });
    },
    takeFilm(assetId) {
      if (running && assetId) replace(running.assetId, assetId);
      setRunning(undefined);
    },
  };
}

const sizeOf = ({ widthPx = 1, heightPx = 1 }: Asset) => ({ widthPx, heightPx });

/** What is asked of the studio; a cut is chosen by a person first. */
function changeOf(fix: MediaFix): MediaChange | undefined {
  switch (fix.kind) {
    case 'crop':
      return undefined;
    case 'frame':
      return { kind: 'photo', frame: { ratio: fix.ratio, colour: paperColour } };
    case 'convert-photo':
      return { kind: 'photo' };
    case 'trim-video':
      return { kind: 'video', startMs: 0, lengthMs: fix.longestMs };
    case 'convert-video':
      return {
        kind: 'video',
        ...(fix.ratio !== undefined && { shape: { ratio: fix.ratio, fit: 'frame' } }),
        ...(fix.widestPx !== undefined && { widestPx: fix.widestPx }),
        ...(fix.largestBytes !== undefined && { largestBytes: fix.largestBytes }),
      };
  }
}
