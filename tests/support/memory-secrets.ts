import type { SecretStore } from '../../core/host.ts';

/** A keyring that lasts as long as the test. */
export function createMemorySecrets(
  start: Record<string, string> = {},
): SecretStore & { names(): string[] } {
  const kept = new Map(Object.entries(start));
  return {
    kind: 'memory',
    weak: false,
    get: (name) => Promise.resolve(kept.get(name)),
    set: async (name, value) => void kept.set(name, value),
    delete: async (name) => void kept.delete(name),
    names: () => [...kept.keys()].toSorted(),
  };
}
