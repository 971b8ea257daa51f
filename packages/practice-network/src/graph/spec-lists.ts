import { specFiles, type Spec } from './spec-files.ts';

/** Questions to the published field and parameter lists. */
export interface SpecLists {
  /** Whether a field or a readable edge of this name is listed. */
  knowsField: (spec: string, name: string) => boolean;
  /** Parameters of an edge; undefined when the edge is not listed. */
  params: (spec: string, method: string, endpoint: string) => ReadonlySet<string> | undefined;
}

/** Opens the lists; each is prepared at its first use. */
export function openSpecLists(): SpecLists {
  const names = new Map<string, Set<string>>();
  return {
    knowsField: (spec, name) => {
      const known = names.get(spec) ?? namesOf(readSpec(spec));
      names.set(spec, known);
      return known.has(name);
    },
    params: (spec, method, endpoint) => {
      const edge = readSpec(spec).apis.find(
        (api) => api.method === method && (api.endpoint ?? api.name) === endpoint,
      );
      return edge && new Set(edge.params.map((param) => param.name));
    },
  };
}

function readSpec(name: string): Spec {
  const spec = Object.hasOwn(specFiles, name) ? specFiles[name] : undefined;
  if (spec === undefined) throw new Error(`there is no list ${name}`);
  return spec;
}

function namesOf({ apis, fields }: Spec): Set<string> {
  const edges = apis.filter((api) => api.method === 'GET').map((api) => api.endpoint ?? '');
  return new Set([...fields.map((field) => field.name), ...edges]);
}
