// Who may import whom, as data. `*` stands for one folder name, the same on both sides of a rule.

/** Ours that a file below `from` may import, besides its own folder. The first fitting rule holds. */
export const layers: readonly { from: string; may: readonly string[] }[] = [
  { from: 'shared/rules', may: [] },
  { from: 'shared/scene', may: ['shared/rules', 'shared/contract'] },
  { from: 'shared/contract', may: ['shared/rules', 'shared/scene'] },
  { from: 'shared', may: ['shared'] },
  { from: 'core/events', may: ['shared'] },
  { from: 'core/db', may: ['shared', 'core/events'] },
  { from: 'core/jobs', may: ['shared', 'core/db', 'core/events', 'core/host.ts'] },
  { from: 'core/media', may: ['shared', 'core/db', 'core/events', 'core/host.ts'] },
  // Reading and writing files of rows: text, separators, workbooks.
  { from: 'core/tables', may: ['shared'] },
  {
    from: 'core/network',
    may: ['shared', 'core/db', 'core/events', 'core/host.ts', 'packages/graph-api-client'],
  },
  // The practice network's process: the one place in core that starts the simulator.
  {
    from: 'core/practice',
    may: ['shared', 'core/db', 'core/events', 'core/host.ts', 'packages/practice-network'],
  },
  {
    from: 'core/*',
    may: [
      'shared',
      'core/db',
      'core/events',
      'core/jobs',
      'core/media',
      'core/network',
      'core/tables',
      'core/host.ts',
      'packages/graph-api-client',
    ],
  },
  { from: 'core', may: ['core', 'shared', 'packages/graph-api-client', 'package.json'] },
  { from: 'electron/main', may: ['shared', 'electron/messages.ts'] },
  { from: 'electron/preload', may: [] },
  { from: 'electron', may: ['core', 'shared'] },
  { from: 'server', may: ['core', 'shared'] },
  { from: 'renderer/ui', may: ['shared'] },
  { from: 'renderer/link', may: ['shared'] },
  { from: 'renderer/features/*', may: ['renderer/ui', 'renderer/link', 'shared'] },
  { from: 'renderer/app', may: ['renderer/ui', 'renderer/link', 'renderer/features', 'shared'] },
  { from: 'renderer', may: ['renderer'] },
  { from: 'packages/graph-api-client', may: [] },
  { from: 'packages/practice-network', may: [] },
];

/** Packages that only some folders may import, whoever else would like to. */
export const reserved: readonly { name: RegExp; only: readonly string[] }[] = [
  { name: /^electron$/, only: ['electron'] },
  { name: /^better-sqlite3$/, only: ['core/db', 'packages/practice-network'] },
  { name: /^sharp$/, only: ['core/media', 'packages/practice-network'] },
  { name: /^@napi-rs\/canvas$/, only: ['core/media'] },
  {
    name: /^(react|react-dom|@mantine\/.*|@tanstack\/react-.*|react-i18next|@tabler\/.*)$/,
    only: ['renderer'],
  },
  { name: /^@orpc\/server/, only: ['core', 'server', 'electron'] },
  { name: /^node:/, only: ['core', 'server', 'electron', 'packages'] },
];
