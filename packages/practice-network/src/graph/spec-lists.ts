import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface SpecParam {
  name: string;
  required: boolean;
}

interface SpecEdge {
  method: string;
  endpoint?: string;
  name?: string;
  params: SpecParam[];
}

interface Spec {
  apis: SpecEdge[];
  fields: { name: string }[];
}

/** The published field and parameter lists, each read once. */
export interface SpecLists {
  /** Whether a field or a readable edge of this name is listed. */
  knowsField: (spec: string, name: string) => boolean;
  /** Parameters of an edge; undefined when the edge is not listed. */
  params: (spec: string, method: string, endpoint: string) => ReadonlySet<string> | undefined;
}

/** Opens the lists in the package's `specs` folder. */
export function openSpecLists(
  dir: string = join(import.meta.dirname, '..', '..', 'specs'),
): SpecLists {
  const specs = new Map<string, Spec>();
  const names = new Map<string, Set<string>>();
  const read = (spec: string): Spec => {
    const known =
      specs.get(spec) ?? (JSON.parse(readFileSync(join(dir, `${spec}.json`), 'utf8')) as Spec);
    specs.set(spec, known);
    return known;
  };
  const namesOf = (spec: string): Set<string> => {
    const { apis, fields } = read(spec);
    const edges = apis.filter((api) => api.method === 'GET').map((api) => api.endpoint ?? '');
    return new Set([...fields.map((field) => field.name), ...edges]);
  };
  return {
    knowsField: (spec, name) => {
      const known = names.get(spec) ?? namesOf(spec);
      names.set(spec, known);
      return known.has(name);
    },
    params: (spec, method, endpoint) => {
      const edge = read(spec).apis.find(
        (api) => api.method === method && (api.endpoint ?? api.name) === endpoint,
      );
      return edge && new Set(edge.params.map((param) => param.name));
    },
  };
}
