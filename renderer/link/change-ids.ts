import { contract } from '../../shared/contract/contract.ts';

/** The paths (`posts/schedule`) of procedures that change something: those that take a clientId. */
export function changingProcedures(): ReadonlySet<string> {
  const paths = Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures)
      .filter(([, procedure]) => takesClientId(procedure['~orpc'].inputSchema))
      .map(([name]) => `${feature}/${name}`),
  );
  return new Set(paths);
}

function takesClientId(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if ('shape' in schema && typeof schema.shape === 'object' && schema.shape !== null)
    return 'clientId' in schema.shape;
  if ('unwrap' in schema && typeof schema.unwrap === 'function')
    return takesClientId((schema.unwrap as () => unknown)());
  return false;
}

/** Adds a clientId to the input of a change that has none yet. */
export function addClientIds(changing: ReadonlySet<string>, newId: () => string) {
  return (path: readonly string[], input: unknown): unknown => {
    if (!changing.has(path.join('/'))) return input;
    const given: object = typeof input === 'object' && input !== null ? input : {};
    return 'clientId' in given && given.clientId ? given : { ...given, clientId: newId() };
  };
}
