// F17: a rule for keeping is killed wherever it writes; nothing is half removed, and the next start goes on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillYears, figuresOf } from '../../support/keeping-fixture.ts';
import { openRecordsWorld, type RecordsWorld } from '../../support/records-fixture.ts';

/** Shares of all rows that are written, at which the studio dies. */
const shares = [0, 0.1, 0.25, 0.4, 0.5, 0.65, 0.8, 0.95, 1];

let root: string;
let before: string;
let whole: ReturnType<typeof stateOf>;
let rows: number;
let comments: number;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'vitrine-keep-'));
  before = join(root, 'before');
  const world = openRecordsWorld(before);
  fillYears(world);
  comments = countComments(world);
  await world.close(true);
  const folder = copyOf('whole');
  const { said } = await runChild(folder);
  rows = Number(said);
  const after = openRecordsWorld(folder);
  whole = stateOf(after);
  await after.close();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function copyOf(name: string): string {
  const folder = join(root, name);
  cpSync(before, folder, { recursive: true });
  return folder;
}

async function runChild(folder: string, dieAt = 0) {
  const entry = join(import.meta.dirname, 'keep-child.ts');
  const child = spawn(process.execPath, [entry, folder, String(dieAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { signal, said };
}

const countComments = ({ tools }: RecordsWorld) =>
  Number(tools.db.prepare('SELECT count(*) FROM comments').pluck().get());

/** All that a rule touches, as text. */
function stateOf({ tools: { db }, records }: RecordsWorld) {
  const all = (sql: string) => db.prepare(sql).raw().safeIntegers(true).all().join('\n');
  return {
    comments: all('SELECT key, thread_id FROM comments ORDER BY key'),
    threads: all('SELECT * FROM threads ORDER BY id'),
    terms: all('SELECT term FROM inbox_terms ORDER BY term'),
    figures: all('SELECT * FROM inbox_figures ORDER BY 1, 2'),
    rules: records.keeping().rules,
  };
}

/** Nothing is half removed: rows, the lines of threads, badges, and the index of words say the same. */
function expectWhole(world: RecordsWorld): void {
  const { db } = world.tools;
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.exec("INSERT INTO comments_words (comments_words, rank) VALUES ('integrity-check', 1)");
  const { kept, counted } = figuresOf(world);
  expect(kept).toEqual(counted);
  const empty =
    'SELECT id FROM threads t WHERE NOT EXISTS (SELECT 1 FROM comments WHERE thread_id = t.id)';
  expect(db.prepare(empty).all()).toEqual([]);
  const before = stateOf(world);
  const ids = db.prepare<[], string>('SELECT id FROM threads').pluck().all();
  world.inbox.records.refreshThreads(ids);
  expect(stateOf(world)).toEqual(before);
}

test.each(shares)('F17 killed after %f of all that a rule for keeping writes', async (share) => {
  const folder = copyOf(`at-${share}`);
  const dieAt = Math.max(1, Math.round(rows * share));
  expect(await runChild(folder, dieAt)).toEqual({ signal: 'SIGKILL', said: '' });
  const world = openRecordsWorld(folder);
  try {
    expectWhole(world);
    const { db } = world.tools;
    const removed = db.prepare('SELECT removed FROM keep_rules').pluck().get() ?? 0;
    expect(countComments(world)).toBe(comments - Number(removed));
    // The first row that is written is the rule itself: killed there, nobody had set one.
    if (world.records.keeping().rules[0]?.months === undefined)
      world.records.setKeeping({ shopId: 'first', months: 12 });
    else world.records.tick(world.time.now);
    await world.records.keptIdle();
    expect(stateOf(world)).toEqual(whole);
    expectWhole(world);
  } finally {
    await world.close();
  }
});
