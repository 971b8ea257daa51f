import type { OwnFont } from '../../../../shared/contract/brand.ts';

const weights = ['thin', 'light', 'regular', 'medium', 'semibold', 'bold', 'black'] as const;

/** The word for a weight from 1 to 1000. */
export function weightName(weight: number): (typeof weights)[number] {
  if (weight >= 800) return 'black';
  const steps = [250, 350, 450, 550, 650];
  return weights[steps.filter((step) => weight >= step).length] ?? 'regular';
}

/** “Medium, italic · 64 kB”. */
export function fontFacts(
  { weight, style, sizeBytes }: Pick<OwnFont, 'weight' | 'style' | 'sizeBytes'>,
  t: (key: string) => string,
  { bytes }: { bytes: (sizeBytes: number) => string },
): string {
  const name = t(`ownFonts.weight.${weightName(weight)}`);
  const face = style === 'italic' ? `${name}, ${t('ownFonts.italic')}` : name;
  return `${face} · ${bytes(sizeBytes)}`;
}
