import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Topic } from '../../shared/contract/app.ts';
import type { StudioApi, StudioClient } from './studio-api.ts';
import type { LinkState, StudioLink } from './studio-link.ts';
import { askAgain } from './ask-again.ts';
import { staleKeys } from './topics.ts';

export type StudioAccess = { link: StudioLink; client: StudioClient; api: StudioApi };

const AccessContext = createContext<StudioAccess | undefined>(undefined);

export function useStudio(): StudioAccess {
  const access = useContext(AccessContext);
  if (!access) throw new Error('LinkProvider is missing.');
  return access;
}

/** Query and mutation options of every procedure: `useQuery(api.posts.drafts.queryOptions())`. */
export function useApi(): StudioApi {
  return useStudio().api;
}

/** Whether this window reaches the studio at all; not to be confused with the shop's line. */
export function useLinkState(): LinkState {
  const { link } = useStudio();
  return useSyncExternalStore(link.onState, link.state);
}

/** The studio lies on this machine: the browser's own idea of on- and offline must not matter. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 60_000,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

export function LinkProvider({ access, children }: { access: StudioAccess; children: ReactNode }) {
  const [queries] = useState(createQueryClient);
  useEffect(() => {
    const stop = new AbortController();
    void followChanges(access, queries, stop.signal);
    return () => stop.abort();
  }, [access, queries]);
  return (
    <AccessContext value={access}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </AccessContext>
  );
}

/** Asks again for what changed, in one go for changes that come together; after a lost line for
 *  everything, since changes may have passed meanwhile. */
async function followChanges(
  { client }: StudioAccess,
  queries: QueryClient,
  signal: AbortSignal,
): Promise<void> {
  const changed = new Set<Topic>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const keys = staleKeys(changed);
    changed.clear();
    for (const path of keys) askAgain(queries, [path]);
  };
  for (let first = true; !signal.aborted; first = false) {
    try {
      const changes = await client.app.changes(undefined, { signal });
      if (!first) void queries.invalidateQueries();
      for await (const { topic } of changes) {
        changed.add(topic);
        timer ??= setTimeout(flush, 40);
      }
    } catch {
      // The line went; the next turn waits for it to come back.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
