import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openRecordsWorld, type RecordsWorld } from '../../tests/support/records-fixture.ts';
import { createExactTime } from './comment-lines.ts';

let world: RecordsWorld;
let folder: string;

beforeAll(() => {
  world = openRecordsWorld();
  const at = Date.parse('2026-10-25T00:30:05Z');
  world.take('fb', 'p1', [
    { id: '1', from: '=HYPERLINK("https://x")', at, text: 'Deux "mots";\r\nune, ligne' },
    { id: '2', from: 'Ana', at: at + 3_600_000, text: '@SUM(A1)' },
    { id: '3', from: 'Bo', mine: true, parentId: '2', at: at + 3_700_000, text: '-12 €' },
  ]);
  world.take('ig', 'p2', [{ id: '4', from: 'chloé', at, text: '\tété 🌿', isHidden: true }]);
});
afterAll(() => world.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-csv-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

async function write(wish: object, language: 'fr' | 'en' = 'fr') {
  const { id } = world.records.writeComments({ folder, ...wish }, language);
  await world.records.whenWritten(id);
  const run = world.records.run(id, language);
  const bytes = readFileSync(join(folder, run.name));
  const delimiter = language === 'fr' ? ';' : ',';
  const rows = parse(bytes, { bom: true, delimiter }) as string[][];
  return { run, bytes, rows };
}

it('writes exact times by the clocks of each shop, over the hour that comes twice', () => {
  const at = Date.parse('2026-10-25T00:30:05Z');
  const exactTime = createExactTime();
  expect(exactTime(at, 'Europe/Paris')).toBe('2026-10-25T02:30:05+02:00');
  expect(exactTime(at + 3_600_000, 'Europe/Paris')).toBe('2026-10-25T02:30:05+01:00');
  expect(exactTime(at, 'America/St_Johns')).toBe('2026-10-24T22:00:05-02:30');
  expect(exactTime(at, 'Pacific/Chatham')).toBe('2026-10-25T14:15:05+13:45');
});

it('F81 writes what a spreadsheet reads back word for word and runs nothing of', async () => {
  const { run, bytes, rows } = await write({});
  expect(run).toMatchObject({ state: 'done', written: 4, progressFrac: 1 });
  expect(run.name).toBe('vitrine-commentaires-la-serre-2026-11-24.csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, ...lines] = rows;
  expect(head?.slice(0, 4)).toEqual(['Date et heure', 'Réseau', 'Compte', 'Nom']);
  expect(lines.map(([time]) => time)).toEqual([
    '2026-10-25T02:31:45+01:00',
    '2026-10-25T02:30:05+01:00',
    ...['2026-10-25T14:15:05+13:45', '2026-10-25T02:30:05+02:00'],
  ]);
  expect(lines.map((line) => line[5])).toEqual([
    "'-12 €",
    "'@SUM(A1)",
    "'\tété 🌿",
    'Deux "mots";\r\nune, ligne',
  ]);
  expect(lines.map((line) => line[3])).toContain(`'=HYPERLINK("https://x")`);
  expect(lines.map((line) => line[7])).toEqual(['visible', 'visible', 'masqué', 'visible']);
  const text = bytes.toString('utf8').replaceAll('\r\n', '');
  expect(text.replace('Deux "mots";une, ligne', '')).not.toMatch(/(^|;)[=+\-@\t]/);
});

it('writes those of a search, an account, a period; never over a file that is there', async () => {
  writeFileSync(join(folder, 'vitrine-comments-la-serre-2026-11-24.csv'), 'mine');
  const found = await write({ text: 'ete' }, 'en');
  expect(found.rows.slice(1).map((line) => line[3])).toEqual(['chloé']);
  expect(found.run.name).not.toBe('vitrine-comments-la-serre-2026-11-24.csv');
  expect((await write({ accountIds: ['fb'] })).rows).toHaveLength(4);
  const since = '2026-10-25T01:00:00Z';
  expect((await write({ since, until: '2026-10-25T01:31:00Z' })).rows).toHaveLength(2);
  expect((await write({ view: 'spam' })).rows).toHaveLength(1);
});

it('leaves nothing behind when it is cancelled, and says why it could not write', async () => {
  const { records } = world;
  const { id } = records.writeComments({ folder }, 'fr');
  expect(records.cancel(id, 'fr').state).toBe('cancelled');
  await records.whenWritten(id);
  expect(records.run(id, 'fr').state).toBe('cancelled');
  expect(readdirSync(folder)).toEqual([]);

  writeFileSync(join(folder, 'file'), '');
  const blocked = records.writeComments({ folder: join(folder, 'file', 'below') }, 'fr');
  await records.whenWritten(blocked.id);
  expect(records.run(blocked.id, 'fr')).toMatchObject({
    state: 'failed',
    problem: { code: 'records-folder' },
  });
  expect(() => records.writeComments({ folder: 'relative' }, 'fr')).toThrow('records-folder');
});

it('gives a person everything that is held of them, as JSON and as a table', async () => {
  const customers = [{ network: 'facebook' as const, id: 'person-Ana', name: 'Ana' }];
  for (const kind of ['json', 'csv'] as const) {
    const { id } = world.records.writePerson({ customers, kind, folder }, 'fr');
    await world.records.whenWritten(id);
    const { name, state } = world.records.run(id, 'fr');
    expect(state).toBe('done');
    // A name of a file says of nobody that they are customers.
    expect(name).not.toMatch(/ana/i);
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toContain('@SUM(A1)');
    expect(text).not.toContain('chloé');
    if (kind === 'json')
      expect(JSON.parse(text)).toMatchObject({
        said: [{ text: '-12 €' }, { fromName: 'Ana' }],
        held: { comments: [{ from_name: 'Ana' }] },
      });
  }
});
