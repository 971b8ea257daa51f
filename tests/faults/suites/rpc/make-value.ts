import type { Dice } from '../dice.ts';

/** As much of JSON Schema as zod writes for the contract. */
export type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  pattern?: string;
  format?: string;
};

/** What many a field of the contract takes; a pattern gets the first that fits. */
const samples = [
  ...[
    '2026-11-26T18:30:00.000Z',
    '2026-11-26T18:30',
    '2026-11-26',
    '18:30',
    '#24402F',
    'EUR',
    'FR',
  ],
  ...[
    '1234',
    'https://127.0.0.1:1/',
    'fr',
    '1:1',
    'a',
    'abc',
    '10',
    '0198a0b2-0000-7000-8000-000000000000',
  ],
];

/** Made of the shape of an input; `known` are ids that stand somewhere. */
export function makeValue(
  schema: Schema,
  dice: Dice,
  known: readonly string[],
  depth = 0,
): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return dice.pick(schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return makeValue(dice.pick(either), dice, known, depth);
  if (schema.allOf) {
    const parts = schema.allOf.map((part) => makeValue(part, dice, known, depth));
    return Object.assign({}, ...(parts as object[])) as unknown;
  }
  const type = Array.isArray(schema.type) ? dice.pick(schema.type) : schema.type;
  switch (type) {
    case 'object':
      return makeObject(schema, dice, known, depth);
    case 'array':
      return makeArray(schema, dice, known, depth);
    case 'string':
      return makeString(schema, dice, known);
    case 'integer':
    case 'number':
      return makeNumber(schema, dice, type === 'integer');
    case 'boolean':
      return dice.chance(0.5);
    case 'null':
      return null;
    default:
      return dice.pick(['x', 1, null, {}]);
  }
}

function makeObject(schema: Schema, dice: Dice, known: readonly string[], depth: number): object {
  const made: Record<string, unknown> = {};
  const required = new Set(schema.required);
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    // Folders and files of the machine are none of this test's.
    const isPlace = /^(folder|path|paths|graph|url|address)$/.test(name);
    if (isPlace && !required.has(name)) continue;
    if (required.has(name) || dice.chance(depth > 2 ? 0.2 : 0.4))
      made[name] = isPlace ? placeOf(part) : makeValue(part, dice, known, depth + 1);
  }
  if (typeof schema.additionalProperties === 'object' && dice.chance(0.5)) {
    const key = makeValue(schema.propertyNames ?? { type: 'string' }, dice, known, depth + 1);
    made[String(key)] = makeValue(schema.additionalProperties, dice, known, depth + 1);
  }
  return made;
}

const placeOf = (schema: Schema): unknown =>
  schema.type === 'array' ? ['relative/nowhere'] : 'relative/nowhere';

function makeArray(schema: Schema, dice: Dice, known: readonly string[], depth: number): unknown[] {
  if (schema.prefixItems)
    return schema.prefixItems.map((part) => makeValue(part, dice, known, depth + 1));
  const least = schema.minItems ?? 0;
  const length = Math.min(schema.maxItems ?? 3, least + dice.below(3));
  return Array.from({ length }, () => makeValue(schema.items ?? {}, dice, known, depth + 1));
}

function makeString(schema: Schema, dice: Dice, known: readonly string[]): string {
  if (schema.format === 'date-time') return '2026-11-26T18:30:00.000Z';
  if (schema.format === 'uri') return 'https://127.0.0.1:1/';
  if (schema.pattern !== undefined) {
    const pattern = new RegExp(schema.pattern);
    return samples.find((sample) => pattern.test(sample)) ?? 'x';
  }
  if (known.length > 0 && dice.chance(0.5)) return dice.pick(known);
  const text = dice.pick([
    'Bonjour',
    'géranium',
    '🌿',
    'x',
    "'; DROP TABLE comments; --",
    '‮txt',
    '',
  ]);
  const least = schema.minLength ?? 0;
  return text.length >= least ? text.slice(0, schema.maxLength) : 'x'.repeat(least);
}

function makeNumber(schema: Schema, dice: Dice, isWhole: boolean): number {
  const least = schema.minimum ?? schema.exclusiveMinimum ?? 0;
  const most = Math.min(schema.maximum ?? 1000, least + 1000);
  const number = least + dice.below(Math.max(1, most - least + 1));
  return isWhole ? Math.trunc(number) : number;
}
