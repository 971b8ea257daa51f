import { GraphError, badParameter } from '../graph/graph-error.ts';

/** The metrics asked for, each known; one that is not fails the whole call. */
export function readMetrics(
  text: string | undefined,
  known: readonly string[],
  refuse: (name: string, index: number) => GraphError,
  whenMissing?: readonly string[],
): string[] {
  const names = listOfNames(text);
  if (names.length === 0) {
    if (whenMissing !== undefined) return [...whenMissing];
    throw badParameter('metric', '(param metric) must be non-empty');
  }
  const wrong = names.findIndex((name) => !known.includes(name));
  if (wrong >= 0) throw refuse(names[wrong] ?? '', wrong);
  return [...new Set(names)];
}

/** Of a Page's metrics a wrong one is not named, as on the real network. */
export function notAMetric(): GraphError {
  return new GraphError(100, '(#100) The value must be a valid insights metric', {
    data: { blame_field_specs: [['metric']] },
  });
}

/** Instagram tells what it would take. */
export function notOneOf(known: readonly string[]): (name: string, index: number) => GraphError {
  return (_name, index) =>
    badParameter(
      'metric',
      `metric[${index}] must be one of the following values: ${known.join(', ')}`,
    );
}

/** Instagram tells of a metric it once had that it has it no more. */
export function withdrawn(name: string): GraphError {
  return badParameter(
    'metric',
    `Starting from version v22.0 and above, the ${name} metric is no longer supported.`,
  );
}

/** One value of a list that the published names allow. */
export function readChoice(
  name: string,
  text: string | undefined,
  known: readonly string[],
): string | undefined {
  const [value, ...more] = listOfNames(text);
  if (value === undefined) return undefined;
  if (more.length > 0 || !known.includes(value))
    throw badParameter(name, `${name} must be one of the following values: ${known.join(', ')}`);
  return value;
}

/** A comma list or JSON text of names. */
function listOfNames(text: string | undefined): string[] {
  return (text ?? '')
    .replaceAll(/[[\]"]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
