import type { PostContent } from '../../../../shared/contract/posts.ts';

/** Whether two contents say the same, whatever the order of their fields and whatever is left out. */
export function isSameContent(one: PostContent, other: PostContent): boolean {
  return JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined && part !== null)
    .map(([key, part]) => [key, tidy(part)] as const)
    .filter(([, part]) => !isEmpty(part))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
