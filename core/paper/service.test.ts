import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostTile } from '../../shared/contract/posts.ts';
import type { PostFact } from '../../shared/facts.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { readPdf, type PdfWord } from '../../tests/support/read-pdf.ts';
import { openTestStudio, type TestStudio } from '../../tests/support/test-studio.ts';
import { resourcesDir } from '../../tests/support/test-tools.ts';
import { accountFact } from '../../tests/support/posts-fixture.ts';
import { paperService, type PaperService } from './service.ts';

let studio: TestStudio;
let paper: PaperService;
let tiles: PostTile[];
const captions = new Map<string, string>();

beforeAll(() => {
  studio = openTestStudio();
  studio.tools.setNow(Date.parse('2026-11-22T12:00:00Z'));
  paper = paperService(studio.tools, {
    library: studio.library,
    resourcesDir,
    readShop: () => studio.shop,
    calendar: ({ from, to }) => tiles.filter(({ at = '' }) => at >= from && at < to),
    readPost: (id) => postFact(id, captions.get(id) ?? ''),
    readAccount: (id) => accountFact(id),
    readCampaign: (id) => ({ name: `Campagne ${id}` }),
  });
});
afterAll(() => studio.close());

function postFact(id: string, caption: string): PostFact {
  const captions = { facebook: caption, instagram: caption };
  return { id, version: 1, kind: 'post', title: caption, media: [], captions, accountIds: ['fb'] };
}

function tile(id: string, at: string, caption: string, more: Partial<PostTile> = {}): PostTile {
  captions.set(id, caption);
  const title = caption.split('\n')[0] ?? '';
  const shown = { networks: ['facebook' as const], accountIds: ['fb'], state: 'scheduled' };
  return { id, at, title, asks: false, ...shown, ...more };
}

async function print(month: string, language: 'fr' | 'en' = 'fr') {
  const made = await paper.month({ month }, language);
  const pages = await readPdf(Buffer.from(made.base64, 'base64'));
  const texts = pages.map((words) => words.map((word) => word.text).join(' '));
  return { made, pages, texts };
}

/** Words of one page that run into one another, or out of it. */
function collisions(words: PdfWord[]): string[] {
  const found = words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      const isSameLine = Math.abs(one.yPt - other.yPt) < 3;
      const [left, right] = one.xPt <= other.xPt ? [one, other] : [other, one];
      const overlaps = isSameLine && left.xPt + left.widthPt > right.xPt + 1.5;
      return overlaps ? [`${left.text} × ${right.text}`] : [];
    }),
  );
  const outside = words.filter((word) => word.xPt < 0 || word.xPt + word.widthPt > 842);
  return [...found, ...outside.map((word) => `out: ${word.text}`)];
}

test('a month stands on paper by the shop’s days, with pictures, states and whole captions', async () => {
  const photo = await createMediaFactory(studio.tools.folder).jpeg('p.jpg', 800, 1000, 3);
  const brought = await studio.library.importPath(photo, {});
  if (!brought.ok) throw new Error(brought.code);
  const thumbUrl = studio.library.readAsset(brought.assetId)?.thumbUrl;
  tiles = [
    // Half past eleven in the evening of Greenwich is the first of November in Paris.
    tile('a', '2026-10-31T23:30:00.000Z', 'Arum d’Éthiopie, 24,90 €\nÀ l’ombre 🌿 douce', {
      thumbUrl,
      state: 'published',
      campaignId: 'Noël',
    }),
    tile('b', '2026-11-26T17:30:00.000Z', 'نباتات جديدة في المتجر', { accountIds: ['fb', 'ig'] }),
    tile('c', '2026-11-27T17:30:00.000Z', 'À vérifier bientôt', { state: 'uncertain', asks: true }),
  ];
  const { made, pages, texts } = await print('2026-11');
  expect(made).toMatchObject({ name: 'La-Serre-2026-11.pdf', posts: 3, pages: 2 });
  expect(texts[0]).toContain('Novembre 2026');
  expect(texts[0]).toContain('Heures de Paris');
  expect(texts[0]).toContain('00:30');
  expect(texts[1]).toContain('Dimanche 1 novembre');
  expect(texts[1]).toContain('Arum d’Éthiopie, 24,90 €');
  expect(texts[1]).toContain('À l’ombre douce');
  expect(texts[1]).toContain('Publiée · Campagne Noël');
  expect(texts[1]).toContain('La Serre, laserre.lyon');
  expect(texts[1]).toContain('Page 2 sur 2');
  expect(pages.map(collisions)).toEqual([[], []]);
});

test('a month with nothing says so, in the language asked for', async () => {
  tiles = [];
  const { made, texts } = await print('2027-02', 'en');
  expect(made).toMatchObject({ posts: 0, pages: 2 });
  expect(texts[0]).toContain('February 2027');
  expect(texts[1]).toContain('Nothing is planned this month.');
});

test('a hundred and twenty posts with long words stay apart; what does not fit is counted', async () => {
  const long = 'Anticonstitutionnellement-vôtre-et-sans-aucune-espace '.repeat(9);
  tiles = Array.from({ length: 120 }, (_, index) => {
    const at = new Date(Date.UTC(2026, 10, 1 + (index % 30), 8 + (index % 9))).toISOString();
    return tile(`p${index}`, at, `${index} ${long}`);
  });
  const { made, pages, texts } = await print('2026-11');
  expect(made.posts).toBe(120);
  expect(texts[0]).toContain('de plus');
  expect(pages.flatMap(collisions)).toEqual([]);
  const all = texts.slice(1).join(' ');
  expect(Array.from({ length: 120 }, (_, index) => all.includes(`${index} Anti`))).not.toContain(
    false,
  );
});
