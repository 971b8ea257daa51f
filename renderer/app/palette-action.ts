import type { ReactNode } from 'react';

export type PaletteAction = {
  id: string;
  group: 'screens' | 'commands' | 'products' | 'posts' | 'threads';
  label: string;
  about?: string;
  icon?: ReactNode;
  run: () => void;
};
