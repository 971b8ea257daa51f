import type { GraphClient } from 'graph-api-client';

/** The calls that list, by the names that the client gives them. */
export const listCalls = [
  ...['listFacebookComments', 'listInstagramComments', 'messages', 'conversations'],
  ...['taggedPosts', 'taggedMedia'],
] as const;

/** The same client, of which every list has pages of so many rows: a long list of few rows. */
export function shortPages(client: GraphClient, pageRows: () => number): GraphClient {
  return new Proxy(client, {
    get(target, name, receiver) {
      const call: unknown = Reflect.get(target, name, receiver);
      const isList = listCalls.some((one) => one === name);
      if (typeof call !== 'function' || !isList) return call;
      return (list: object, ...rest: unknown[]) =>
        Reflect.apply(call, target, [{ ...list, limit: pageRows() }, ...rest]) as unknown;
    },
  });
}
