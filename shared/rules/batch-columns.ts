import { groupsOf, slideCount } from './batch-groups.ts';
import { slideId } from './slide-id.ts';

export type BatchColumn<F extends string> = {
  /** As `slideId` names it. */
  templateId: string;
  format: F;
  /** The template as the merchant chose it. */
  chosenId: string;
  takesSeveral: boolean;
  slide: number;
};
type Known<F extends string> = {
  formats: readonly F[];
  takesSeveral?: boolean | undefined;
  hasSlides?: boolean | undefined;
};
type Choice<F extends string> = {
  productIds: readonly string[];
  templateIds: readonly string[];
  formats: readonly F[];
  groupSize?: number | undefined;
};

/** The template and format pairs of a batch, those of a set to swipe through each for itself; a template
 *  is only asked for formats it has. */
export function batchColumns<F extends string>(
  choice: Choice<F>,
  find: (templateId: string) => Known<F> | undefined,
): BatchColumn<F>[] {
  const groups = groupsOf(choice.productIds, choice.groupSize);
  const most = Math.max(1, ...groups.map(({ length }) => length));
  return choice.templateIds.flatMap((chosenId) => {
    const { formats = [], takesSeveral = false, hasSlides = false } = find(chosenId) ?? {};
    const slides = Array.from({ length: hasSlides ? slideCount(most) : 1 }, (_, slide) => slide);
    return choice.formats
      .filter((format) => formats.includes(format))
      .flatMap((format) =>
        slides.map((slide) => ({
          templateId: slideId(chosenId, slide),
          ...{ format, chosenId, takesSeveral, slide },
        })),
      );
  });
}

type Place = Pick<BatchColumn<string>, 'takesSeveral' | 'slide'>;
export type BatchPlaces = ReturnType<typeof batchPlaces>;

/** Which products stand together, by the first of each; and whether a column has a picture for a product:
 *  one that takes several has it for the first of each group, a set as many as its group needs. */
export function batchPlaces(
  { productIds, groupSize }: { productIds: readonly string[]; groupSize?: number | undefined },
  columns: readonly Place[],
) {
  const groups = new Map(groupsOf(productIds, groupSize).map((ids) => [ids[0], ids]));
  const has = (productId: string, { takesSeveral, slide }: Place): boolean => {
    if (!takesSeveral) return true;
    const group = groups.get(productId);
    return group !== undefined && slide < slideCount(group.length);
  };
  return {
    has,
    /** Those beside the first. */
    others: (productId: string): readonly string[] => groups.get(productId)?.slice(1) ?? [],
    count: (): number =>
      columns.reduce((sum, column) => sum + productIds.filter((id) => has(id, column)).length, 0),
    /** Products of which there is a picture, in their order. */
    shown: (): string[] => productIds.filter((id) => columns.some((column) => has(id, column))),
  };
}
