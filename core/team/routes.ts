import { implement } from '@orpc/server';
import { team } from '../../shared/contract/team.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { TeamService } from './service.ts';

export function teamRoutes(service: TeamService) {
  const os = implement(team).$context<CallContext>();
  return os.router({
    list: os.list.handler(() => service.list()),
    add: os.add.handler(({ input: { clientId, ...person } }) => service.add(person, clientId)),
    change: os.change.handler(({ input: { clientId, ...person } }) =>
      service.change(person, clientId),
    ),
    remove: os.remove.handler(({ input }) => service.remove(input.personId, input.clientId)),
    actAs: os.actAs.handler(({ input }) => service.actAs(input)),
    setApproval: os.setApproval.handler(({ input }) =>
      service.setApproval(input.approval, input.clientId),
    ),
  });
}
