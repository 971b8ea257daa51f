import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Job } from '../../../shared/contract/jobs.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import { useApi } from '../../link/link-provider.tsx';
import { pickPhotos, productOfPhoto, type PhotoChoice } from './pick-photos.ts';
import type { RememberedVideo } from './remember-studio.ts';
import { useRenderJob } from './use-render-job.ts';
import type { What } from './use-what.ts';

export const videoFormats: readonly Format[] = ['9:16', '4:5', '1:1', '16:9'];
export const silence = 'none';

/** What the video shall be, and what has been made of it. */
export function useVideo(what: What, remembered: RememberedVideo = {}) {
  const api = useApi();
  const templates = useQuery(api.studio.templates.queryOptions({ input: { kind: 'video' } }));
  const tracks = useQuery(api.studio.tracks.queryOptions());
  const [wish, setWish] = useState(() => firstWish(remembered));
  const [choice, setChoice] = useState<PhotoChoice>({
    order: remembered.order ?? [],
    removed: new Set(remembered.removed),
  });
  const { jobId: kept, orderKey } = remembered;
  const work = useRenderJob<string>(kept ? { jobId: kept, order: orderKey } : undefined);
  const photoIds = useMemo(() => pickPhotos(what.chosen, choice), [what.chosen, choice]);
  const items = templates.data?.items;
  const template = items?.find(({ id }) => id === wish.templateId) ?? items?.[0];
  const trackId = wish.trackId ?? tracks.data?.items[0]?.id ?? silence;
  // The words and the length settle before the preview is asked for again.
  const [words] = useDebouncedValue(wish.callToAction, 250);
  const [seconds] = useDebouncedValue(wish.seconds, 250);
  const inputOf = (its: Pick<VideoWish, 'callToAction' | 'seconds'>) => ({
    templateId: template?.id ?? '',
    productIds: productIdsOf(what, photoIds),
    options: {
      seconds: its.seconds,
      photoAssetIds: photoIds,
      trackId,
      showPrice: wish.showPrice,
      ...(its.callToAction.trim() ? { callToAction: its.callToAction.trim() } : {}),
    },
  });
  const input = inputOf(wish);
  // A job found by its address does not say how it was ordered: the first change leaves it.
  const leave = () => {
    if (work.order === undefined) work.forget();
  };
  const key = JSON.stringify([input, wish.formats]);
  return {
    ...{ wish, template, templates, tracks, trackId, photoIds, choice, work, key },
    /** The same as a film that can be changed. */
    filmWish: {
      styleId: input.templateId,
      productIds: input.productIds.slice(0, 30),
      ...input.options,
    },
    /** What the preview shows. */
    shown: inputOf({ callToAction: words, seconds }),
    set: (change: Partial<VideoWish>) => {
      leave();
      setWish((before) => ({ ...before, ...change }));
    },
    /** Made too, or no longer; the last one stays. What is taken in is shown. */
    toggleFormat: (format: Format) => {
      leave();
      setWish((before) => toggled(before, format));
    },
    /** Shows another of the formats; nothing else is made by that. */
    look: (format: Format) => setWish((before) => ({ ...before, format })),
    setChoice: (next: PhotoChoice) => {
      leave();
      setChoice(next);
    },
    /** Shows what an earlier job has made. */
    show: (job: Job) => work.follow(job.jobId),
    isMade: work.jobId !== undefined && (work.order === undefined || work.order === key),
    make: () => work.run({ ...input, formats: wish.formats }, key),
  };
}

export type Video = ReturnType<typeof useVideo>;
export type VideoWish = {
  templateId: string | undefined;
  /** The one that is shown. */
  format: Format;
  /** Those that are made. */
  formats: Format[];
  seconds: number;
  trackId: string | undefined;
  callToAction: string;
  showPrice: boolean;
};

function firstWish(remembered: RememberedVideo): VideoWish {
  return {
    templateId: remembered.templateId,
    format: remembered.format ?? '9:16',
    formats: remembered.formats ?? [remembered.format ?? '9:16'],
    seconds: remembered.seconds ?? 15,
    trackId: remembered.trackId,
    callToAction: remembered.callToAction ?? '',
    showPrice: remembered.showPrice ?? true,
  };
}

/** Those that the photos show; all that are chosen while there is no photo, for the studio to say why. */
function productIdsOf(what: What, photoIds: readonly string[]): string[] {
  const shown = photoIds.flatMap((id) => productOfPhoto(what.chosen, id)?.id ?? []);
  const ids = shown.length > 0 ? shown : what.chosen.map((product) => product.id);
  return [...new Set(ids)];
}

/** In the order in which the formats are offered. */
function toggled(wish: VideoWish, format: Format): VideoWish {
  const isIn = wish.formats.includes(format);
  const wanted = new Set(
    isIn ? wish.formats.filter((one) => one !== format) : [...wish.formats, format],
  );
  const formats = videoFormats.filter((one) => wanted.has(one));
  const [first] = formats;
  if (first === undefined) return wish;
  const shown = isIn ? (wanted.has(wish.format) ? wish.format : first) : format;
  return { ...wish, formats, format: shown };
}
