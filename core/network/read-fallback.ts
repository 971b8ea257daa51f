import type { CallOptions, GraphClient, GraphResult } from 'graph-api-client';

/** Whether an account's single objects are known to be readable by the person's token only. */
export type FallbackMemory = { isNeeded(): boolean; remember(): void };

type ReadName = 'readContainer' | 'readMedia' | 'mediaChildren' | 'readInstagramComment';
type Read = (id: string, options?: CallOptions) => Promise<GraphResult<unknown>>;

const readNames: readonly ReadName[] = [
  'readContainer',
  'readMedia',
  'mediaChildren',
  'readInstagramComment',
];

/** Since May 2026 the Page's token gets 100/33 on single Instagram objects of many accounts, though the
 *  person's token reads them and publishing works. Each such read is asked a second time as the person;
 *  what helped once is done first from then on. */
export function withReadFallback(
  page: GraphClient,
  openUser: () => Promise<GraphClient>,
  memory: FallbackMemory,
): GraphClient {
  const reads = readNames.map((name) => [name, readEitherWay(name)] as const);

  function readEitherWay(name: ReadName): Read {
    return async (id, options) => {
      if (memory.isNeeded()) {
        const asUser = await readAsUser(name, id, options);
        if (asUser?.ok) return asUser;
      }
      const asPage = await (page[name] as Read)(id, options);
      if (asPage.ok || asPage.failure.reaction !== 'gone' || memory.isNeeded()) return asPage;
      const asUser = await readAsUser(name, id, options);
      if (!asUser?.ok) return asPage;
      memory.remember();
      return asUser;
    };
  }

  async function readAsUser(
    name: ReadName,
    id: string,
    options: CallOptions | undefined,
  ): Promise<GraphResult<unknown> | undefined> {
    const user = await openUser().catch(() => undefined);
    return user && (user[name] as Read)(id, options);
  }

  return { ...page, ...Object.fromEntries(reads) } as GraphClient;
}
