import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/contract.ts';
import type { StudioLink } from './studio-link.ts';

export type StudioClient = ContractRouterClient<Contract>;

/** The contract as functions, and as options for queries and mutations. */
export function createStudioApi(link: StudioLink) {
  const client: StudioClient = createORPCClient({ call: link.call });
  return { client, api: createTanstackQueryUtils(client) };
}

export type StudioApi = ReturnType<typeof createStudioApi>['api'];
