import type { ReactNode } from 'react';

export type PaletteAction = {
  id: string;
  group: 'here' | 'screens' | 'commands' | 'products' | 'posts' | 'threads';
  label: string;
  about?: string;
  /** The key that does the same. */
  keys?: string;
  icon?: ReactNode;
  run: () => void;
};
