/** The colours of a shop before its merchant chose any: ground, paper, accent. */
export const startColours = { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' } as const;

type Look = {
  logoText: string;
  logo?: unknown;
  logoDark?: unknown;
  colours: Record<keyof typeof startColours, string>;
  fonts?: unknown;
  priceStyle?: unknown;
  watermark?: unknown;
};

/** Whether nobody made the look of a shop their own yet. */
export function isStartLook({ logoText, colours, ...rest }: Look): boolean {
  const { logo, logoDark, fonts, priceStyle, watermark } = rest;
  return (
    logoText.trim() === '' &&
    [logo, logoDark, fonts, priceStyle, watermark].every((one) => one === undefined) &&
    colours.ground.toUpperCase() === startColours.ground &&
    colours.paper.toUpperCase() === startColours.paper &&
    colours.accent.toUpperCase() === startColours.accent
  );
}
