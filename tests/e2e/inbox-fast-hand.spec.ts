import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

/** A hand that is faster than the studio's answers: what is typed stays with the customer it is for, and no
 *  letter of it is ever a command. */
test.describe.configure({ timeout: 120_000 });

const customers = Array.from({ length: 40 }, (_, index) => nameOf(index));
const listed = z.object({
  items: z.array(
    z.object({
      threadId: z.string(),
      person: z.object({ name: z.string() }),
      draft: z.string().optional(),
      comments: z.array(z.object({ mine: z.boolean(), text: z.string() })),
    }),
  ),
});

let shop: CommentedShop;
let window: StudioWindow;
let page: Page;
let ids: ReadonlyMap<string, string>;
let held: (() => void)[] = [];
let holds: RegExp | undefined;

/** Words without figures, so that each reads as a name. */
function nameOf(index: number): string {
  const letters = 'abcdefghij';
  return `W${letters[Math.floor(index / 10)]}${letters[index % 10]}o`;
}

const name = (index: number) => customers[index] ?? '';
const box = (index: number) =>
  page.getByRole('textbox', { name: new RegExp(`^Répondre à ${name(index)}\\b`) });
const row = (index: number) => page.locator('.inbox-rows .inbox-row', { hasText: name(index) });

/** What the studio holds of each customer: drafts and answers; nothing where nothing was meant. */
async function touched(): Promise<Record<string, { draft?: string; said?: string[] }>> {
  const views = await Promise.all(
    ['all', 'done', 'snoozed'].map((view) =>
      shop.studio.call('inbox/threads', { view, limit: 100 }, listed),
    ),
  );
  const all = views.flatMap(({ items }, view) => items.map((item) => ({ ...item, view })));
  return Object.fromEntries(
    all.flatMap(({ person, draft, comments, view }) => {
      const said = comments.flatMap(({ mine, text }) => (mine ? [text] : []));
      const what = {
        ...(draft === undefined ? {} : { draft }),
        ...(said.length === 0 ? {} : { said }),
        ...(view === 0 ? {} : { left: true }),
      };
      return Object.keys(what).length === 0 ? [] : [[person.name, what]];
    }),
  );
}

/** What all tests together meant. */
const meant: Record<string, unknown> = {};

/** This happened in these threads, and nothing in any other. */
async function expectOnly(what: Record<string, unknown>): Promise<void> {
  Object.assign(meant, what);
  await expect.poll(touched).toEqual(meant);
}

/** Calls of this procedure wait from now on, as in a studio that has much to do. */
function hold(procedure: string): void {
  holds = new RegExp(`/${procedure}"`);
}

function letGo(): void {
  holds = undefined;
  for (const send of held.splice(0)) send();
}

/** The calls that were held back, told when as many are there. */
const expectHeld = (count: number) => expect.poll(() => held.length).toBe(count);

async function openAt(index: number): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${shop.studio.url}/#/inbox?thread=${ids.get(name(index))}`);
  await expect(box(index)).toBeVisible();
  await expect(row(index)).toBeVisible();
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const now = Date.now();
  shop = await startCommentedShop(
    customers.map((from, index) => ({
      ...{ from, message: `Question ${from} ?` },
      createdTime: new Date(now - (index + 1) * 60_000).toISOString(),
    })),
  );
  const merci = { name: 'Merci', shortcut: 'merci', texts: { fr: 'Merci {first_name}' } };
  await shop.studio.call('savedReplies/save', merci, z.unknown());
  await shop.studio.call('inbox/setSending', { undoSeconds: 60 }, z.unknown());
  const { items } = await shop.studio.call('inbox/threads', { limit: 100 }, listed);
  ids = new Map(items.map(({ person, threadId }) => [person.name, threadId]));
  window = await openWindow(browser, shop.studio, { path: '#/plan' });
  page = window.page;
  await page.routeWebSocket(/\/rpc-ws/, (socket) => {
    const studio = socket.connectToServer();
    socket.onMessage((message) => {
      if (holds?.test(String(message))) held.push(() => studio.send(message));
      else studio.send(message);
    });
  });
});

test.afterEach(() => {
  letGo();
  expect(window.takeFaults()).toEqual([]);
});

test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

test('the first thread stays under the hand when it leaves the list', async () => {
  await page.goto(`${shop.studio.url}/#/inbox`);
  await page.getByRole('button', { name: /^À répondre/ }).click();
  await expect(box(0)).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('Bonj');
  const threadIds = [ids.get(name(0))];
  await shop.studio.call('inbox/markDone', { threadIds, done: true }, z.unknown());
  await expect(row(0)).toHaveCount(0);
  await page.keyboard.type('our, je');
  await expect(box(0)).toHaveValue('Bonjour, je');
  await expectOnly({ [name(0)]: { draft: 'Bonjour, je', left: true } });
});

test('J goes on below an answered thread that has left the list, not at its top', async () => {
  await openAt(3);
  await page.getByRole('button', { name: /^À répondre/ }).click();
  await page.keyboard.press('r');
  await page.keyboard.type('Oui');
  await page.keyboard.press('Control+Enter');
  await expect(row(3)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(box(4)).toBeVisible();
  await expectOnly({ [name(3)]: { said: ['Oui'] } });
});

test('letters wait for a thread that is still being read', async () => {
  await openAt(5);
  hold('inbox/thread');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.keyboard.type('je lis');
  letGo();
  await expect(box(8)).toBeFocused();
  await page.keyboard.type(' tout');
  await expect(box(8)).toHaveValue('je lis tout');
  await expectOnly({ [name(8)]: { draft: 'je lis tout' } });
});

test('a shortcut that was typed before its thread is read offers its reply', async () => {
  await openAt(32);
  hold('inbox/thread');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.keyboard.type('/mer');
  letGo();
  await expect(page.getByRole('option', { name: /Merci/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expectOnly({ [name(35)]: { said: [`Merci ${name(35)}`] } });
});

test('an answer that is sent before its thread is read leaves to that thread', async () => {
  await openAt(5);
  hold('inbox/thread');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.keyboard.type('Oui');
  await page.keyboard.press('Control+Shift+Enter');
  letGo();
  await expect(box(11)).toBeFocused();
  await expectOnly({ [name(10)]: { said: ['Oui'] } });
});

test('the next answer may be typed before the studio has noted this one', async () => {
  await openAt(12);
  hold('inbox/reply');
  await page.keyboard.press('r');
  for (const [step, words] of ['Oui', 'Non', 'Si'].entries()) {
    await expect(
      page.getByRole('region', { name: `Échange avec ${name(12 + step)}` }),
    ).toBeVisible();
    await page.keyboard.type(words);
    await page.keyboard.press('Control+Shift+Enter');
  }
  await page.keyboard.type('je');
  await expectHeld(3);
  letGo();
  await expect(box(15)).toHaveValue('je');
  await expectOnly({
    [name(12)]: { said: ['Oui'] },
    [name(13)]: { said: ['Non'] },
    [name(14)]: { said: ['Si'] },
    [name(15)]: { draft: 'je' },
  });
});

test('what is typed behind an answer stays, and the answer is not offered again', async () => {
  await openAt(16);
  hold('inbox/reply');
  await page.keyboard.press('r');
  await page.keyboard.type('Oui');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('et puis');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(box(17)).toBeVisible();
  letGo();
  await page.keyboard.press('k');
  await expect(box(16)).toHaveValue('et puis');
  await expectOnly({ [name(16)]: { said: ['Oui'], draft: 'et puis' } });
});

test('what is typed behind a private answer stays', async () => {
  await openAt(33);
  hold('inbox/privateReply');
  await page.getByRole('button', { name: 'En privé', exact: true }).click();
  const alone = page.getByRole('textbox', { name: `Écrire à ${name(33)} en privé` });
  await alone.fill('Mon numéro');
  await alone.press('Control+Enter');
  await expectHeld(1);
  await alone.pressSequentially(' et puis');
  letGo();
  await expect(box(33)).toHaveValue('et puis');
  await expectOnly({ [name(33)]: { draft: 'et puis' } });
});

test('an answer that the studio refuses comes back to its thread', async () => {
  await openAt(18);
  const claim = { threadId: ids.get(name(18)), holder: 'another window' };
  hold('inbox/reply');
  await page.keyboard.press('r');
  await page.keyboard.type('Oui');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(box(19)).toBeFocused();
  await shop.studio.call('teamwork/claim', { ...claim, take: true }, z.unknown());
  letGo();
  await page.getByRole('button', { name: 'Ouvrir le fil' }).click();
  await expect(page.getByRole('region', { name: name(18), exact: true })).toBeVisible();
  await expect(page.locator('.inbox-box textarea')).toHaveValue('Oui');
  await expectOnly({ [name(18)]: { draft: 'Oui' } });
});

test('words of a kept reply come to their own thread or not at all', async () => {
  await openAt(20);
  await page.keyboard.press('r');
  await page.keyboard.type('/mer');
  await expect(page.getByRole('option', { name: /Merci/ })).toBeVisible();
  hold('inbox/fillReplies');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expectHeld(1);
  letGo();
  await expectOnly({ [name(20)]: { said: [`Merci ${name(20)}`] } });
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(box(21)).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('/mer');
  await expect(page.getByRole('option', { name: /Merci/ })).toBeVisible();
  hold('inbox/fillReplies');
  await page.keyboard.press('Enter');
  await expectHeld(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(box(22)).toBeVisible();
  await page.keyboard.press('r');
  letGo();
  await page.keyboard.type('Oui');
  await expect(box(22)).toHaveValue('Oui');
  await expectOnly({
    [name(20)]: { said: [`Merci ${name(20)}`] },
    [name(21)]: { draft: '/mer' },
    [name(22)]: { draft: 'Oui' },
  });
});

test('a draft that is let go elsewhere does not take the caret from another', async () => {
  await openAt(24);
  await page.keyboard.press('r');
  await page.keyboard.type('Un');
  const threadId = ids.get(name(24));
  await expectOnly({ [name(24)]: { draft: 'Un' } });
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(box(25)).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('Bonj');
  hold('inbox/drafts');
  await shop.studio.call('inbox/draft', { threadId, text: '' }, z.unknown());
  await shop.studio.call('inbox/markRead', { threadIds: [threadId], read: false }, z.unknown());
  await expect.poll(() => held.length).toBeGreaterThan(0);
  letGo();
  await expect(row(24)).not.toContainText('Brouillon');
  await page.keyboard.type('our');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(box(24)).toHaveValue('');
  await expectOnly({ [name(24)]: undefined, [name(25)]: { draft: 'Bonjour' } });
});

test('an answer taken back from the next box comes back whole, with the caret', async () => {
  await openAt(26);
  await page.keyboard.press('e');
  await expect(box(27)).toBeVisible();
  hold('inbox/reply');
  await page.keyboard.press('r');
  await page.keyboard.type('Oui');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(box(28)).toBeFocused();
  // Before it is noted: what was done before it stays done.
  await page.keyboard.press('Control+z');
  await page.keyboard.type('je');
  await expect(box(27)).toHaveValue('je');
  letGo();
  await expect(box(27)).toHaveValue('Oui\nje');
  await expectOnly({ [name(26)]: { left: true }, [name(27)]: { draft: 'Oui\nje' } });
});

test('no key does anything behind a dialog, and the first one is heard by it', async () => {
  await openAt(30);
  // Faster than any hand: before the dialog has taken the focus.
  const press = (keys: string) =>
    page.evaluate(async (all) => {
      for (const key of all) {
        const at = document.activeElement ?? document.body;
        at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await Promise.resolve();
      }
    }, keys);
  await press('?ej');
  await expect(page.getByRole('dialog', { name: 'Au clavier' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(box(30)).toBeVisible();
  await expectOnly({});
  await press('se1');
  await expect(page.getByText(`Le fil de ${name(30)} revient`)).toBeVisible();
  await expect(box(31)).toBeVisible();
  await expectOnly({ [name(30)]: { left: true } });
});
