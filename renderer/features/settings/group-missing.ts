import type { Account } from '../../../shared/contract/accounts.ts';

type Missing = Account['missing'][number];

export type MissingGroup = { capabilities: Missing['capability'][]; first: Missing };

/** What has the same cure is one line: a permission that was refused takes several things along. */
export function groupMissing(missing: readonly Missing[]): MissingGroup[] {
  const groups = new Map<string, MissingGroup>();
  for (const one of missing) {
    const cure = `${one.code} ${one.fix ?? one.text}`;
    const group = groups.get(cure);
    if (group) group.capabilities.push(one.capability);
    else groups.set(cure, { capabilities: [one.capability], first: one });
  }
  return [...groups.values()];
}

/** `permission:pages_messaging` is of the kind `permission`. */
export function kindOf({ code }: Pick<Missing, 'code'>): string {
  return code.split(':')[0] ?? code;
}

/** What somebody could do something about; what a network never offers is not lacking. */
export function lackingOf({ missing }: Pick<Account, 'missing'>): Missing[] {
  return missing.filter((one) => kindOf(one) !== 'network');
}
