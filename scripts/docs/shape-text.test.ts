import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { apiPage } from './api-page.ts';
import { shapeText, type JsonShape } from './shape-text.ts';

const textOf = (schema: z.ZodType) => shapeText(z.toJSONSchema(schema) as JsonShape);

test('writes a shape in one line', () => {
  const schema = z.object({
    id: z.string(),
    at: z.iso.datetime().optional(),
    kind: z.enum(['a', 'b']),
    tags: z.array(z.object({ x: z.number() })),
    extra: z.record(z.string(), z.number().int()),
    either: z.union([z.literal(true), z.string()]),
  });
  expect(textOf(schema)).toBe(
    '{id: text, at?: instant, kind: "a" | "b", tags: [{x: number}], extra: {any key: integer}, either: true | text}',
  );
});

test('docs/api.md lists every procedure as the contract has it', async () => {
  const written = readFileSync(resolve(import.meta.dirname, '../../docs/api.md'), 'utf8');
  expect(written).toBe(await apiPage());
  for (const [feature, procedures] of Object.entries(contract)) {
    for (const name of Object.keys(procedures)) expect(written).toContain(`### ${feature}/${name}`);
  }
});
