import '@fontsource-variable/inter';
import '@fontsource-variable/fraunces/full.css';
import '@fontsource-variable/fraunces/full-italic.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/spotlight/styles.css';
import './tokens.css';
import './base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { mantineTheme, tokenResolver } from './mantine-theme.ts';
import { ToastProvider } from './toast.tsx';

const schemeManager = localStorageColorSchemeManager({ key: 'vitrine-scheme' });

/** Theme, light and dark, and the place where toasts appear. The nonce lets Mantine write its style
 *  element under a policy without inline styles. */
export function UiProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={tokenResolver}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <ToastProvider>{children}</ToastProvider>
    </MantineProvider>
  );
}
