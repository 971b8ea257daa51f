import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const terracotta: MantineColorsTuple = [
  '#fbede7',
  '#f6d9cd',
  '#eeb9a4',
  '#e59878',
  '#db7850',
  '#cc5930',
  '#b8431f',
  '#a43a19',
  '#8f3114',
  '#6f250e',
];

/** Mantine's measures in the house's own: radius 6 for controls, 10 for panels, 13/14/16 type. */
export const mantineTheme = createTheme({
  primaryColor: 'terracotta',
  primaryShade: { light: 6, dark: 3 },
  colors: { terracotta },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'ui-monospace, monospace',
  headings: { fontFamily: 'var(--serif)', fontWeight: '430' },
  defaultRadius: 6,
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '10px', xl: '16px' },
  fontSizes: { xs: '13px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '40px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

const shared = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--berry)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-terracotta-filled': 'var(--accent)',
  '--mantine-color-terracotta-filled-hover': 'var(--accent-hover)',
  '--mantine-color-terracotta-light': 'var(--accent-soft)',
  '--mantine-color-terracotta-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

/** Hands Mantine our tokens, the same names in light and dark. */
export const tokenResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
