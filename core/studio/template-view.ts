import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { Template } from '../../shared/contract/studio.ts';
import { slotsNeeded, takesSeveral } from '../../shared/scene/slots.ts';
import type { PictureTemplate, VideoTemplate } from '../../shared/scene/template.ts';
import type { FilledScene } from './picture-scenes.ts';

/** A template as a window offers it. */
export function templateView(
  template: PictureTemplate | VideoTemplate,
  language: Language,
): Template {
  const { id, names, formats, kind, slots } = template;
  return {
    ...{ id, name: names[language], kind, formats: [...formats], slots: [...slots] },
    ...(template.kind === 'picture' && {
      takesSeveral: takesSeveral(template),
      hasSlides: template.fillSlides !== undefined,
      asks: slotsNeeded(template).map(({ name, limit }) => ({ name, ...limit })),
    }),
  };
}

/** A template as a batch needs it. */
export function templateFact(
  template: PictureTemplate,
  language: Language,
): { name: string; formats: readonly Format[]; takesSeveral: boolean; hasSlides: boolean } {
  return {
    name: template.names[language],
    formats: template.formats,
    takesSeveral: takesSeveral(template),
    hasSlides: template.fillSlides !== undefined,
  };
}

export function pictureName(
  template: PictureTemplate | undefined,
  slide: number,
  language: Language,
): string | undefined {
  const name = template?.names[language];
  return template?.fillSlides ? `${name} ${slide + 1}` : name;
}

/** Notes on what a picture lacks, each once; their sentences stand in `batch:notes`. */
export function lackNotes({ missing = [] }: Pick<FilledScene, 'missing'>): string[] {
  return [...new Set(missing.flatMap((name) => lackOf[name] ?? []))];
}

/** Further lines are welcome, and missed by no template. */
const lackOf: Readonly<Record<string, string>> = {
  beforePhoto: 'before-missing',
  code: 'link-missing',
  quote: 'words-missing',
  hours: 'words-missing',
  event: 'words-missing',
  question: 'words-missing',
  valueText: 'words-missing',
};
