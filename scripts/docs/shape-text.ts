/** As much of JSON Schema as zod writes for the contract. */
export type JsonShape = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  anyOf?: JsonShape[];
  items?: JsonShape;
  properties?: Record<string, JsonShape>;
  required?: string[];
  additionalProperties?: JsonShape | boolean;
  $ref?: string;
};

/** A shape in one line: `{id: text, at?: instant, tags: [{x: number}]}`. */
export function shapeText(shape: JsonShape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (shape.anyOf) return shape.anyOf.map(shapeText).join(' | ');
  if (shape.type === 'array') return `[${shapeText(shape.items ?? {})}]`;
  if (shape.type === 'object') return objectText(shape);
  if (shape.format === 'date-time') return 'instant';
  if (shape.type === 'string') return 'text';
  if (shape.type === 'integer') return 'integer';
  return shape.type ?? 'any';
}

function objectText({ properties, required = [], additionalProperties }: JsonShape): string {
  if (!properties) {
    return typeof additionalProperties === 'object'
      ? `{any key: ${shapeText(additionalProperties)}}`
      : '{}';
  }
  const parts = Object.entries(properties).map(
    ([name, shape]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeText(shape)}`,
  );
  return `{${parts.join(', ')}}`;
}
