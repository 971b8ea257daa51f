// npm run test:faults: kills, random schedules, damaged pictures and clips in great number, their counts, and the repeat of one seed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printTally } from './print-tally.ts';
import { runSuite } from './run-suite.ts';
import { blocksOf, blockUpTo, suiteNames, suites, type RunEnd, type SuiteName } from './suites.ts';
import { totalOf, type Tally } from './tally.ts';

const usage = `usage: npm run test:faults -- [--suite kills|schedules|inbox|backlog|pictures|clips|rpc|doors] [--count N] [--from SEED] [--workers N]
       npm run test:faults -- --suite kills|schedules|inbox|backlog|pictures|clips|rpc|doors --seed N   repeats one seed and tells its story`;

const { values } = parseArgs({
  options: {
    suite: { type: 'string' },
    runs: { type: 'string' },
    count: { type: 'string' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});

function chosenSuites(): SuiteName[] {
  const name = suiteNames.find((one) => one === values.suite);
  if (values.suite !== undefined && !name) {
    process.stderr.write(`${usage}\n`);
    process.exit(64);
  }
  if (name) return [name];
  return values.seed === undefined ? suiteNames : ['schedules'];
}

type Report = { suite: SuiteName; seconds: number; stopped: boolean; tally: Tally };

/** How far it is: on a terminal in one line that renews itself, elsewhere a line a minute. */
function startProgress(suite: SuiteName, tally: Tally, runs: number): () => void {
  const startedAt = performance.now();
  const isTerminal = process.stdout.isTTY;
  const timer = setInterval(
    () => {
      const seconds = (performance.now() - startedAt) / 1000;
      const leftMin = tally.runs > 0 ? ((runs - tally.runs) * seconds) / tally.runs / 60 : NaN;
      const { published, lost, doubled } = totalOf(tally);
      const counts = `${published} published, ${lost} lost, ${doubled} doubled`;
      const text = `${suite}: ${tally.runs} of ${runs} runs, ${counts}, ${tally.failures.length} failing, ${leftMin.toFixed(0)} min left`;
      process.stdout.write(isTerminal ? `\r\x1b[K${text}` : `${text}\n`);
    },
    isTerminal ? 1_000 : 60_000,
  );
  return () => {
    clearInterval(timer);
    if (isTerminal) process.stdout.write('\r\x1b[K');
  };
}

function tellFailure(suite: SuiteName, { seed, error }: RunEnd): void {
  if (error === undefined) return;
  process.stdout.write(`\nseed ${seed} failed: ${error}\n`);
  process.stdout.write(`repeat it: npm run test:faults -- --suite ${suite} --seed ${seed}\n`);
}

async function runWhole(suite: SuiteName): Promise<Report> {
  const runs = Number(values.count ?? values.runs ?? suites[suite].runs);
  const blocks = blocksOf(suites[suite], Number(values.from), runs);
  const startedAt = performance.now();
  const workers = Math.min(Number(values.workers), blocks.length);
  const run = runSuite(suite, blocks, { workers, onEnd: (end) => tellFailure(suite, end) });
  const end = startProgress(suite, run.tally, runs);
  const state = { stopped: false };
  const stop = () => {
    state.stopped = true;
    run.stop();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await run.done;
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
  end();
  const seconds = (performance.now() - startedAt) / 1000;
  const title = state.stopped ? `${suite} (stopped)` : suite;
  process.stdout.write(`\n${printTally(title, run.tally, seconds).join('\n')}\n`);
  return { suite, seconds, stopped: state.stopped, tally: run.tally };
}

/** The seed alone in the world in which it ran: with what came before it there. */
async function repeatSeed(suite: SuiteName, seed: number): Promise<boolean> {
  const block = blockUpTo(suites[suite], seed);
  const ends: RunEnd[] = [];
  const run = runSuite(suite, [block], { workers: 1, onEnd: (end) => ends.push(end) });
  await run.done;
  // A world that never opened ends none of its seeds.
  const end = ends.findLast((one) => one.seed === seed) ?? ends.at(-1);
  const error = end ? end.error : 'it did not run';
  process.stdout.write(`${[...(end?.story ?? []), error ?? `seed ${seed} holds`].join('\n')}\n`);
  return error === undefined;
}

function save(reports: Report[]): void {
  const folder = resolve(import.meta.dirname, '../../../artefacts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'faults.json');
  const suitesRun = reports.map(({ tally, ...rest }) => ({ ...rest, ...tally }));
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), suites: suitesRun }, null, 1)}\n`,
  );
  process.stdout.write(`\nwritten to ${file}\n`);
}

if (values.seed !== undefined) {
  const [suite = 'schedules'] = chosenSuites();
  process.exitCode = (await repeatSeed(suite, Number(values.seed))) ? 0 : 1;
} else {
  const reports: Report[] = [];
  for (const suite of chosenSuites()) {
    reports.push(await runWhole(suite));
    if (reports.at(-1)?.stopped) break;
  }
  save(reports);
  process.exitCode = reports.every(({ tally }) => tally.failures.length === 0) ? 0 : 1;
}
process.disconnect?.();
