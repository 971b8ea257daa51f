/** Names one picture of a set to swipe through: the cover by the template's own name, the others with
 *  their number behind it, as `carnet:2`. */
export function slideId(templateId: string, slide: number): string {
  return slide === 0 ? templateId : `${templateId}:${slide + 1}`;
}

export type SlidePlace = {
  templateId: string;
  /** From 0. */
  slide: number;
};

/** What `slideId` named. Anything else is taken for a template's own name. */
export function slidePlace(id: string): SlidePlace {
  const [, templateId, number] = /^(.+):([2-9]|[1-9]\d)$/.exec(id) ?? [];
  if (templateId === undefined) return { templateId: id, slide: 0 };
  return { templateId, slide: Number(number) - 1 };
}
