import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../shared/contract/media.ts';
import type { PostContent } from '../../../../../shared/contract/posts.ts';
import type { MediaChange, Part } from '../../../../../shared/contract/renditions.ts';
import { applyFix, isWordFix } from '../../../../../shared/rules/apply-fix.ts';
import type { CheckFix, MediaFix } from '../../../../../shared/rules/check-fix.ts';
import { useStudio } from '../../../../link/link-provider.tsx';
import { useProblem } from '../../../../link/use-problem.ts';
import { useToast } from '../../../../ui/toast.tsx';
import { useStable } from '../../../../ui/use-stable.ts';
import type { Tag } from '../post-medium.ts';
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

type MoveTags = (tags: Tag[]) => Tag[];
const asTheyAre: MoveTags = (tags) => tags;

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

  const changeWithUndo = useStable((patch: Partial<PostContent>, done: string) => {
    const keys = Object.keys(patch) as (keyof PostContent)[];
    const before = Object.fromEntries(keys.map((key) => [key, content[key]]));
    change(patch);
    toast({ text: done, undo: () => change(before) });
  });

  /** The same place, words and tags with other pixels; what was written while they were made stays. */
  const replace = useStable((assetId: string, next: string, moveTags: MoveTags = asTheyAre) =>
    changeWithUndo(
      {
        media: content.media.map((medium) =>
          medium.assetId === assetId
            ? { ...medium, assetId: next, ...(medium.tags && { tags: moveTags(medium.tags) }) }
            : medium,
        ),
      },
      t('fix.done'),
    ),
  );

  const make = useMutation({
    networkMode: 'always',
    mutationFn: async (wish: { assetId: string; change: MediaChange; fix: CheckFix['kind'] }) => {
      const made = await client.renditions.make({ assetId: wish.assetId, change: wish.change });
      if (made.jobId) return setRunning({ jobId: made.jobId, assetId: wish.assetId });
      if (!made.assetId) return;
      const asset = assets.get(wish.assetId);
      if (wish.fix !== 'frame' || !asset) return replace(wish.assetId, made.assetId);
      const paper = sizeOf(await client.media.get({ assetId: made.assetId }));
      replace(wish.assetId, made.assetId, (tags) => tagsOnPaper(tags, sizeOf(asset), paper));
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

  const run = useStable<[CheckFix], void>((fix) => {
    if (isWordFix(fix)) changeWithUndo(applyFix(content, fix), t('fix.done'));
    else if (fix.kind === 'move-time') onTime(fix.at);
    else mendMedia(fix);
  });
  const cut = useStable<Parameters<Fixes['cut']>, void>(
    (mediaIndex, part, { asset, part: from }) => {
      const medium = content.media[mediaIndex];
      setCropping(undefined);
      if (!medium) return;
      void client.renditions
        .make({ assetId: asset.id, change: { kind: 'photo', crop: part } })
        .then(
          ({ assetId }) =>
            assetId && replace(medium.assetId, assetId, (tags) => tagsInPart(tags, from, part)),
        )
        .catch((error: unknown) => {
          const { title, what, todo } = problem(error);
          toast({ title, text: `${what} ${todo}` });
        });
    },
  );
  const crop = useStable<Parameters<Fixes['crop']>, void>((mediaIndex, ratio) =>
    setCropping({ mediaIndex, ratio }),
  );
  const endCrop = useStable(() => setCropping(undefined));
  const takeFilm = useStable<Parameters<Fixes['takeFilm']>, void>((assetId) => {
    if (running && assetId) replace(running.assetId, assetId);
    setRunning(undefined);
  });
  const busy = make.isPending || running !== undefined;
  return useMemo(
    () => ({ run, busy, running, cropping, crop, endCrop, cut, takeFilm }),
    [run, busy, running, cropping, crop, endCrop, cut, takeFilm],
  );
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
