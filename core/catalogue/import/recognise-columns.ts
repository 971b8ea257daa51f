import { foldHeader, headerNames, isImportField, type ImportField } from './header-names.ts';

export type Columns = {
  /** Index of the header among the rows. */
  headerIndex: number;
  headers: string[];
  /** Which column feeds which field. */
  places: Map<ImportField, number>;
};

/** Files from a till begin with a title or two: the header is the row among the first ten that names
 *  the most fields. `mapping` (header to field, or field to header) goes before what is recognised. */
export function recogniseColumns(
  rows: readonly string[][],
  mapping: Readonly<Record<string, string>> = {},
): Columns {
  let best: Columns | undefined;
  for (const [headerIndex, row] of rows.slice(0, 10).entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const found = { headerIndex, headers: row, places: placesOf(row, mapping) };
    if (!best || found.places.size > best.places.size) best = found;
  }
  return best ?? { headerIndex: 0, headers: [], places: new Map() };
}

/** Header to field, as the dialog shows it and as `mapping` takes it back. */
export function mappingOf(columns: Columns): Record<string, string> {
  return Object.fromEntries(
    [...columns.places].map(([field, place]) => [columns.headers[place] ?? '', field]),
  );
}

function placesOf(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
): Map<ImportField, number> {
  const places = chosenPlaces(headers, mapping);
  const folded = headers.map(foldHeader);
  const taken = new Set(places.values());
  for (const [field, names] of Object.entries(headerNames) as [ImportField, readonly string[]][]) {
    if (places.has(field)) continue;
    const place = firstPlace(folded, names, taken);
    if (place === undefined) continue;
    places.set(field, place);
    taken.add(place);
  }
  return places;
}

function firstPlace(
  folded: readonly string[],
  names: readonly string[],
  taken: ReadonlySet<number>,
): number | undefined {
  for (const name of names) {
    const place = folded.findIndex((header, index) => header === name && !taken.has(index));
    if (place >= 0) return place;
  }
  return undefined;
}

function chosenPlaces(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
): Map<ImportField, number> {
  const places = new Map<ImportField, number>();
  for (const [one, other] of Object.entries(mapping)) {
    const [header, field] = headers.includes(one) ? [one, other] : [other, one];
    const place = headers.indexOf(header);
    if (place >= 0 && isImportField(field)) places.set(field, place);
  }
  return places;
}
