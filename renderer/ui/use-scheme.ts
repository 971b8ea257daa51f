import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';

/** Whether the window is dark now, and a switch to the other. */
export function useScheme(): { dark: boolean; toggle: () => void } {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return { dark, toggle: () => setColorScheme(dark ? 'light' : 'dark') };
}
