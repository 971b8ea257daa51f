import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The content policy of the hosts knows no `data:` and no inline script: every asset is a file of
// its own, and the address of everything is relative so that a custom protocol serves it as well.
export default defineConfig({
  root: fileURLToPath(new URL('./renderer', import.meta.url)),
  base: './',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('./dist/renderer', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'chrome140',
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    // `app/zod-without-eval.ts` has to run before the chunks in which schemas are made.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
});
