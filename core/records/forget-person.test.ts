import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Customer } from '../../shared/contract/records.ts';
import { openRecordsWorld, type RecordsWorld } from '../../tests/support/records-fixture.ts';

const hourMs = 3_600_000;
const julie: Customer = {
  network: 'facebook',
  id: 'person-Julie Vandermeer',
  name: 'Julie Vandermeer',
};
/** Every word of hers that nobody else says. */
const words = [
  'Julie Vandermeer',
  'person-Julie',
  'anémones mauves',
  'xylophone',
  'Rue des Tanneurs',
];
let world: RecordsWorld;

beforeEach(() => {
  world = openRecordsWorld();
  const at = world.time.now - 50 * hourMs;
  const from = julie.name;
  world.take('fb', 'p1', [
    { id: '1', from, at, text: 'Avez-vous des anémones mauves pour mon xylophone ?' },
    { id: '2', from: 'Ana', parentId: '1', at: at + 1, text: 'Moi aussi, comme Julie Vandermeer' },
    { id: '3', from: 'Bo', at: at + 2, text: 'Un pot de géranium' },
    {
      id: '4',
      from,
      parentId: '3',
      at: at + 3,
      text: `Livrez Rue des Tanneurs 12 ${'très '.repeat(2000)}vite`,
    },
    { id: '5', from, at: at + 4, text: 'Bonjour' },
    {
      id: '6',
      from: 'La Serre',
      mine: true,
      parentId: '5',
      at: at + 5,
      text: 'Bonjour Julie Vandermeer',
    },
  ]);
});
afterEach(() => world.close());

/** Files of the folder that hold a word, looked at by a program of its own while the library is open. */
const grep = (word: string): string[] =>
  spawnSync('grep', ['-rlaF', word, world.dataDir], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
    .map((path) => path.slice(world.dataDir.length + 1));
const texts = () => world.tools.db.prepare('SELECT text FROM comments ORDER BY key').pluck().all();
const terms = () => world.tools.db.prepare('SELECT term FROM inbox_terms').pluck().all();

function noteEverywhere(): void {
  const { tools, inbox, log } = world;
  const [first] = inbox.threads({ text: 'anémones' }).items;
  const { threadId = '', comments } = first ?? {};
  const [comment] = comments ?? [];
  inbox.reply({
    commentId: comment?.commentId ?? '',
    text: 'Oui, Julie Vandermeer',
    clientId: 'r1',
  });
  const run = (sql: string, ...values: (string | number)[]) => tools.db.prepare(sql).run(...values);
  run(
    "INSERT INTO thread_notes (id, thread_id, text, at) VALUES ('n', ?, 'Joue du xylophone', 1)",
    threadId,
  );
  run(
    `INSERT INTO customers (id, account_id, person_id, name, created_at)
     VALUES ('c', 'fb', ?, ?, 1)`,
    julie.id ?? '',
    julie.name,
  );
  run(
    "INSERT INTO customer_notes (id, customer_id, text, at) VALUES ('m', 'c', 'Aime le xylophone', 1)",
  );
  run(
    `INSERT INTO order_drafts (id, account_id, thread_id, person_id, person_name, title, quantity, state,
       created_at, updated_at) VALUES ('o', 'fb', ?, ?, ?, 'Pot', 1, 'sent', 1, 1)`,
    threadId,
    julie.id ?? '',
    julie.name,
  );
  run(
    "INSERT INTO snippets (id, kind, name, text, updated_at) VALUES ('s', 'text', 'Merci', 'Merci Ana', 1)",
  );
  log.error({ comment: 'Julie Vandermeer' }, 'unforeseen');
  log.error({ comment: 'Bo' }, 'unforeseen');
}

it('tells what is held and changes nothing by that, then leaves no byte of a person in the folder', async () => {
  noteEverywhere();
  const { db } = world.tools;
  for (const word of words) expect(grep(word), word).not.toEqual([]);
  const before = db.serialize();
  const report = await world.records.report([julie]);
  expect(report).toMatchObject({
    comments: 3,
    threads: 1,
    replies: 1,
    waiting: 1,
    namedElsewhere: [],
  });
  expect(report.others.map(({ place }) => place)).toEqual(
    expect.arrayContaining([
      'customer_notes',
      'customers',
      'order_drafts',
      'outbox',
      'thread_notes',
    ]),
  );
  expect(report.named).toMatchObject([{ from: 'Ana', text: 'Moi aussi, comme Julie Vandermeer' }]);
  expect(report.files.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['library', 'log']));
  expect(db.serialize().equals(before)).toBe(true);

  // An answer that is leaving is waited for.
  const stand = (state: string) => db.prepare('UPDATE outbox SET state = ?').run(state);
  stand('sending');
  const forget = {
    customers: [julie],
    alsoComments: report.named.map(({ commentId }) => commentId),
    clientId: 'forget-1',
  };
  await expect(world.records.forget(forget)).rejects.toMatchObject({ code: 'records-sending' });
  expect(texts()).toHaveLength(6);
  stand('queued');

  const receipt = await world.records.forget(forget);
  expect(receipt).toMatchObject({ comments: 4, logLines: 1, backupsKept: [], left: [] });
  for (const word of words) expect(grep(word), word).toEqual([]);
  expect(texts()).toEqual(['Un pot de géranium']);
  expect(terms()).not.toContain('xylophone');
  expect(terms()).toContain('geranium');
  expect(world.inbox.threads({ text: 'xylophone' }).items).toEqual([]);
  expect(world.inbox.counts()).toMatchObject({ all: 1, unanswered: 1, waiting: 0 });
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(grep('"Bo"')).toEqual(['logs/studio.log']);
  // What it says of the deed names nobody.
  expect(JSON.stringify(world.records.receipts())).not.toMatch(/Julie|person-/);
  expect(await world.records.forget(forget)).toEqual(receipt);
});

it('keeps what others said, and takes in again only what is written later', async () => {
  await world.records.forget({ customers: [julie] });
  expect(texts()).toEqual(['Moi aussi, comme Julie Vandermeer', 'Un pot de géranium']);
  const [thread] = world.inbox.threads({ text: 'aussi' }).items;
  expect(thread?.person).toEqual({ name: '' });
  expect(world.inbox.counts()).toMatchObject({ all: 2, unanswered: 2 });

  const at = world.time.now - 50 * hourMs;
  const said = 'Bonjour Julie Vandermeer';
  const again = [
    { id: '1', from: julie.name, at, text: 'Avez-vous des anémones mauves pour mon xylophone ?' },
    { id: '6', from: 'La Serre', mine: true, parentId: '5', at: at + 5, text: said },
    { id: '9', from: julie.name, at: at - 5, text: 'Un commentaire plus ancien' },
  ];
  expect(world.take('fb', 'p1', again)).toMatchObject({ stored: 0 });
  world.time.now += hourMs;
  const later = { id: '10', from: julie.name, at: world.time.now, text: 'Rebonjour' };
  expect(world.take('fb', 'p1', [later])).toMatchObject({ stored: 1 });
});

it('leaves no picture that a person sent, and looks for copies of it', async () => {
  const [one, other] = await Promise.all([
    sharp({ create: { width: 90, height: 60, channels: 3, background: '#804020' } })
      .png()
      .toBuffer(),
    sharp({ create: { width: 60, height: 90, channels: 3, background: '#208040' } })
      .png()
      .toBuffer(),
  ]);
  const server = createServer((request, response) =>
    response.end(request.url?.includes('one') ? one : other),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  world.places.graph = `http://127.0.0.1:${port}`;
  const at = world.time.now - 20 * hourMs;
  const sent = (id: string, from: string, name: string) => ({
    ...{ id, from, at, text: '' },
    attachmentUrl: `${world.places.graph}/${name}.png`,
  });
  world.take('fb', 'p1', [
    sent('20', julie.name, 'one'),
    sent('21', julie.name, 'other'),
    sent('22', 'Bo', 'other'),
  ]);
  const ids = world.tools.db
    .prepare<[], string>("SELECT comment_key || '-' || place FROM comment_pictures")
    .pluck()
    .all();
  for (const pictureId of ids)
    expect(await world.pictures.look({ pictureId })).toMatchObject({ state: 'here' });
  const stills = () =>
    readdirSync(join(world.dataDir, 'cache/customers'), { recursive: true }).filter((name) =>
      String(name).endsWith('.webp'),
    );
  expect(stills()).toHaveLength(2);
  const { others } = await world.records.report([julie]);
  expect(others).toContainEqual({ place: 'comment_pictures', rows: 2 });
  expect(stills()).toHaveLength(2);
  // A copy that the shop made of it is found, for it has the same bytes.
  const own = stills().map((name) => join(world.dataDir, 'cache/customers', String(name)));
  for (const [index, path] of own.entries())
    copyFileSync(path, join(world.dataDir, 'media', `copy-${index}.webp`));
  const receipt = await world.records.forget({ customers: [julie] });
  // What Bo sent as well stays.
  expect(stills()).toHaveLength(1);
  expect(receipt.left).toEqual([expect.stringMatching(/^media\/copy-\d\.webp$/)]);
  server.close();
});

it('finds customers, names the backups that still hold one and removes those that are chosen', async () => {
  const { customers } = world.records;
  expect(await customers('vander')).toMatchObject({ items: [{ ...julie, comments: 3 }] });
  expect(await customers('jul VAND')).toMatchObject({ items: [{ name: julie.name }] });
  world.take('ig', 'p2', [{ id: '20', from: '1789', at: world.time.now, text: 'Combien ?' }]);
  expect(await customers('person-1789')).toMatchObject({ items: [{ network: 'instagram' }] });
  expect((await customers('") OR "a')).items).toEqual([]);

  const old = world.backUp();
  world.time.now += hourMs;
  const newer = world.backUp();
  const { files } = await world.records.report([julie]);
  expect(files.filter(({ kind }) => kind === 'backup').map(({ name }) => name)).toEqual(
    expect.arrayContaining([`backups/${old.name}`, `backups/${newer.name}`]),
  );
  const receipt = await world.records.forget({
    customers: [julie],
    backups: [old.name, '../studio.db'],
  });
  expect(receipt).toMatchObject({ backupsRemoved: 1, backupsKept: [newer.name] });
});
