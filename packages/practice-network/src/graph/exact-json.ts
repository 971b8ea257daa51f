interface RevivedSource {
  source?: string;
}

type Reviver = (key: string, value: unknown, context: RevivedSource) => unknown;

const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;

const { rawJSON: rawJson } = JSON as unknown as { rawJSON: (this: void, text: string) => unknown };

/** Parses JSON and keeps integers past 2^53 as text, so that no id loses its last digits. */
export function parseExactJson(text: string): unknown {
  return parse(text, (_key, value, { source }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
      ? (source ?? value)
      : value,
  );
}

/** Writes a decimal id as a bare JSON number, however long. */
export function bareNumber(id: string): unknown {
  return /^\d+$/.test(id) ? rawJson(id) : id;
}
