import { randomUUID } from 'node:crypto';
import type { Language } from '../shared/contract/shapes.ts';
import type { Clock } from '../shared/facts.ts';
import { createAnswerProblems, type AnswerProblems } from './answer-problems.ts';
import { createApplyOnce } from './db/apply-once.ts';
import type { FeatureTools } from './db/feature-tools.ts';
import { migrations } from './db/migrations.ts';
import { newId } from './db/new-id.ts';
import { openLibrary, type Library } from './db/open-library.ts';
import { createSettings, type Settings } from './db/settings.ts';
import { createTransact } from './db/transact.ts';
import { createEventBus } from './events/bus.ts';
import type { Log } from './log.ts';
import { createSay } from './texts.ts';

const forgetAppliedAfterMs = 30 * 86_400_000;

export type Foundation = {
  library: Library;
  tools: FeatureTools;
  settings: Settings;
  answers: AnswerProblems;
  /** Writes an unforeseen error to the log; answers the number a person can quote. */
  report: (error: unknown, path?: readonly string[]) => string;
};

/** What every feature stands on: the open library, the clock, events, texts. Throws LibraryRefused. */
export function openFoundation(options: {
  dataDir: string;
  resourcesDir: string;
  clock: Clock;
  log: Log;
  /** Known once the shop's settings are read. */
  shopLanguage: () => Language;
}): Foundation {
  const { clock, log, shopLanguage } = options;
  const library = openLibrary(options.dataDir, migrations, clock.now);
  const { db } = library;

  function report(error: unknown, path: readonly string[] = []): string {
    const number = randomUUID().slice(0, 8);
    log.error({ report: number, path: path.join('/'), err: error }, 'unforeseen');
    return number;
  }

  const events = createEventBus((error) => report(error, ['events']));
  const transact = createTransact(db, events);
  const say = createSay(options.resourcesDir);
  db.prepare('DELETE FROM applied_changes WHERE at < ?').run(clock.now() - forgetAppliedAfterMs);
  const tools: FeatureTools = {
    db,
    transact,
    ...createApplyOnce(db, transact, clock.now),
    events,
    clock,
    newId,
    say,
    shopLanguage,
  };
  return {
    library,
    tools,
    settings: createSettings(db),
    answers: createAnswerProblems(say, shopLanguage, report),
    report,
  };
}
