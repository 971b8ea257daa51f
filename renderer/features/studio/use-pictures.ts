import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Batch, BatchSpec, HandChoice, PictureRef } from '../../../shared/contract/batches.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import type { Template } from '../../../shared/contract/studio.ts';
import {
  batchColumns,
  batchPlaces,
  type BatchColumn,
  type BatchPlaces,
} from '../../../shared/rules/batch-columns.ts';
import { usualGroupSize } from '../../../shared/rules/batch-groups.ts';
import { useApi } from '../../link/link-provider.tsx';
import { allFormats, pictureFormats } from './frame-sizes.ts';
import type { RememberedPictures } from './remember-studio.ts';
import { useBatch } from './use-batch.ts';
import type { What } from './use-what.ts';
import { useWords } from './use-words.ts';
import { wordsOf } from './template-asks.ts';

/** One picture of each product: a template in a format. */
export type Column = BatchColumn<Format> & { name: string };

/** Steps 2 and 3: the templates, the formats, what was ordered and what has come of it. */
export function usePictures(what: What, remembered: RememberedPictures | undefined) {
  const api = useApi();
  const templates = useQuery(api.studio.templates.queryOptions({ input: { kind: 'picture' } }));
  const [wished, setWished] = useState<readonly string[]>(remembered?.templateIds ?? []);
  const [isSeveral, setSeveral] = useState((remembered?.templateIds?.length ?? 0) > 1);
  const [formats, setFormats] = useState<readonly Format[]>(remembered?.formats ?? allFormats);
  const [showPrice, setShowPrice] = useState(remembered?.showPrice ?? true);
  // Of a batch in another shop's look, which it keeps.
  const [shopId, setShopId] = useState(remembered?.shopId);
  const [titles, setTitles] = useState<Record<string, string>>(remembered?.titles ?? {});
  const [groupSize, setGroupSize] = useState(remembered?.groupSize ?? usualGroupSize);
  const words = useWords(remembered?.words);
  const items = templates.data?.items;
  const chosen = useMemo(() => chosenTemplates(items ?? [], wished), [items, wished]);
  const productIds = useMemo(() => what.chosen.map((product) => product.id), [what.chosen]);
  const { columns, places } = useMemo(
    () => placesOf({ chosen, formats, productIds, groupSize }),
    [chosen, formats, productIds, groupSize],
  );
  const options = { ...(shopId && { shopId }), showPrice, titles: titlesOf(titles, productIds) };
  const written = wordsOf(words.all, chosen, productIds);
  const asked: BatchSpec = {
    ...{ productIds, options, formats: [...formats] },
    templateIds: chosen.map(({ id }) => id),
    ...(Object.keys(written).length > 0 && { words: written }),
    ...(chosen.some(({ takesSeveral }) => takesSeveral) && { groupSize }),
  };
  const canMake = productIds.length > 0 && columns.length > 0;
  const work = useBatch(remembered?.batchId, canMake ? asked : undefined);
  return {
    ...{ templates, chosen, columns, places, showPrice, formats, titles, asked, work, isSeveral },
    ...{ words, groupSize, setGroupSize },
    setTemplateId: (id: string) => {
      setWished(isSeveral ? toggledId(chosen, id) : [id]);
      setFormats((all) =>
        withFormatOf(
          items?.find((one) => one.id === id),
          all,
        ),
      );
    },
    setSeveral: (next: boolean) => {
      setSeveral(next);
      if (!next) setWished(chosen.slice(0, 1).map(({ id }) => id));
    },
    setShowPrice,
    setTitle: (productId: string, title: string) =>
      setTitles((all) => ({ ...all, [productId]: title })),
    toggleFormat: (format: Format) => setFormats((all) => toggled(all, format)),
    /** Puts a batch of before on the screen. */
    show: (batch: Batch) => {
      const { spec } = batch;
      setWished(spec.templateIds);
      setSeveral(spec.templateIds.length > 1);
      setFormats(spec.formats);
      setShopId(spec.options?.shopId);
      setShowPrice(spec.options?.showPrice ?? true);
      setTitles(spec.options?.titles ?? {});
      setGroupSize(spec.groupSize ?? usualGroupSize);
      words.take(spec.words ?? {});
      work.open(batch.id);
    },
    count: places.count(),
    canMake,
    make: (wish: { only?: PictureRef[]; hand?: HandChoice } = {}) => work.make(asked, wish),
  };
}

export type Pictures = ReturnType<typeof usePictures>;

/** In the order of the list; the first of it where none was chosen. */
function chosenTemplates(items: readonly Template[], wished: readonly string[]): Template[] {
  const found = items.filter(({ id }) => wished.includes(id));
  return found.length > 0 ? found : items.slice(0, 1);
}

function placesOf({
  chosen,
  formats,
  productIds,
  groupSize,
}: {
  chosen: readonly Template[];
  formats: readonly Format[];
  productIds: readonly string[];
  groupSize: number;
}): { columns: Column[]; places: BatchPlaces } {
  const known = new Map(chosen.map((template) => [template.id, template]));
  const choice = {
    ...{ productIds, groupSize, templateIds: [...known.keys()] },
    formats: pictureFormats.filter((format) => formats.includes(format)),
  };
  const columns = batchColumns(choice, (id) => known.get(id)).map((column) => {
    const { name = '', hasSlides } = known.get(column.chosenId) ?? {};
    return { ...column, name: hasSlides ? `${name} ${column.slide + 1}` : name };
  });
  return { columns, places: batchPlaces(choice, columns) };
}

/** The last one stays. */
function toggledId(chosen: readonly Template[], id: string): string[] {
  const ids = chosen.map((template) => template.id);
  const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
  return next.length > 0 ? next : ids;
}

/** Paper has a format of its own, which nobody should have to look for. */
function withFormatOf(
  template: Pick<Template, 'formats'> | undefined,
  formats: readonly Format[],
): readonly Format[] {
  if (!template || template.formats.some((format) => formats.includes(format))) return formats;
  return pictureFormats.filter((one) => formats.includes(one) || template.formats.includes(one));
}

/** In the order of the columns; the last format stays. */
function toggled(formats: readonly Format[], format: Format): readonly Format[] {
  const next = formats.includes(format)
    ? formats.filter((other) => other !== format)
    : pictureFormats.filter((other) => other === format || formats.includes(other));
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
