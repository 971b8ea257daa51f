// The fonts that words in pictures are drawn with, as files under resources/fonts. The host serves
// them at /resources/fonts/<file>; Node reads them from the same folder.

export type FontFileName = {
  file: string;
  family: string;
  weight: number;
  style: 'normal' | 'italic';
};

/** The family that emoji are drawn with, whatever the words are set in. */
export const emojiFamily = 'Emoji';

export const fontFiles: readonly FontFileName[] = [
  { file: 'Inter_400Regular.ttf', family: 'Inter', weight: 400, style: 'normal' },
  { file: 'Inter_500Medium.ttf', family: 'Inter', weight: 500, style: 'normal' },
  { file: 'Inter_600SemiBold.ttf', family: 'Inter', weight: 600, style: 'normal' },
  { file: 'Fraunces_400Regular.ttf', family: 'Fraunces', weight: 400, style: 'normal' },
  { file: 'Fraunces_400Regular_Italic.ttf', family: 'Fraunces', weight: 400, style: 'italic' },
  { file: 'Fraunces_500Medium.ttf', family: 'Fraunces', weight: 500, style: 'normal' },
  { file: 'Fraunces_600SemiBold.ttf', family: 'Fraunces', weight: 600, style: 'normal' },
  {
    file: 'NotoSansArabic_500Medium.ttf',
    family: 'Noto Sans Arabic',
    weight: 500,
    style: 'normal',
  },
  { file: 'Twemoji.ttf', family: emojiFamily, weight: 400, style: 'normal' },
];

/** Files of families that a shop may choose. They are loaded when a picture is set in them. */
export const choiceFontFiles: readonly FontFileName[] = [
  ...faces('Playfair Display', 'PlayfairDisplay', ['400Regular', '400Regular_Italic', '500Medium']),
  ...faces('Lora', 'Lora', ['400Regular', '400Regular_Italic', '600SemiBold']),
  ...faces('Jost', 'Jost', ['400Regular', '500Medium', '600SemiBold']),
  ...faces('Nunito', 'Nunito', ['400Regular', '600SemiBold']),
  ...faces('Caveat', 'Caveat', ['500Medium']),
  ...faces('Bebas Neue', 'BebasNeue', ['400Regular']),
];

function faces(family: string, fileName: string, kinds: readonly string[]): FontFileName[] {
  return kinds.map((kind) => ({
    file: `${fileName}_${kind}.ttf`,
    family,
    weight: Number.parseInt(kind, 10),
    style: kind.endsWith('Italic') ? 'italic' : 'normal',
  }));
}
