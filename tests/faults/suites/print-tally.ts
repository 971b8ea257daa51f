import { sumOf, totalOf, type KindTally, type Numbers, type Tally } from './tally.ts';

const columns = [
  ...['kind', 'targets', 'published', 'cancelled', 'told', 'asked', 'doubled', 'lost'],
  'visible calls',
];

/** The counts of a suite as lines for a person: a table by kind, why people were told and asked, and how
 *  often which fault struck. */
export function printTally(title: string, tally: Tally, seconds: number): string[] {
  const names = Object.keys(tally.kinds).toSorted();
  const rows = names.map((name) => rowOf(name, tally.kinds[name]));
  const total = totalOf(tally);
  return [
    `${title}: ${tally.runs} runs in ${seconds.toFixed(0)} s`,
    ...table([columns, ...rows, rowOf('all', total)]),
    ...reasons('told', tally, (kind) => kind.told),
    ...reasons('asked', tally, (kind) => kind.asked),
    `faults: ${sumOf(tally.faults)} in ${tally.requests} requests, ${rate(tally)} per 100: ${list(tally.faults)}`,
    `events: ${list(tally.events)}`,
    `${total.lost} lost, ${total.doubled} doubled, ${tally.failures.length} failing seeds`,
  ];
}

function rowOf(name: string, kind: KindTally | undefined): string[] {
  if (!kind) return [name];
  const { targets, published, cancelled, told, asked, doubled, lost, visibleCalls } = kind;
  const numbers = [targets, published, cancelled, sumOf(told), sumOf(asked), doubled, lost];
  return [name, ...[...numbers, visibleCalls].map(String)];
}

function table(rows: string[][]): string[] {
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
}

function reasons(name: string, tally: Tally, of: (kind: KindTally) => Numbers): string[] {
  return Object.entries(tally.kinds)
    .filter(([, kind]) => sumOf(of(kind)) > 0)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([kind, tallied]) => `${name}, ${kind}: ${list(of(tallied))}`);
}

function list(numbers: Numbers): string {
  const entries = Object.entries(numbers).toSorted(([, one], [, other]) => other - one);
  return entries.map(([name, number]) => `${name} ${number}`).join(', ') || 'none';
}

function rate({ faults, requests }: Tally): string {
  return ((100 * sumOf(faults)) / Math.max(1, requests)).toFixed(1);
}
