import { expect, test, type Locator, type Page } from '@playwright/test';
import { dayAfter, isNextWeek, isoDay, longDay, wednesday } from './support/calendar-days.ts';
import { dropFiles, ownFolder, samplePhoto, writeFrenchCsv } from './support/files.ts';
import { expectNoAxe, shoot } from './support/look-at.ts';
import { countOf, pageText, truthOf, type Truth } from './support/read-truth.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';
import { carryToNextDay } from './support/carry-post.ts';

// One morning of a merchant, from the first start to the answered comment. Each step builds on the one
// before it, as it does for a person.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let studio: RunningStudio;
let window: StudioWindow;
let truth: Truth;
const folder = ownFolder();

test.beforeAll(async ({ browser }) => {
  studio = await startStudio({ practice: false });
  truth = truthOf(studio.call);
  window = await openWindow(browser, studio);
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  folder.remove();
});

test('opens the practice shop from the first screen', async () => {
  const { page } = window;
  await expect(page.getByRole('heading', { name: 'Ouvrez votre vitrine.' })).toBeVisible();
  await shoot(page, 'merchant-welcome');
  await page.getByRole('button', { name: 'Ouvrir la boutique d’essai' }).click();
  await expect(page.getByRole('complementary', { name: 'Mode entraînement' })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await expect(page.getByRole('status').filter({ hasText: '14 produits' })).toBeVisible({
    timeout: 60_000,
  });
});

test('changes a price where it stands and makes a new product', async () => {
  const { page } = window;
  await page.getByRole('button', { name: /Prix de « Hibiscus rouge/ }).click();
  const cell = page.getByRole('textbox', { name: /Prix de « Hibiscus rouge/ });
  await cell.fill('31,5o');
  await cell.press('Enter');
  await expect(page.getByRole('alert')).toContainText('lettre à la place d’un chiffre');
  await cell.fill('31,50');
  await cell.press('Enter');
  await expect(page.getByRole('button', { name: /Prix de « Hibiscus rouge/ })).toContainText(
    '31,50',
  );
  await expect.poll(async () => (await truth.product('HIB-ROU-17'))?.price).toBe(3150);

  await page.getByRole('button', { name: 'Ajouter' }).click();
  const sheet = page.getByRole('dialog', { name: 'Nouveau produit' });
  await sheet.getByLabel('Nom').fill('Cache-pot émaillé, 14 cm');
  await sheet.getByLabel('Prix', { exact: true }).fill('16,90');
  await sheet.getByLabel('Code', { exact: true }).fill('POT-EMA-14');
  await sheet.getByRole('button', { name: 'Ajouter au catalogue' }).click();
  await expect(page.getByRole('dialog', { name: 'Cache-pot émaillé, 14 cm' })).toBeVisible();
  await shoot(page, 'merchant-product');
  expect(await truth.product('POT-EMA-14')).toMatchObject({ price: 1690, stock: 1 });
  await page.keyboard.press('Escape');
});

test('imports a Windows file and says which row it cannot take', async () => {
  const { page } = window;
  const file = writeFrenchCsv(`${folder.path}/caisse.csv`, [
    ['Réf.', 'Désignation', 'Prix TTC', 'Qté'],
    ['FOU-BOS-15', 'Fougère de Boston, 15 cm', '14,90 €', '7'],
    ['FIC-LYR-21', 'Ficus lyre, 21 cm', 'vingt euros', '3'],
    ['CAL-ORN-12', 'Calathéa ornée, 12 cm', '12,90 €', '5'],
  ]);
  await page.getByRole('button', { name: 'Importer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Importer des produits' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choisir un fichier' }).click();
  await (await chooser).setFiles(file);
  await expect(dialog.getByText('2 produits sur 3 peuvent être importés')).toBeVisible();
  const bad = dialog.getByRole('region', { name: 'Lignes à corriger' }).getByRole('row').nth(1);
  await expect(bad).toContainText('3');
  await expect(bad).toContainText('Prix TTC');
  await expect(bad).toContainText('« vingt euros » n’est pas un prix.');
  await expect(dialog.getByRole('region', { name: 'Premières lignes du fichier' })).toContainText(
    'Fougère de Boston',
  );
  await expectNoAxe(page, 'import');
  await shoot(page, 'merchant-import');
  await dialog.getByRole('button', { name: 'Importer 2 produits' }).click();
  await expect(dialog.getByText('2 produits importés. Une ligne n’a pas été prise.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  expect(await truth.product('CAL-ORN-12')).toMatchObject({
    title: 'Calathéa ornée, 12 cm',
    price: 1290,
    stock: 5,
  });
  expect(await truth.product('FIC-LYR-21')).toBeUndefined();
});

test('attaches dropped photos to the products whose code they carry', async () => {
  const { page } = window;
  await dropFiles(page, '.shell', [
    { name: 'FOU-BOS-15.jpg', type: 'image/jpeg', from: samplePhoto('malibu-plantlife.jpg') },
    { name: 'cal-orn-12_2.jpg', type: 'image/jpeg', from: samplePhoto('grid-flower-2.jpg') },
    { name: 'atelier.jpg', type: 'image/jpeg', from: samplePhoto('delphinium-flowers.jpg') },
  ]);
  await expect(page.getByText('2 photos attachées à leurs produits.')).toBeVisible({
    timeout: 60_000,
  });
  expect((await truth.product('FOU-BOS-15'))?.photos).toHaveLength(1);
  expect((await truth.product('CAL-ORN-12'))?.photos).toHaveLength(1);
  await shoot(page, 'merchant-catalogue');
});

test('makes the pictures of two products in all four formats', async () => {
  const { page } = window;
  await page.getByRole('link', { name: 'Studio' }).click();
  await expect(page.getByRole('heading', { name: 'Faire des images' })).toBeVisible();
  await page.getByRole('checkbox', { name: /Arum d’Éthiopie/ }).check();
  await page.getByRole('checkbox', { name: /Hibiscus rouge/ }).check();
  await page.getByRole('radio', { name: 'Arche' }).click();
  const formats = page.getByRole('group', { name: 'Formats' });
  for (const name of ['Carré', '4:5', 'Story', 'Lien']) {
    const format = formats.getByRole('button', { name, exact: true });
    if ((await format.getAttribute('aria-pressed')) === 'false') await format.click();
  }
  await shoot(page, 'merchant-pictures-before');
  await page.getByRole('button', { name: 'Faire 8 images' }).click();
  await expect(page.getByRole('progressbar', { name: 'Images en cours' })).toBeVisible();
  await expect(page.getByText('8 images faites sur 8')).toBeVisible({ timeout: 120_000 });
  await shoot(page, 'merchant-pictures');
  const files = await truth.madePictures();
  const sizes = files.map(({ format, widthPx, heightPx }) => `${format} ${widthPx}×${heightPx}`);
  expect(new Set(sizes).size).toBe(4);
  expect(sizes).toHaveLength(8);
});

test('makes a short video and plays it', async () => {
  const { page } = window;
  await page.getByRole('radio', { name: 'Vidéo' }).click();
  await page.getByRole('checkbox', { name: /Affiche Campanule/ }).check();
  await page.getByRole('slider', { name: 'Durée' }).fill('5');
  await page.getByRole('button', { name: 'Faire la vidéo' }).click();
  await expect(page.getByText('La vidéo est faite')).toBeVisible({ timeout: 200_000 });
  const video = page.locator('video');
  await expect(video).toBeVisible();
  const facts = await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true;
    const canPlay = element.canPlayType('video/mp4; codecs="avc1.640028, mp4a.40.2"') !== '';
    if (!canPlay) return { canPlay, seconds: 0, played: 0 };
    await element.play();
    await new Promise((moved) => element.addEventListener('timeupdate', moved, { once: true }));
    return { canPlay, seconds: element.duration, played: element.currentTime };
  });
  // A Chromium without the licensed codecs cannot play any H.264; the file is judged by ffprobe elsewhere.
  if (facts.canPlay) {
    expect(facts.seconds).toBeCloseTo(5, 0);
    expect(facts.played).toBeGreaterThanOrEqual(0);
  }
  await shoot(page, 'merchant-video');
});

const caption =
  'Deux plantes de lumière\nL’arum et l’hibiscus sont arrivés ce matin. #plantes #lyon';
const firstComment = 'Livraison offerte à Lyon samedi.';
const sheetOf = (page: Page): Locator =>
  page.getByRole('dialog', { name: /Nouvelle|Deux plantes/ });

test('composes a post with pictures, words, a tag and a first comment', async () => {
  const { page } = window;
  await page.getByRole('link', { name: 'Plan' }).click();
  await page.getByRole('button', { name: 'Nouvelle publication', exact: true }).click();
  const sheet = sheetOf(page);
  await sheet.getByRole('button', { name: 'Choisir des images' }).click();
  const picker = page.getByRole('dialog', { name: 'Choisir des images' });
  await picker.getByRole('radio', { name: 'Créations' }).click();
  await picker.getByRole('searchbox').fill('4x5');
  await expect(picker.locator('.picker-item')).toHaveCount(2);
  await picker.getByRole('button', { name: /Arum/ }).click();
  await picker.getByRole('button', { name: /Hibiscus/ }).click();
  await shoot(page, 'merchant-picker');
  await picker.getByRole('button', { name: 'Ajouter 2 images' }).click();

  await sheet.getByRole('textbox', { name: 'Texte de la publication' }).fill(caption);
  const counters = sheet.getByLabel('Signes, mots-dièse et mentions');
  await expect(counters).toContainText(`${caption.length} / 2`);
  await expect(counters).toContainText('2 / 30');
  const voices = sheet.getByRole('tablist', { name: 'Texte par réseau' });
  await voices.getByRole('tab', { name: 'Facebook' }).click();
  await sheet
    .getByRole('textbox', { name: 'Texte de la publication' })
    .fill(`${caption}\nhttps://laserre.example`);
  await expect(voices.getByRole('tab', { name: 'Facebook' })).toContainText('à part');
  await voices.getByRole('tab', { name: 'Instagram' }).click();
  await expect(sheet.getByRole('textbox', { name: 'Texte de la publication' })).toHaveValue(
    caption,
  );

  for (const [place, alt] of [
    'Un arum blanc dans un pot vert',
    'Un hibiscus rouge ouvert',
  ].entries()) {
    await sheet.getByRole('button', { name: `Image ${place + 1} sur 2` }).click();
    await sheet.getByRole('textbox', { name: 'Texte alternatif' }).fill(alt);
  }
  await sheet.getByRole('button', { name: 'Image 1 sur 2' }).click();
  const stage = sheet.getByRole('button', { name: 'Placer une étiquette de produit sur l’image' });
  await stage.click({ position: { x: 80, y: 120 } });
  await sheet.getByRole('searchbox', { name: 'Nom ou code du produit' }).fill('Arum');
  await sheet
    .getByLabel('Quel produit est-ce ?')
    .getByRole('button', { name: /Arum d’Éthiopie/ })
    .click();
  await expect(sheet.getByRole('button', { name: /Étiquette : Arum/ })).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Premier commentaire' }).fill(firstComment);
  await expect(sheet.getByRole('list', { name: 'Vérifications' })).toContainText(
    'Texte, images et étiquettes sont bons.',
  );
  await expectNoAxe(page, 'composer');
  await shoot(page, 'merchant-composer');
});

test('schedules the post, finds it in month and week, and carries it to the next day', async () => {
  const { page } = window;
  const sheet = sheetOf(page);
  const day = wednesday();
  const next = dayAfter(day);
  await sheet.getByRole('button', { name: /Date et heure/ }).click();
  const panel = page.getByRole('dialog', { name: 'Date et heure' });
  await expect(panel.getByRole('textbox', { name: 'Heure' })).toBeVisible();
  const dayButton = panel.getByRole('button', { name: longDay(day), exact: true });
  if (!(await dayButton.isVisible()))
    await panel.getByRole('button', { name: 'Mois suivant' }).click();
  await dayButton.click();
  await panel.getByRole('textbox', { name: 'Heure' }).fill('18:30');
  await panel.getByRole('button', { name: 'Choisir', exact: true }).click();
  await sheet.getByRole('button', { name: /Programmer pour mer\. 18:30/ }).click();
  await expect(page.getByText('Publication planifiée.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Fermer' }).click();

  const tile = page.getByRole('button', { name: /Deux plantes de lumière/ });
  await page.getByRole('radio', { name: 'Mois' }).click();
  if (day.getMonth() !== new Date().getMonth())
    await page.getByRole('button', { name: 'Mois suivant' }).click();
  await expect(tile).toBeVisible();
  await shoot(page, 'merchant-month');
  await page.getByRole('radio', { name: 'Semaine' }).click();
  await page.getByRole('button', { name: 'Aujourd’hui', exact: true }).click();
  if (isNextWeek()) await page.getByRole('button', { name: 'Semaine suivante' }).click();
  await expect(tile).toBeVisible();

  await tile.focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.tile-flying')).toBeVisible();
  await carryToNextDay(page, isoDay(day), isoDay(next));
  await page.keyboard.press('Space');
  await expect(page.getByText(/Publication déplacée à jeu\./)).toBeVisible();
  await shoot(page, 'merchant-week');
  expect(await truth.plannedWalls()).toEqual([`${isoDay(next)}T18:30`]);
});

const permalinks = async () =>
  (await truth.targets())
    .filter(({ state }) => state === 'published')
    .map((one) => one.permalink ?? '');

test('publishes it now on both networks and opens the post there', async () => {
  const { page, context } = window;
  await page.getByRole('button', { name: /Deux plantes de lumière/ }).press('Enter');
  const sheet = sheetOf(page);
  await sheet.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Publier maintenant' }).click();
  const states = sheet.getByRole('region', { name: 'État sur chaque compte' });
  await expect(states.getByText('Publiée')).toHaveCount(2, { timeout: 180_000 });
  await expect(states.getByText('Premier commentaire envoyé')).toHaveCount(2, { timeout: 120_000 });
  await shoot(page, 'merchant-published');
  const all = await truth.targets();
  expect(all.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual([
    'published 1',
    'published 1',
  ]);

  const opening = context.waitForEvent('page');
  await states.getByRole('link', { name: 'Voir en ligne' }).first().click();
  const post = await opening;
  await expect(post.locator('main')).toContainText('Deux plantes de lumière');
  await expect(post.locator('main')).toContainText(firstComment);
  await shoot(post, 'merchant-practice-page');
  await post.close();
  await sheet.getByRole('button', { name: 'Fermer' }).click();
});

test('reads what customers wrote and answers', async () => {
  const { page } = window;
  const links = await permalinks();
  // Customers answer within half a minute; the first comment is ours.
  for (const link of links)
    await expect
      .poll(async () => countOf(await pageText(link), '<li id="c'), { timeout: 120_000 })
      .toBeGreaterThan(1);
  await page.getByRole('link', { name: /Messages/ }).click();
  await page.getByRole('button', { name: 'Comptes et vues' }).click();
  await page.getByRole('menuitem', { name: 'Relire les réseaux' }).click();
  const rows = page.getByRole('list', { name: 'Fils de commentaires' }).getByRole('button');
  await expect(rows.nth(1)).toBeVisible({ timeout: 90_000 });
  await rows.nth(0).click();
  await page
    .getByRole('textbox', { name: /^Répondre à/ })
    .fill('Oui, il nous en reste trois, au sud.');
  await page.getByRole('button', { name: 'Répondre', exact: true }).click();
  const flow = page.getByRole('region', { name: /^Échange avec/ });
  await expect(flow.getByRole('listitem').last()).toContainText('Envoyée', { timeout: 60_000 });
  await expectNoAxe(page, 'inbox');
  await shoot(page, 'merchant-inbox');
});

async function setOffline(page: Page, offline: boolean): Promise<void> {
  const now = offline ? 'En ligne' : /^Hors ligne/;
  await page.getByRole('button', { name: now }).click();
  await page.getByRole('switch', { name: 'Travailler hors ligne' }).click();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('button', { name: offline ? /^Hors ligne/ : 'En ligne' }),
  ).toBeVisible();
}

test('keeps answers in the outbox without a line and sends each once when it is back', async () => {
  const { page } = window;
  const words = [
    'Nous fermons à 19 h ce soir.',
    'Et demain dès 10 h.',
    'Le pot est compris dans le prix.',
  ];
  await setOffline(page, true);
  const rows = page.getByRole('list', { name: 'Fils de commentaires' }).getByRole('button');
  const flow = page.getByRole('region', { name: /^Échange avec/ });
  const reply = async (text: string) => {
    await page.getByRole('textbox', { name: /^Répondre à/ }).fill(text);
    await page.getByRole('button', { name: 'Mettre en attente' }).click();
    await expect(flow.getByRole('listitem').last()).toContainText(text);
    await expect(flow.getByRole('listitem').last()).toContainText(/Attend la ligne|En attente/);
  };
  await rows.nth(0).click();
  await reply(words[0] ?? '');
  await reply(words[1] ?? '');
  await rows.nth(1).click();
  await reply(words[2] ?? '');
  await page.getByRole('button', { name: /en cours/ }).click();
  const outbox = page.getByRole('dialog', { name: 'En cours' });
  for (const text of words) await expect(outbox).toContainText(text);
  await expectNoAxe(page, 'outbox');
  await shoot(page, 'merchant-outbox');
  await page.keyboard.press('Escape');
  const links = await permalinks();
  for (const link of links)
    for (const text of words) expect(countOf(await pageText(link), text)).toBe(0);

  await setOffline(page, false);
  await expect.poll(truth.unsent, { timeout: 120_000 }).toEqual([]);
  await expect(flow.getByRole('listitem').last()).toContainText('Envoyée');
  const pages = (await Promise.all(links.map(pageText))).join('');
  expect(words.map((text) => countOf(pages, text))).toEqual([1, 1, 1]);
  expect(pages.indexOf(words[0] ?? '')).toBeLessThan(pages.indexOf(words[1] ?? ''));
});
