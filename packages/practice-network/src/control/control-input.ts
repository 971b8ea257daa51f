/** What a control call was given. */
export type ControlInput = Readonly<Record<string, unknown>>;

/** A control call that makes no sense; its message goes back to the caller. */
export class ControlError extends Error {}

export function text(input: ControlInput, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new ControlError(`${name} must be text.`);
}

export function requiredText(input: ControlInput, name: string): string {
  const value = text(input, name);
  if (value === undefined || value === '') throw new ControlError(`${name} is missing.`);
  return value;
}

export function number(input: ControlInput, name: string): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  const read = Number(value);
  if (!Number.isFinite(read)) throw new ControlError(`${name} must be a number.`);
  return read;
}

export function flag(input: ControlInput, name: string): boolean | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw new ControlError(`${name} must be true or false.`);
  return value;
}

/** An instant as ISO 8601 or as milliseconds. */
export function instant(input: ControlInput, name: string): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  const atMs = typeof value === 'number' ? value : Date.parse(text(input, name) ?? '');
  if (!Number.isFinite(atMs)) throw new ControlError(`${name} must be an instant.`);
  return atMs;
}
