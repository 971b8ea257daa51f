export type Search = Record<string, string>;

/** Plain text only: an id of digits alone must stay the text it is. */
export function readSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (typeof value === 'string' && value !== '') parameters.set(key, value);
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
