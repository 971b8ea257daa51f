import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

export const root = resolve(import.meta.dirname, '../..');

export type SourceFile = {
  /** From the root, with `/`. */
  path: string;
  text: string;
  lines: number;
  isTest: boolean;
  imports: string[];
};

const sourceFolders = [
  'core',
  'shared',
  'server',
  'electron',
  'renderer',
  'packages',
  'scripts',
  'bench',
  'tests',
];
const skipped = new Set(['node_modules', 'dist', 'specs', 'artefacts', 'inputs']);

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return skipped.has(name) ? [] : listFiles(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Module names a file imports, type-only ones and `import()` of a literal included. */
export function importsOf(path: string, text: string): string[] {
  const { module } = parseSync(path, text);
  const fixed = module.staticImports.map((entry) => entry.moduleRequest.value);
  const exported = module.staticExports.flatMap((entry) =>
    entry.entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return literal?.[1] ? [literal[1]] : [];
  });
  return [...new Set([...fixed, ...exported, ...dynamic])];
}

/** A relative import as a path from the root; one of our packages as its folder; else undefined. */
export function resolveOurs(from: string, name: string): string | undefined {
  if (name.startsWith('.')) {
    return relative(root, resolve(root, dirname(from), name))
      .split(sep)
      .join('/');
  }
  const match = /^(graph-api-client|practice-network)(\/|$)/.exec(name);
  return match ? `packages/${match[1]}` : undefined;
}

export function readSources(): SourceFile[] {
  return sourceFolders.flatMap((folder) => {
    const full = join(root, folder);
    return listFiles(full).map((file): SourceFile => {
      const path = relative(root, file).split(sep).join('/');
      const text = readFileSync(file, 'utf8');
      return {
        path,
        text,
        lines: text.split('\n').length - 1,
        isTest: /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/'),
        imports: importsOf(path, text),
      };
    });
  });
}
