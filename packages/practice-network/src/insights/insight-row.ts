import { graphTime } from '../practice-clock.ts';

/** A metric with its numbers, in the shape of an insights answer. */
export function insightRow(
  objectId: string,
  name: string,
  period: string,
  numbers: { values: unknown[] } | { total_value: unknown },
): Record<string, unknown> {
  const title = titleOf(name);
  return {
    name,
    period,
    ...('values' in numbers ? numbers : {}),
    title,
    description: `${title}, as the practice network counts it.`,
    ...('total_value' in numbers ? numbers : {}),
    id: `${objectId}/insights/${name}/${period}`,
  };
}

function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One number of a row of days; the end is not part of the day. */
export function valueAt(value: unknown, endMs: number): { value: unknown; end_time: string } {
  return { value, end_time: graphTime(endMs) };
}

/** A sum, with its parts where a breakdown was asked for. */
export function totalValue(
  value: number,
  dimension?: string,
  parts: readonly { name: string; value: number }[] = [],
): Record<string, unknown> {
  if (dimension === undefined) return { value };
  const results = parts
    .filter((part) => part.value !== 0)
    .map((part) => ({ dimension_values: [part.name], value: part.value }));
  return { value, breakdowns: [{ dimension_keys: [dimension], results }] };
}
