import type { FontFamily } from './scene.ts';

/** A family that ships and that a shop may set its pictures in. `file` is one face of it. */
export type ShippedFamily = {
  family: FontFamily;
  kind: 'serif' | 'sans' | 'hand' | 'display';
  file: string;
};

export const shippedFamilies: readonly ShippedFamily[] = [
  { family: 'Fraunces', kind: 'serif', file: 'Fraunces_500Medium.ttf' },
  { family: 'Inter', kind: 'sans', file: 'Inter_500Medium.ttf' },
  { family: 'Playfair Display', kind: 'serif', file: 'PlayfairDisplay_500Medium.ttf' },
  { family: 'Lora', kind: 'serif', file: 'Lora_400Regular.ttf' },
  { family: 'Jost', kind: 'sans', file: 'Jost_500Medium.ttf' },
  { family: 'Nunito', kind: 'sans', file: 'Nunito_600SemiBold.ttf' },
  { family: 'Bebas Neue', kind: 'display', file: 'BebasNeue_400Regular.ttf' },
  { family: 'Caveat', kind: 'hand', file: 'Caveat_500Medium.ttf' },
];

/** What templates are set in by themselves, and what stands where a chosen family is gone. */
export const usualFonts = { title: 'Fraunces', text: 'Inter' } as const;

/** Families that suit each other: unlike enough to tell titles from text, of one temper. */
export const fontPairs: readonly { title: FontFamily; text: FontFamily }[] = [
  usualFonts,
  { title: 'Playfair Display', text: 'Jost' },
  { title: 'Lora', text: 'Nunito' },
  { title: 'Jost', text: 'Lora' },
  { title: 'Nunito', text: 'Nunito' },
  { title: 'Bebas Neue', text: 'Inter' },
  { title: 'Caveat', text: 'Nunito' },
  { title: 'Inter', text: 'Inter' },
];
