import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../../link/link-provider.tsx';
import { recallStudio, rememberStudio, type StudioMode } from './remember-studio.ts';
import { usePictures, type Pictures } from './use-pictures.ts';
import { useVideo, type Video } from './use-video.ts';
import { useWhat, type What } from './use-what.ts';

/** Everything the page knows; it outlives its tabs, and in this window also the page. */
export function useStudioState() {
  const [start] = useState(() => recallStudio(window.sessionStorage));
  const [mode, setMode] = useState<StudioMode>(start?.mode ?? 'pictures');
  const what = useWhat();
  const pictures = usePictures(what, start?.pictures);
  const video = useVideo(what, start?.video);
  const { products, job, batch } = useSearch({ strict: false });
  // An address that says what to show goes before what was chosen last time.
  const isLed = [products, job, batch].some((one) => one !== undefined);
  const isReady = useFirstProducts(what, isLed ? [] : (start?.productIds ?? []));
  useAddress({ what, pictures, video, setMode });
  useRemember({ mode, what, pictures, video }, isReady);
  return { mode, setMode, what, pictures, video };
}

export type StudioState = ReturnType<typeof useStudioState>;
type Parts = { what: What; pictures: Pictures; video: Video };

/** Brings back the products chosen before; true once they are there. */
function useFirstProducts(what: What, productIds: readonly string[]): boolean {
  const [isReady, setReady] = useState(productIds.length === 0);
  const first = useRef(productIds);
  const { chooseIds } = what;
  useEffect(() => {
    const ids = first.current;
    first.current = [];
    if (ids.length > 0) void chooseIds(ids).finally(() => setReady(true));
  }, [chooseIds]);
  return isReady;
}

/** `?products=` chooses products, `?job=` shows what a job has made, `?part=gallery` or `video` that side of it,
 *  `?batch=` a batch; then the address is plain again. */
function useAddress({
  what,
  pictures,
  video,
  setMode,
}: Parts & { setMode: (m: StudioMode) => void }) {
  const { products, job, part, batch: batchId } = useSearch({ strict: false });
  const { client } = useStudio();
  const navigate = useNavigate();
  const { chooseIds } = what;
  const latest = useRef({ pictures, video });
  latest.current = { pictures, video };
  useEffect(() => {
    if ([products, job, part, batchId].every((one) => one === undefined)) return;
    if (part === 'gallery' || part === 'video') setMode(part);
    void navigate({ to: '/studio', search: {}, replace: true });
    if (products !== undefined) {
      setMode('pictures');
      void chooseIds(products.split(',').filter(Boolean));
    }
    if (batchId !== undefined)
      void client.batches.get({ batchId }).then(
        (batch) => {
          void chooseIds(batch.spec.productIds);
          latest.current.pictures.show(batch);
          setMode('pictures');
        },
        () => setMode('gallery'),
      );
    if (job === undefined) return;
    const asked = [
      client.jobs.get({ jobId: job }),
      client.batches.list(),
      client.films.list({ jobId: job, limit: 1 }),
    ] as const;
    void Promise.all(asked).then(
      ([found, { items }, films]) => {
        const [film] = films.items;
        if (film) {
          void navigate({ to: '/studio/film/$id', params: { id: film.id }, search: { job } });
          return;
        }
        const batch = items.find(({ jobId }) => jobId === job);
        const { kind, files, problems } = found;
        const ids = [...files, ...problems].flatMap(({ productIds }) => productIds);
        void chooseIds(batch?.spec.productIds ?? [...new Set(ids)]);
        if (kind === 'video') latest.current.video.show(found);
        else if (batch) latest.current.pictures.show(batch);
        // Pictures that were ordered elsewhere stand with everything else that was made.
        setMode(kind === 'pictures' && !batch ? 'gallery' : kind);
      },
      () => setMode('gallery'),
    );
  }, [products, job, part, batchId, client, navigate, chooseIds, setMode]);
}

/** Keeps the page for the next visit in this window. */
function useRemember({ mode, what, pictures, video }: Parts & { mode: StudioMode }, isOn: boolean) {
  const state = {
    mode,
    productIds: what.chosen.map((product) => product.id),
    pictures: {
      templateIds: pictures.asked.templateIds,
      formats: [...pictures.formats],
      showPrice: pictures.showPrice,
      shopId: pictures.asked.options?.shopId,
      titles: pictures.titles,
      batchId: pictures.work.batchId,
      words: pictures.words.all,
      groupSize: pictures.groupSize,
    },
    video: {
      ...video.wish,
      order: [...video.choice.order],
      removed: [...video.choice.removed],
      jobId: video.work.jobId,
      orderKey: video.work.order,
    },
  };
  const text = JSON.stringify(state);
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => {
    if (isOn) rememberStudio(window.sessionStorage, latest.current);
  }, [text, isOn]);
}
