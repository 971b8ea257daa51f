// What a login finds in a world of an agency, whose shops lack one thing or another.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeNetwork } from 'practice-network';
import type { FoundAccount } from '../../shared/contract/accounts.ts';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import { openNetwork } from '../../tests/support/practice.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { accountsService, type AccountsService } from './service.ts';

let network: PracticeNetwork;
let tools: TestTools;
let accounts: AccountsService;
let found: FoundAccount[];
let state: string;

beforeAll(async () => {
  network = await openNetwork({ seed: 1, world: 'agency' });
  tools = openTestTools();
  accounts = accountsService({
    tools,
    secrets: createMemorySecrets(),
    readMode: () => 'undecided',
    settleMode: () => {},
    defaultGraph: () => network.ready.url,
  });
  ({ state } = await accounts.useToken({ userToken: network.ready.user.token }, {}));
  ({ accounts: found } = accounts.found({ state }, { language: 'en' }));
});
afterAll(async () => {
  tools.close();
  await network.close();
});

const of = (pageName: string, kind: 'facebook' | 'instagram'): FoundAccount | undefined =>
  found.find((one) => one.pageName === pageName && one.network === kind);

test('what can be connected comes first, each account once', () => {
  const firstBlocked = found.findIndex((one) => one.blocked);
  expect(firstBlocked).toBeGreaterThan(0);
  expect(found.slice(firstBlocked).every((one) => one.blocked)).toBe(true);
  expect(new Set(found.map((one) => `${one.network} ${one.remoteId}`)).size).toBe(found.length);
});

test('Pages that only a business lists are found, with its name', () => {
  expect(of('Papier Plume', 'facebook')).toMatchObject({ businessName: 'Agence Mistral' });
  expect(of('Papier Plume', 'instagram')?.can).toContain('publish');
});

test('a Page without a role is shown, and why it cannot be connected', () => {
  const page = of('Vélo Bleu', 'facebook');
  expect(page).toMatchObject({ can: [], businessName: 'Agence Mistral' });
  expect(page?.blocked).toMatchObject({ code: 'no-role' });
  expect(page?.blocked?.todo).toContain('admin of the Page');
  const role = of('Maison Ocre', 'facebook')?.missing.find((one) => one.capability === 'publish');
  expect(role).toMatchObject({ code: 'task:CREATE_CONTENT' });
});

test('a Page without a professional Instagram account says so, with the way to one', () => {
  const lacking = found.filter((one) => one.blocked?.code === 'no-instagram');
  expect(lacking.length).toBeGreaterThan(0);
  expect(lacking[0]?.blocked?.text).toContain('No professional Instagram account');
  expect(lacking[0]?.blocked?.todo).toContain('professional');
  expect(of('La Serre', 'instagram')?.blocked).toBeUndefined();
});

test('what is missing names the reason and the remedy', () => {
  const reasons = new Map(
    found.flatMap((one) => one.missing.map((lack) => [lack.code.split(':')[0], lack] as const)),
  );
  expect([...reasons.keys()]).toEqual(expect.arrayContaining(['task', 'no-catalogue', 'network']));
  for (const [code, lack] of reasons) {
    expect(lack.text).not.toMatch(/^missing|undefined/);
    if (code === 'network') expect(lack.fix).toBeUndefined();
    else expect(lack.fix).toMatch(/\.$/);
  }
});

test('a blocked account cannot be chosen', async () => {
  const blocked = found.find((one) => one.blocked);
  const remoteIds = [blocked?.remoteId ?? ''];
  await expect(accounts.choose({ state, remoteIds }, {})).rejects.toMatchObject({
    code: 'account-unknown',
  });
  expect(accounts.listAccounts()).toEqual([]);
});
