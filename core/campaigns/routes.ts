import { implement } from '@orpc/server';
import { campaigns } from '../../shared/contract/campaigns.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { CampaignsService } from './service.ts';

export function campaignsRoutes(service: CampaignsService) {
  const os = implement(campaigns).$context<CallContext>();
  return os.router({
    list: os.list.handler(({ input }) => ({ items: service.list(input?.archived) })),
    get: os.get.handler(({ input, context }) => service.get(input.campaignId, context.language)),
    create: os.create.handler(({ input: { clientId, ...content } }) =>
      service.create(content, clientId),
    ),
    save: os.save.handler(({ input: { clientId, campaignId, ...content } }) =>
      service.save(campaignId, content, clientId),
    ),
    archive: os.archive.handler(({ input }) =>
      service.archive(input.campaignId, input.archived, input.clientId),
    ),
    remove: os.remove.handler(({ input }) => service.remove(input.campaignId, input.clientId)),
    restore: os.restore.handler(({ input }) => service.restore(input.campaignId, input.clientId)),
    assign: os.assign.handler(({ input }) => service.assign(input.moves, input.clientId)),
  });
}
