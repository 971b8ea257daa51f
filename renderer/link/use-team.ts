import { useQuery } from '@tanstack/react-query';
import type { Person, Team } from '../../shared/contract/team.ts';
import { useApi } from './link-provider.tsx';

const nobody: Team = { people: [], approval: false };

export type TeamNow = Team & {
  /** Who works here; absent while nobody said so, or where the shop has no people. */
  current: Person | undefined;
};

/** The people of the shop, and who of them is at this computer. */
export function useTeam(): TeamNow {
  const api = useApi();
  const team = useQuery(api.team.list.queryOptions({ input: {} })).data ?? nobody;
  return { ...team, current: team.people.find((one) => one.id === team.me) };
}
