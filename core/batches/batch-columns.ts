import type { BatchSpec } from '../../shared/contract/batches.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import { groupsOf, slideCount } from '../../shared/rules/batch-groups.ts';
import { slideId } from '../../shared/rules/slide-id.ts';
import type { BatchesUses } from './batches-uses.ts';

export type Column = {
  /** As `slideId` names it. */
  templateId: string;
  format: Format;
  /** The template as the merchant chose it. */
  chosenId: string;
  takesSeveral: boolean;
  slide: number;
};
type FindTemplate = BatchesUses['findTemplate'];
type Choice = Pick<BatchSpec, 'productIds' | 'templateIds' | 'formats' | 'groupSize'>;

/** The template and format pairs of a batch, those of a set to swipe through each for itself; a template
 *  is only asked for formats it has. */
export function columnsOf(spec: Choice, findTemplate: FindTemplate, language: Language): Column[] {
  const groups = groupsOf(spec.productIds, spec.groupSize);
  const most = Math.max(0, ...groups.map(({ length }) => length));
  return spec.templateIds.flatMap((chosenId) => {
    const template = findTemplate(chosenId, language);
    const { formats = [], takesSeveral = false, hasSlides = false } = template ?? {};
    const slides = Array.from({ length: hasSlides ? slideCount(most) : 1 }, (_, slide) => slide);
    return spec.formats
      .filter((format) => formats.includes(format))
      .flatMap((format) =>
        slides.map((slide) => ({
          templateId: slideId(chosenId, slide),
          ...{ format, chosenId, takesSeveral, slide },
        })),
      );
  });
}

/** Which products stand together, by the first of each; and whether a column has a picture for a product:
 *  one that takes several has it for the first of each group, a set as many as its group needs. */
export function batchPlaces(spec: Choice, columns: readonly Column[]) {
  const groups = new Map(groupsOf(spec.productIds, spec.groupSize).map((ids) => [ids[0], ids]));
  const has = (productId: string, { takesSeveral, slide }: Column): boolean => {
    if (!takesSeveral) return true;
    const group = groups.get(productId);
    return group !== undefined && slide < slideCount(group.length);
  };
  return {
    has,
    /** Those beside the first. */
    others: (productId: string): readonly string[] => groups.get(productId)?.slice(1) ?? [],
    count: (): number =>
      columns.reduce(
        (sum, column) => sum + spec.productIds.filter((id) => has(id, column)).length,
        0,
      ),
    /** Products of which there is a picture, in their order. */
    shown: (): string[] =>
      spec.productIds.filter((id) => columns.some((column) => has(id, column))),
  };
}
