import { spawnSync } from 'node:child_process';
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
