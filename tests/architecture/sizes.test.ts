import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { readSources, type SourceFile } from './read-imports.ts';

const sources = readSources();
const product = sources.filter((file) => !file.isTest);
const limits = {
  fileMedian: 70,
  fileP95: 250,
  fileMax: 400,
  functionMedian: 8,
  functionP95: 40,
  functionMax: 60,
};

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

type Span = { start: number; end: number };
type Node = { type?: string; start?: number; end?: number };

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

/** Every function of a syntax tree. Those that hold others (a service, a component) count with what
 *  they hold taken out: it is read on its own. */
function functionSpans(root: unknown): { span: Span; inner: Span[] }[] {
  const found: { span: Span; inner: Span[] }[] = [];
  function walk(value: unknown, owner: Span[] | undefined): void {
    if (Array.isArray(value)) return value.forEach((item) => walk(item, owner));
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    let next = owner;
    if (
      node.type &&
      functionTypes.has(node.type) &&
      node.start !== undefined &&
      node.end !== undefined
    ) {
      const entry = { span: { start: node.start, end: node.end }, inner: [] as Span[] };
      owner?.push(entry.span);
      found.push(entry);
      next = entry.inner;
    }
    for (const child of Object.values(node)) walk(child, next);
  }
  walk(root, undefined);
  return found;
}

function countLines(text: string, span: Span): number {
  return text.slice(span.start, span.end).split('\n').length;
}

function functionLines(file: SourceFile): { lines: number; at: string }[] {
  const { program } = parseSync(file.path, file.text);
  return functionSpans(program).map(({ span, inner }) => {
    const taken = inner.reduce((sum, part) => sum + countLines(file.text, part) - 1, 0);
    const line = file.text.slice(0, span.start).split('\n').length;
    return { lines: countLines(file.text, span) - taken, at: `${file.path}:${line}` };
  });
}

test('files stay small', () => {
  const counts = product.map((file) => file.lines);
  const tooLong = product
    .filter((file) => file.lines > limits.fileMax)
    .map((file) => `${file.path}: ${file.lines}`);
  expect(tooLong).toEqual([]);
  expect(quantile(counts, 0.5)).toBeLessThanOrEqual(limits.fileMedian);
  expect(quantile(counts, 0.95)).toBeLessThanOrEqual(limits.fileP95);
});

test('functions stay small', () => {
  const all = product.flatMap(functionLines);
  const tooLong = all
    .filter((one) => one.lines > limits.functionMax)
    .map((one) => `${one.at}: ${one.lines}`);
  expect(tooLong).toEqual([]);
  const counts = all.map((one) => one.lines);
  expect(quantile(counts, 0.5)).toBeLessThanOrEqual(limits.functionMedian);
  expect(quantile(counts, 0.95)).toBeLessThanOrEqual(limits.functionP95);
});

test('the check itself measures a function without the ones inside it', () => {
  const text =
    'function outer() {\n  const inner = () => {\n    a();\n    b();\n  };\n  return inner;\n}\n';
  const file = { path: 'x.ts', text, lines: 7, isTest: false, imports: [] };
  expect(functionLines(file).map((one) => one.lines)).toEqual([4, 4]);
});

test('no `any`, no suppressed type error, no test that is left out', () => {
  const words = [
    /(:|\bas|<)\s*any\b/,
    /@ts-(ignore|nocheck|expect-error)/,
    /\b(it|test|describe)\.(only|skip|todo)\(/,
  ];
  const found = sources
    .filter((file) => file.path !== 'tests/architecture/sizes.test.ts')
    .flatMap((file) =>
      file.text.split('\n').flatMap((line, index) => {
        const code = line.replace(/\/\/.*$|^\s*(\/\*)?\*.*$/, '');
        const isAskedSkip = /test\.skip\((?!['"`])/.test(code);
        return words.some((word) => word.test(code)) && !isAskedSkip
          ? [`${file.path}:${index + 1}: ${line.trim()}`]
          : [];
      }),
    );
  expect(found).toEqual([]);
});
