import { expect, test } from 'vitest';
import { layers, reserved } from './layers.ts';
import { readSources, resolveOurs, type SourceFile } from './read-imports.ts';

const sources = readSources();
const product = sources.filter((file) => !file.isTest && !/^(scripts|bench)\//.test(file.path));

/** The folder that `pattern` names for this path, with `*` filled in; undefined if it does not fit. */
function fit(pattern: string, path: string): string | undefined {
  const parts = pattern.split('/');
  const own = path.split('/');
  // A rule with `*` speaks of folders: core/texts.ts is not a feature.
  if (own.length <= parts.length) return undefined;
  const fits = parts.every((part, index) => part === '*' || part === own[index]);
  return fits ? own.slice(0, parts.length).join('/') : undefined;
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

export function forbiddenImports(file: Pick<SourceFile, 'path' | 'imports'>): string[] {
  const rule = layers.find((layer) => fit(layer.from, file.path) !== undefined);
  if (!rule) return [];
  const own = fit(rule.from, file.path) ?? '';
  return file.imports.filter((name) => {
    const target = resolveOurs(file.path, name);
    if (target === undefined || isBelow(target, own)) return false;
    return !rule.may.some((folder) => isBelow(target, folder));
  });
}

test('every import goes the one way', () => {
  const wrong = product.flatMap((file) =>
    forbiddenImports(file).map((name) => `${file.path} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('the check itself sees a forbidden import', () => {
  const path = 'core/inbox/service.ts';
  expect(forbiddenImports({ path, imports: ['../posts/store.ts'] })).toEqual(['../posts/store.ts']);
  expect(forbiddenImports({ path, imports: ['../db/transact.ts', './store.ts', 'zod'] })).toEqual(
    [],
  );
  const client = 'packages/graph-api-client/src/send.ts';
  expect(forbiddenImports({ path: client, imports: ['practice-network'] })).toEqual([
    'practice-network',
  ]);
  const rule = 'shared/rules/money.ts';
  expect(forbiddenImports({ path: rule, imports: ['../contract/shapes.ts'] })).toHaveLength(1);
});

test('a reserved package is imported only where it belongs', () => {
  const wrong = product.flatMap((file) =>
    file.imports.flatMap((name) => {
      const rule = reserved.find((entry) => entry.name.test(name));
      return rule && !rule.only.some((folder) => isBelow(file.path, folder))
        ? [`${file.path} → ${name}`]
        : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('nothing imports electron/, server/ or open-studio but the shells', () => {
  const wrong = product.flatMap((file) =>
    file.imports.flatMap((name) => {
      const target = resolveOurs(file.path, name) ?? '';
      const isShell = isBelow(file.path, 'electron') || isBelow(file.path, 'server');
      const inward =
        isBelow(target, 'electron') ||
        isBelow(target, 'server') ||
        target === 'core/open-studio.ts';
      return inward && !isShell ? [`${file.path} → ${name}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('no import cycle', () => {
  const graph = new Map(
    product.map((file) => [
      file.path,
      file.imports.flatMap((name) => resolveOurs(file.path, name) ?? []),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  function visit(path: string, trail: string[]): void {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path]);
    state.set(path, 'done');
  }
  for (const path of graph.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});
