import type { Role } from '../../shared/contract/team.ts';

/** What the studio asks before it does something for somebody. */
export type Deed = 'plan' | 'approve' | 'rules' | 'people';

const deeds: Record<Role, readonly Deed[]> = {
  owner: ['plan', 'approve', 'rules', 'people'],
  manager: ['plan', 'approve', 'rules'],
  author: ['plan'],
  answers: [],
};

export function mayDo(role: Role, deed: Deed): boolean {
  return deeds[role].includes(deed);
}
