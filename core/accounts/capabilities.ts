import type { z } from 'zod';
import type { capability } from '../../shared/contract/accounts.ts';
import type { Network } from '../../shared/contract/shapes.ts';

export type Capability = z.infer<typeof capability>;

/** Why an account cannot do something: `name` is the permission or the task that is missing. */
export type MissingCapability = {
  capability: Capability;
  code: 'permission' | 'task' | 'network' | 'no-catalogue' | 'not-eligible';
  name?: string;
};

export type AccountRights = {
  network: Network;
  /** Tasks of the person on the Page; empty when the network does not tell. */
  tasks: readonly string[];
  /** Granted permissions; undefined when they could not be read: then nothing is assumed missing. */
  permissions: readonly string[] | undefined;
  hasCatalogue: boolean;
  /** The shop's right to tag products; undefined when the network does not tell. */
  canTagProducts: boolean | undefined;
};

type Need = { permissions: readonly string[]; task?: string };

const publishOnFacebook: Need = {
  permissions: ['pages_manage_posts', 'pages_read_engagement'],
  task: 'CREATE_CONTENT',
};
const publishOnInstagram: Need = {
  permissions: ['instagram_content_publish', 'instagram_basic', 'pages_read_engagement'],
};

/** 'never': the network does not offer it through its interface. */
const needs: Record<Network, Record<Capability, Need | 'never'>> = {
  facebook: {
    publish: publishOnFacebook,
    stories: publishOnFacebook,
    reels: publishOnFacebook,
    'product-tags': 'never',
    comments: {
      permissions: ['pages_manage_engagement', 'pages_read_user_content'],
      task: 'MODERATE',
    },
    'private-replies': { permissions: ['pages_messaging'], task: 'MESSAGING' },
    'schedule-on-network': publishOnFacebook,
  },
  instagram: {
    publish: publishOnInstagram,
    stories: publishOnInstagram,
    reels: publishOnInstagram,
    'product-tags': { permissions: ['instagram_shopping_tag_products', 'catalog_management'] },
    comments: { permissions: ['instagram_manage_comments'] },
    'private-replies': { permissions: ['instagram_manage_messages', 'pages_messaging'] },
    'schedule-on-network': 'never',
  },
};

/** What a login asks for: all that is needed here, and what finding the accounts takes. */
export const wantedPermissions: readonly string[] = [
  ...new Set([
    'pages_show_list',
    'business_management',
    ...Object.values(needs).flatMap((network) =>
      Object.values(network).flatMap((need) => (need === 'never' ? [] : need.permissions)),
    ),
  ]),
];

/** What an account can do with these rights, and why it cannot do the rest. */
export function judgeCapabilities(rights: AccountRights): {
  can: Capability[];
  missing: MissingCapability[];
} {
  const all = Object.keys(needs[rights.network]) as Capability[];
  const missing = all.flatMap((one) => lackOf(one, rights) ?? []);
  const lacking = new Set(missing.map((one) => one.capability));
  return { can: all.filter((one) => !lacking.has(one)), missing };
}

/** What an account cannot do without `permission`; empty when nothing here needs it. */
export function capabilitiesNeeding(network: Network, permission: string): Capability[] {
  return (Object.entries(needs[network]) as [Capability, Need | 'never'][])
    .filter(([, need]) => need !== 'never' && need.permissions.includes(permission))
    .map(([one]) => one);
}

/** The same account after `permission` turned out to be gone. */
export function withoutPermission(
  account: { network: Network; can: Capability[]; missing: MissingCapability[] },
  permission: string,
): { can: Capability[]; missing: MissingCapability[] } {
  const lost = capabilitiesNeeding(account.network, permission);
  const newly = account.can.filter((one) => lost.includes(one));
  return {
    can: account.can.filter((one) => !lost.includes(one)),
    missing: [
      ...account.missing,
      ...newly.map((one) => ({ capability: one, code: 'permission' as const, name: permission })),
    ],
  };
}

function lackOf(one: Capability, rights: AccountRights): MissingCapability | undefined {
  const need = needs[rights.network][one];
  if (need === 'never') return { capability: one, code: 'network' };
  const permission = need.permissions.find((name) => rights.permissions?.includes(name) === false);
  if (permission !== undefined) return { capability: one, code: 'permission', name: permission };
  const { task } = need;
  if (task !== undefined && rights.tasks.length > 0 && !rights.tasks.includes(task)) {
    return { capability: one, code: 'task', name: task };
  }
  if (one !== 'product-tags') return undefined;
  if (!rights.hasCatalogue) return { capability: one, code: 'no-catalogue' };
  return rights.canTagProducts === false ? { capability: one, code: 'not-eligible' } : undefined;
}
