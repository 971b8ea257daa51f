import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { pageText } from './support/read-truth.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const accounts = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.string() })),
});
const written = z.object({ postId: z.string() });
const targets = z.object({
  targets: z.array(
    z.object({
      state: z.string(),
      permalink: z.string().optional(),
      removedAt: z.string().optional(),
      handedOver: z.object({ remoteId: z.string(), takingBack: z.boolean().optional() }).optional(),
      change: z.object({ kind: z.string(), state: z.string() }).optional(),
    }),
  ),
});
type Seen = z.infer<typeof targets>['targets'][number];

let studio: RunningStudio;
let window: StudioWindow;
let pageId: string;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio();
  pageId = await until('the accounts of practice', async () => {
    const found = await studio.call('accounts/list', {}, accounts);
    return found.accounts.find((account) => account.network === 'facebook')?.id;
  });
  window = await openWindow(browser, studio, { path: '#/plan' });
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible();
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

const create = async (caption: string, accountIds = [pageId]) =>
  (await studio.call('posts/create', { accountIds, caption, media: [] }, written)).postId;

async function seen(postId: string): Promise<Seen> {
  const [target] = (await studio.call('publishing/targets', { postId }, targets)).targets;
  if (!target) throw new Error(`no target of ${postId}`);
  return target;
}

const becomes = (postId: string, what: string, isSo: (target: Seen) => boolean) =>
  until(what, async () => {
    const target = await seen(postId);
    return isSo(target) ? target : undefined;
  });

const open = (postId: string) =>
  window.page.evaluate((id) => (location.hash = `#/plan?post=${id}`), postId);

async function fromMenu(name: string): Promise<void> {
  await window.page.getByRole('button', { name: 'Autres actions' }).click();
  await window.page.getByRole('menuitem', { name }).click();
}

const dayMs = 86_400_000;

test('a post is handed over to Facebook, moved there, and cancelled', async () => {
  const { page } = window;
  const postId = await create('Arums : arrivage de demain');
  const at = new Date(Date.now() + 2 * dayMs).toISOString();
  await studio.call('posts/schedule', { postId, at }, targets);
  await open(postId);
  const who = page.getByRole('button', { name: 'Qui publie à l’heure dite' });
  await expect(who).toContainText('Ordinateur allumé');
  await who.click();
  await page.getByRole('switch', { name: 'Facebook publie, même si' }).click();
  await expect(page.getByText('remise à Facebook dès qu’elle est programmée')).toBeVisible();
  await expectNoAxe(page, 'who publishes');
  await shoot(page, 'deeds-hand-over');
  const first = await becomes(postId, 'the hand-over', ({ handedOver }) => !!handedOver);
  await expect(who).toContainText('Déjà chez Facebook');
  await expect(page.getByText('Facebook la tient depuis')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(who).toHaveAttribute('aria-expanded', 'false');
  await expectFits(page, 'who publishes');

  const later = new Date(Date.now() + 3 * dayMs).toISOString();
  await studio.call('posts/schedule', { postId, at: later }, targets);
  const moved = await becomes(
    postId,
    'the hand-over at the new time',
    ({ handedOver }) =>
      !!handedOver && !handedOver.takingBack && handedOver.remoteId !== first.handedOver?.remoteId,
  );
  expect(moved.state).toBe('scheduled');

  await fromMenu('Annuler la planification');
  await becomes(postId, 'the cancelling', ({ state }) => state === 'cancelled');
  await expect(who).toContainText('Facebook publie seul');
});

test('a published post gets other words, is deleted, and is published again as new', async () => {
  const { page } = window;
  const postId = await create('Arums : il en reste dix');
  await studio.call('posts/publishNow', { postId }, targets);
  const { permalink = '' } = await becomes(
    postId,
    'the publishing',
    (target) => target.state === 'published' && target.permalink !== undefined,
  );
  await open(postId);
  await fromMenu('Changer le texte en ligne');
  const dialog = page.getByRole('dialog', { name: 'Changer le texte en ligne' });
  await dialog.getByLabel('Texte sur Facebook').fill('Arums : il en reste trois');
  await expectNoAxe(page, 'change the words');
  await shoot(page, 'deeds-change-text');
  await dialog.getByRole('button', { name: 'Changer le texte' }).click();
  await expect(page.getByText('Texte changé')).toBeVisible();
  expect(await pageText(permalink)).toContain('il en reste trois');

  await fromMenu('Supprimer du réseau');
  const sure = page.getByRole('dialog', { name: 'Supprimer du réseau' });
  await shoot(page, 'deeds-delete');
  await sure.getByRole('button', { name: 'Supprimer du réseau' }).click();
  await becomes(postId, 'the deletion', ({ removedAt }) => removedAt !== undefined);
  await expect(page.getByText('Supprimée le')).toBeVisible();
  expect((await fetch(permalink)).status).toBe(404);
  await expectFits(page, 'a deleted post');
  await shoot(page, 'deeds-deleted');

  await fromMenu('Republier comme nouvelle');
  await expect(page.getByText('Nouveau brouillon, avec les mêmes mots')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Texte de la publication' }).first()).toHaveValue(
    'Arums : il en reste trois',
  );
});
