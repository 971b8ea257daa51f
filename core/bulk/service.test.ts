import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestBulk, type TestBulk } from '../../tests/support/bulk-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { forceTargets } from '../../tests/support/posts-fixture.ts';

let tools: TestTools;
let studio: TestBulk;

beforeEach(() => {
  tools = openTestTools();
  studio = openTestBulk(tools);
});
afterEach(async () => {
  await studio.posts.publishing.close();
  tools.close();
});

const head = 'Date;Heure;Comptes;Texte;Photos et vidéos';
const csv = (...rows: string[]) => ['\ufeff' + head, ...rows].join('\r\n');

async function open(content: string | Uint8Array, name = 'plan.csv') {
  return studio.bulk.open({ path: studio.file(name, content) });
}
const rowsOf = (sessionId: string) => studio.bulk.rows({ sessionId }).items;
function codes(sessionId: string): string[][] {
  return rowsOf(sessionId).map((row) =>
    row.issues.filter((issue) => issue.level !== 'note').map((issue) => issue.code),
  );
}
async function problemOf(work: () => unknown): Promise<Problem> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
const plannedIds = () => allPlanned().map((tile) => tile.id);
const plannedTitles = () => allPlanned().map((tile) => [tile.title, tile.at]);
const allPlanned = () =>
  studio.posts.calendar({ from: '2026-01-01T00:00:00.000Z', to: '2030-01-01T00:00:00.000Z' });

describe('reading', () => {
  test('a picture without words for those who cannot see it takes the suggested ones', async () => {
    studio.addPhoto('arum.jpg');
    studio.addProduct('POT', [studio.addPhoto('pot.jpg')]);
    const content = [
      'Date;Heure;Comptes;Texte;Photos et vidéos;Texte alternatif;Produits',
      ';;La Serre;Un;arum.jpg|pot.jpg;Un arum|;',
      ';;La Serre;Deux;pot.jpg;;POT',
    ].join('\r\n');
    const { sessionId } = await open('\ufeff' + content);
    expect(rowsOf(sessionId).map((row) => row.altSuggested)).toEqual([undefined, 'Produit POT']);
    studio.bulk.confirm(sessionId);
    const contents = studio.posts.facts
      .draftIds()
      .map((id) => studio.posts.facts.readForTable(id)?.content);
    const altsOf = (caption: string) =>
      contents.find((one) => one?.caption === caption)?.media.map(({ alt = '' }) => alt);
    expect([altsOf('Un'), altsOf('Deux')]).toEqual([['Un arum', ''], ['Produit POT']]);
  });

  test('a table becomes rows with their times, accounts and pictures', async () => {
    studio.addPhoto('Arum.JPG');
    const session = await open(
      csv('26/11/2026;18h30;La Serre;Les arums;arum.jpg', ';;laserre.lyon;Idée;arum'),
    );
    expect(session).toMatchObject({
      name: 'plan.csv',
      kind: 'text',
      separator: ';',
      mapping: ['date', 'time', 'accounts', 'caption', 'media'],
      counts: { rows: 2, errors: 0, scheduled: 1, drafts: 1, leftOut: 0 },
    });
    expect(rowsOf(session.sessionId)).toMatchObject([
      { row: 2, wall: '2026-11-26T18:30', at: '2026-11-26T17:30:00.000Z', networks: ['facebook'] },
      { row: 3, networks: ['instagram'], media: 1 },
    ]);
  });

  test('F82 encodings, separators, quotes and line breaks in cells', async () => {
    const text = 'Date,Texte,Comptes\r\n2026-11-26 18:30,"Été, ""promo""\nligne 2",La Serre\r\n';
    for (const encoding of ['utf8', 'win1252', 'utf16-le', 'utf16-be']) {
      const session = await open(
        iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') }),
      );
      const [row] = rowsOf(session.sessionId);
      expect([encoding, row?.cells.caption, row?.wall]).toEqual([
        encoding,
        'Été, "promo"\nligne 2',
        '2026-11-26T18:30',
      ]);
    }
  });

  test('English headers, titles above them, tabs, other orders of the day', async () => {
    const session = await open(
      'My November plan\n\nPost date\tTime\tAccount\tCaption\n11/26/2026\t6:30 pm\tall\tHello\n',
    );
    expect(rowsOf(session.sessionId)).toMatchObject([
      { row: 4, wall: '2026-11-26T18:30', networks: ['facebook', 'instagram'] },
    ]);
  });

  test('what cannot be read is told by cell, with one press that mends it', async () => {
    studio.addPhoto('arum-blanc.jpg');
    const session = await open(
      csv(
        '31/11/2026;18:30;La Serre;Un;',
        '26/11/2026;;La Serre;Deux;',
        '26/11/2026;18:30;La Sere;Trois;arum-blnc.jpg',
        '01/11/2026;18:30;La Serre;Quatre;',
        '29/03/2027;25h;La Serre;Cinq;',
      ),
    );
    const { sessionId } = session;
    expect(codes(sessionId)).toEqual([
      ['day-unreadable'],
      ['time-missing'],
      ['account-unknown', 'medium-unknown'],
      ['time-past'],
      ['time-unreadable'],
    ]);
    const [, second, third] = rowsOf(sessionId);
    expect(second?.issues[0]?.fixes).toEqual([{ label: '12:15', cells: { time: '12:15' } }]);
    expect(third?.issues[0]).toMatchObject({
      text: 'Aucun compte ne s’appelle « La Sere ».',
      found: 'La Sere',
      fixes: [{ label: 'La Serre', cells: { accounts: 'La Serre' }, by: 'La Serre' }],
    });
    expect(session.files.unmatched).toEqual([
      { name: 'arum-blnc.jpg', rows: 1, nearest: 'arum-blanc.jpg' },
    ]);
  });

  test('an account’s name that another has too is asked: one, the other, or both, in every row', async () => {
    const facebook = studio.posts.accounts.get('fb');
    if (facebook)
      studio.posts.accounts.set('ig2', { ...facebook, id: 'ig2', network: 'instagram' });
    const { sessionId } = await open(csv(';;La Serre;Un;', ';;La Serre (Facebook);Deux;'));
    const [issue] = rowsOf(sessionId)[0]?.issues ?? [];
    expect(issue).toMatchObject({ code: 'account-several', found: 'La Serre' });
    expect(issue?.text).toContain('« La Serre (Facebook) »');
    expect(issue?.fixes?.map((fix) => fix.label)).toEqual([
      'La Serre (Facebook)',
      'La Serre (Instagram)',
      'Tous ceux-là',
    ]);
    const by = issue?.fixes?.[2]?.by ?? '';
    studio.bulk.replace({ sessionId, field: 'accounts', found: 'La Serre', by });
    expect(rowsOf(sessionId).map((row) => row.networks)).toEqual([
      ['facebook', 'instagram'],
      ['facebook'],
    ]);
  });

  test('an hour that the clocks skip is refused with two others, one that comes twice takes the first', async () => {
    const { sessionId } = await open(
      csv('28/03/2027;02:30;La Serre;Saut;', '31/10/2027;02:30;La Serre;Double;'),
    );
    const [gap, twice] = rowsOf(sessionId);
    expect(gap?.issues[0]).toMatchObject({ code: 'time-gap', field: 'time' });
    expect(gap?.issues[0]?.fixes?.map((fix) => fix.cells.time)).toEqual(['03:30', '01:30']);
    expect(twice?.issues[0]?.code).toBe('time-overlap');
    expect(twice?.at).toBe('2027-10-31T00:30:00.000Z');
  });

  test('doubles are told: within the table, and with what is planned already', async () => {
    const accountIds = ['fb'];
    studio.posts.createMany({
      posts: [{ content: { accountIds, caption: 'Promo', media: [] }, wall: '2026-11-26T18:30' }],
    });
    const { sessionId } = await open(
      csv(
        '27/11/2026;10:00;La Serre;Même;',
        '27/11/2026;10:00;La Serre;Même;',
        '26/11/2026;18:30;La Serre;Autre;',
        '28/11/2026;18:30;La Serre;Promo;',
      ),
    );
    expect(codes(sessionId)).toEqual([
      [],
      ['twin-row', 'time-twice'],
      ['time-taken'],
      ['twin-post'],
    ]);
    expect(rowsOf(sessionId)[3]?.issues[0]?.text).toContain('26 novembre');
  });

  test('what a network would refuse is an error of a planned row, a warning of a draft', async () => {
    const { sessionId } = await open(
      csv('26/11/2026;18:30;laserre.lyon;Sans photo;', ';;laserre.lyon;Sans photo non plus;'),
    );
    const [planned, draft] = rowsOf(sessionId);
    expect(planned?.issues).toMatchObject([{ level: 'error', code: 'media-needed' }]);
    expect(draft?.issues.filter((issue) => issue.level === 'error')).toEqual([]);
  });

  test('names of pictures are found whatever their case, accents and letter forms; codes take the product’s photo', async () => {
    const photo = studio.addPhoto('Été à la serre.JPG'.normalize('NFD'));
    const own = studio.addPhoto('pot.jpg');
    studio.addProduct('POT-12', [own]);
    const { sessionId } = await open(
      csv(
        '26/11/2026;18:30;tous;A;"C:\\photos\\ÉTÉ À LA SERRE.jpg"',
        '26/11/2026;18:31;tous;B;ete a la serre',
        '26/11/2026;18:32;tous;C;"POT-12 ; ete a la serre.jpg"',
      ),
    );
    expect(studio.bulk.rows({ sessionId, only: 'errors' }).total).toBe(0);
    const { batchId } = studio.bulk.confirm(sessionId);
    const ids = tools.db
      .prepare<[string], string>(
        'SELECT post_id FROM post_batch_items WHERE batch_id = ? ORDER BY place',
      )
      .pluck()
      .all(batchId);
    expect(ids.map((id) => studio.posts.get(id).media.map((one) => one.assetId))).toEqual([
      [photo],
      [photo],
      [own, photo],
    ]);
  });
});

describe('mending', () => {
  test('a cell, a word in all rows, a column at once; a cell written back is no edit', async () => {
    const { sessionId } = await open(
      csv(
        '26/11/2026;18:30;La Serr;Un;',
        '27/11/2026;18:30;La Serr;Deux;',
        '28/11/2026;;La Serre;Trois;',
      ),
    );
    const replaced = studio.bulk.replace({
      sessionId,
      field: 'accounts',
      found: 'La Serr',
      by: 'La Serre',
    });
    expect(replaced).toMatchObject({ changed: 2, session: { counts: { errors: 1 } } });
    const { session, row } = studio.bulk.setCells({ sessionId, row: 4, cells: { time: '9h' } });
    expect([session.counts.errors, row.wall, row.edited]).toEqual([
      0,
      '2026-11-28T09:00',
      ['time'],
    ]);
    expect(studio.bulk.setCells({ sessionId, row: 4, cells: { time: '' } }).row.edited).toEqual([]);
    expect(studio.bulk.fill({ sessionId, field: 'time', value: '12:00' }).changed).toBe(1);
    expect(
      studio.bulk.fill({ sessionId, field: 'link', value: 'https://laserre.fr', rows: [2] }),
    ).toMatchObject({
      changed: 1,
    });
    expect(rowsOf(sessionId)[0]?.cells.link).toBe('https://laserre.fr');
  });

  test('rows with errors can be left out, and taken in again', async () => {
    const { sessionId } = await open(
      csv('26/11/2026;18:30;La Serre;Un;', 'hier;18:30;La Serre;Deux;'),
    );
    expect(studio.bulk.leaveOut({ sessionId, leftOut: true }).counts).toMatchObject({
      errors: 0,
      leftOut: 1,
      scheduled: 1,
      drafts: 0,
    });
    expect(studio.bulk.leaveOut({ sessionId, rows: [3], leftOut: false }).counts.errors).toBe(1);
  });

  test('columns that are not known are chosen by hand', async () => {
    const session = await open('26/11/2026;La Serre;Bonjour\n27/11/2026;La Serre;Bonsoir\n');
    const { sessionId } = session;
    expect([session.headers, session.mapping]).toEqual([
      ['A', 'B', 'C'],
      ['', '', ''],
    ]);
    studio.bulk.setMapping(sessionId, ['date', 'accounts', 'caption']);
    studio.bulk.fill({ sessionId, field: 'time', value: '18:30' });
    expect(codes(sessionId)).toEqual([[], []]);
    const twice = () => studio.bulk.setMapping(sessionId, ['date', 'date', '']);
    expect((await problemOf(twice)).code).toBe('invalid-input');
  });

  test('files brought along go before those of the library; those that no row asks for are told', async () => {
    studio.addPhoto('arum.jpg');
    const own = studio.addPhoto('new.jpg');
    const { sessionId } = await open(csv('26/11/2026;18:30;tous;Un;arum'));
    const session = studio.bulk.addFiles(sessionId, [
      { name: 'ARUM.jpg', assetId: own },
      { name: 'autre.jpg', assetId: own },
    ]);
    expect(session.files).toEqual({ brought: 2, unmatched: [], unused: ['autre.jpg'] });
    studio.bulk.confirm(sessionId);
    const [id = ''] = plannedIds();
    expect(studio.posts.get(id).media[0]?.assetId).toBe(own);
  });

  test('the table is still there after a restart, until it is given up', async () => {
    const { sessionId } = await open(csv('26/11/2026;18:30;La Serre;Un;'));
    studio.bulk.setCells({ sessionId, row: 2, cells: { caption: 'Nouveau' } });
    const again = openTestBulk(tools);
    expect(again.bulk.current().session).toMatchObject({ sessionId, counts: { rows: 1 } });
    expect(again.bulk.rows({ sessionId }).items[0]?.cells.caption).toBe('Nouveau');
    again.bulk.discard(sessionId);
    expect(studio.bulk.current()).toEqual({});
    expect((await problemOf(() => studio.bulk.get(sessionId))).code).toBe('table-closed');
  });
});

describe('confirming', () => {
  test('plans all rows in one step, and one undo takes them back', async () => {
    const { sessionId } = await open(csv('26/11/2026;18:30;La Serre;Un;', ';;La Serre;Deux;'));
    const done = studio.bulk.confirm(sessionId, 'once');
    expect(done).toMatchObject({ posts: 2, scheduled: 1, drafts: 1 });
    expect(studio.bulk.confirm(sessionId, 'once')).toEqual(done);
    expect(plannedTitles()).toEqual([['Un', '2026-11-26T17:30:00.000Z']]);
    expect(studio.posts.listBatches()).toMatchObject([{ name: 'Import de plan.csv', posts: 2 }]);
    expect(studio.posts.undoBatch(done.batchId)).toEqual({ changed: 2, stayed: [] });
    expect(plannedTitles()).toEqual([]);
  });

  test('nothing is planned while a row has an error', async () => {
    const { sessionId } = await open(csv('26/11/2026;18:30;La Serre;Un;', 'hier;1;La Serre;Deux;'));
    const problem = await problemOf(() => studio.bulk.confirm(sessionId));
    expect([problem.code, problem.params['row']]).toEqual(['table-not-ready', 3]);
    expect(plannedTitles()).toEqual([]);
  });

  test('a thousand rows are read, mended and planned', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => {
      const day = String(1 + (index % 28)).padStart(2, '0');
      const hour = String(8 + (Math.floor(index / 28) % 12)).padStart(2, '0');
      return `${day}/0${1 + (index % 9)}/2027;${hour}:${String(index % 60).padStart(2, '0')};La Serre;Texte ${index};`;
    });
    const { sessionId, counts } = await open(csv(...lines));
    expect(counts).toMatchObject({ rows: 1000, errors: 0, scheduled: 1000 });
    expect(studio.bulk.rows({ sessionId, offset: 990, limit: 100 }).items).toHaveLength(10);
    studio.bulk.setCells({ sessionId, row: 500, cells: { caption: 'Autre' } });
    const { batchId, posts } = studio.bulk.confirm(sessionId);
    expect(posts).toBe(1000);
    const [first = ''] = plannedIds();
    forceTargets(tools, first, 'published');
    expect(studio.posts.undoBatch(batchId)).toMatchObject({
      changed: 999,
      stayed: [{ postId: first }],
    });
  });
});
