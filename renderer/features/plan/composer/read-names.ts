/** User names as people type them: separated by spaces, commas or lines, with or without `@`. */
export function readNames(text: string): string[] {
  const names = text.split(/[\s,;]+/).map((name) => name.replace(/^@/, ''));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 10);
}
