import { checkCollaborators } from './check-collaborators.ts';
import { checkMedia } from './check-media.ts';
import { checkTags } from './check-tags.ts';
import { checkWords } from './check-words.ts';
import type { CheckedAccount, CheckedPost, CheckFinding } from './post-check-types.ts';

const order = { error: 0, warning: 1, note: 2 } as const;

/** What each chosen network would refuse (`error`), what the merchant may regret (`warning`) and what
 *  is worth knowing (`note`), worst first. Pure: everything it needs is in `post`. */
export function checkPost(post: CheckedPost): CheckFinding[] {
  const networks = new Set(post.accounts.map((account) => account.network));
  return [
    ...checkAccounts(post),
    ...checkMedia(post, networks),
    ...checkWords(post, networks),
    ...checkTags(post, networks),
    ...checkCollaborators(post, networks),
    ...post.postedBefore.map((account): CheckFinding => ({
      field: 'caption',
      level: 'warning',
      code: 'posted-before',
      params: { account },
    })),
  ].sort((one, other) => order[one.level] - order[other.level]);
}

function checkAccounts(post: CheckedPost): CheckFinding[] {
  const found: CheckFinding[] = [];
  if (post.accounts.length === 0 && post.unknownAccounts === 0)
    found.push({ field: 'accounts', level: 'error', code: 'accounts-none', params: {} });
  if (post.unknownAccounts > 0)
    found.push({
      field: 'accounts',
      level: 'error',
      code: 'account-gone',
      params: { count: post.unknownAccounts },
    });
  return [...found, ...post.accounts.flatMap(healthFindings)];
}

function healthFindings(account: CheckedAccount): CheckFinding[] {
  if (account.health === 'ok') return [];
  const level = account.health === 'throttled' ? 'note' : 'warning';
  return [
    {
      network: account.network,
      field: 'accounts',
      level,
      code: `account-${account.health}`,
      params: { account: account.name },
    },
  ];
}
