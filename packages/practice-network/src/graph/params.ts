import { parseExactJson } from './exact-json.ts';
import { GraphError, badParameter } from './graph-error.ts';

/** A file that came in a request: already on disk, to be taken or thrown away. */
export interface UploadedFile {
  path: string;
  filename: string;
  mimeType: string;
  sizeBytes: number;
}

/** Parameters of a call, whatever way they were sent. */
export interface Params {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, UploadedFile>>;
  has(name: string): boolean;
  text(name: string): string | undefined;
  required(name: string): string;
  flag(name: string): boolean | undefined;
  number(name: string): number | undefined;
  /** A JSON array, an array, or a comma list. */
  list(name: string): unknown[] | undefined;
  json(name: string): unknown;
  names(): string[];
}

/** Collects parameters; `a[0]` and `a[b]` become parts of `a`. */
export function makeParams(
  sources: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, UploadedFile>> = {},
): Params {
  const values = gather(sources);
  const text = (name: string): string | undefined => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === null) return undefined;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return {
    values,
    files,
    has: (name) => text(name) !== undefined || Object.hasOwn(files, name),
    text,
    required: (name) => {
      const value = text(name);
      if (value === undefined || value === '') {
        throw badParameter(name, `The parameter ${name} is required`);
      }
      return value;
    },
    flag: (name) => readFlag(name, text(name)),
    number: (name) => readNumber(name, text(name)),
    list: (name) => readList(name, text(name)),
    json: (name) => readJson(name, text(name)),
    names: () => [...Object.keys(values), ...Object.keys(files)],
  };
}

function gather(sources: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(sources)) {
    const [, name, part] = /^([^[\]]+)\[([^[\]]*)\]$/.exec(key) ?? [];
    if (name === undefined || part === undefined) {
      values[key] = value;
      continue;
    }
    const whole: unknown = values[name];
    const parts: Record<string, unknown> =
      typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : {};
    parts[part === '' ? String(Object.keys(parts).length) : part] = readLoose(value);
    values[name] = parts;
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, orderedParts(value)]),
  );
}

/** `{0: a, 1: b}` is a list. */
function orderedParts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 0 || keys.some((key) => !/^\d+$/.test(key))) return value;
  const parts = value as Record<string, unknown>;
  return keys.toSorted((left, right) => Number(left) - Number(right)).map((key) => parts[key]);
}

function readLoose(value: unknown): unknown {
  // Only objects and lists: a bare id must stay text.
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return parseExactJson(value);
  } catch {
    return value;
  }
}

function readFlag(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined || text === '') return undefined;
  if (['true', '1', 'yes'].includes(text.toLowerCase())) return true;
  if (['false', '0', 'no'].includes(text.toLowerCase())) return false;
  throw badParameter(name, `Param ${name} must be a boolean`);
}

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw badParameter(name, `Param ${name} must be a number`);
  return value;
}

function readJson(name: string, text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return parseExactJson(text);
  } catch {
    throw badParameter(name, `Param ${name} must be valid JSON`);
  }
}

function readList(name: string, text: string | undefined): unknown[] | undefined {
  if (text === undefined || text === '') return undefined;
  if (!text.trimStart().startsWith('[')) {
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  const value = readJson(name, text);
  if (!Array.isArray(value)) throw new GraphError(100, `(#100) Param ${name} must be an array.`);
  return value.map(readLoose);
}
