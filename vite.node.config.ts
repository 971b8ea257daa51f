import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

// Native modules stay beside the bundle; so does what Node and Electron bring themselves.
const external = [
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
  'electron',
  'better-sqlite3',
  'sharp',
  '@napi-rs/canvas',
  '@napi-rs/keyring',
  // Finds its WebAssembly beside itself.
  'harfbuzzjs',
];

const shellEntries = {
  main: 'electron/main/main.ts',
  studio: 'electron/utility/studio.ts',
  'media-worker': 'core/media/worker/main.ts',
  backup: 'core/db/backup-process.ts',
  practice: 'core/practice/practice-process.ts',
  search: 'core/records/search-process.ts',
};

export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload';
  return {
    build: {
      ssr: true,
      outDir: 'dist/node',
      emptyOutDir: !isPreload,
      target: 'node24',
      rollupOptions: {
        external,
        input: isPreload ? { preload: 'electron/preload/preload.ts' } : shellEntries,
        output: isPreload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : {
              format: 'es',
              entryFileNames: '[name].js',
              chunkFileNames: 'chunks/[name]-[hash].js',
            },
      },
    },
    ssr: { noExternal: true, external },
  };
});
