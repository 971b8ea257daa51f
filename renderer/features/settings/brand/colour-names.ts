/** The colours of a kit in the order in which they are shown. */
export const colourNames = ['ground', 'paper', 'accent'] as const;
