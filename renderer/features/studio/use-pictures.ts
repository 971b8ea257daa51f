import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Job } from '../../../shared/contract/jobs.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import { useApi } from '../../link/link-provider.tsx';
import { allFormats } from './frame-sizes.ts';
import { isSameOrder, matchResults, type PictureOrder } from './match-results.ts';
import type { RememberedPictures } from './remember-studio.ts';
import { useRenderJob } from './use-render-job.ts';
import type { What } from './use-what.ts';

/** Steps 2 and 3: the template, the formats, what was ordered and what has come of it. */
export function usePictures(what: What, remembered: RememberedPictures | undefined) {
  const api = useApi();
  const templates = useQuery(api.studio.templates.queryOptions({ input: { kind: 'picture' } }));
  const [wished, setTemplateId] = useState(remembered?.templateId);
  const [formats, setFormats] = useState<readonly Format[]>(remembered?.formats ?? allFormats);
  const [showPrice, setShowPrice] = useState(remembered?.showPrice ?? true);
  const [titles, setTitles] = useState<Record<string, string>>(remembered?.titles ?? {});
  const work = useRenderJob<PictureOrder>(
    remembered?.jobId ? { jobId: remembered.jobId, order: remembered.order } : undefined,
  );
  const items = templates.data?.items;
  const template = items?.find(({ id }) => id === wished) ?? items?.[0];
  const productIds = useMemo(() => what.chosen.map((product) => product.id), [what.chosen]);
  const asked: PictureOrder = {
    templateId: template?.id ?? '',
    productIds,
    formats,
    options: { showPrice, titles: titlesOf(titles, productIds) },
  };
  // A job found by its address does not say how it was ordered: the first change leaves it.
  const leave = () => {
    if (!work.order) work.forget();
  };
  const isMade = work.jobId !== undefined && (!work.order || isSameOrder(work.order, asked));
  const results = useMemo(() => matchResults(work.job), [work.job]);
  return {
    ...{ templates, template, showPrice, formats, titles, asked, work },
    setTemplateId: (id: string) => {
      leave();
      setTemplateId(id);
    },
    setShowPrice: (next: boolean) => {
      leave();
      setShowPrice(next);
    },
    setTitle: (productId: string, title: string) => {
      leave();
      setTitles((all) => ({ ...all, [productId]: title }));
    },
    toggleFormat: (format: Format) => setFormats((all) => toggled(all, format)),
    /** What the job has made, as long as nothing was changed since. */
    results: isMade ? results : undefined,
    /** Shows what an earlier job has made. */
    show: (job: Job) => {
      const made = new Set(job.files.map((file) => file.format));
      if (made.size > 0) setFormats(allFormats.filter((format) => made.has(format)));
      work.follow(job.jobId);
    },
    count: productIds.length * formats.length,
    make: () =>
      work.run(
        {
          templateId: asked.templateId,
          productIds,
          formats: [...formats],
          options: asked.options,
        },
        asked,
      ),
  };
}

export type Pictures = ReturnType<typeof usePictures>;

/** In the order of the columns; the last format stays. */
function toggled(formats: readonly Format[], format: Format): readonly Format[] {
  const next = formats.includes(format)
    ? formats.filter((other) => other !== format)
    : allFormats.filter((other) => other === format || formats.includes(other));
  return next.length > 0 ? next : formats;
}

/** Only titles of chosen products that say something else than the product. */
function titlesOf(
  titles: Readonly<Record<string, string>>,
  productIds: readonly string[],
): Record<string, string> {
  const chosen = new Set(productIds);
  return Object.fromEntries(
    Object.entries(titles).filter(([id, title]) => chosen.has(id) && title.trim() !== ''),
  );
}
