// Removes what is too old on the folder it is given, and says how many rows that wrote. Dies with the row of that
// number where it is given one.
import { openRecordsWorld } from '../../support/records-fixture.ts';

const [dataDir = '', dieAt = '0'] = process.argv.slice(2);
const world = openRecordsWorld(dataDir);
const { db } = world.tools;
let written = 0;
db.function('row_written', () => {
  written += 1;
  if (written === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  return null;
});
const watched = {
  keep_rules: ['INSERT', 'UPDATE'],
  comments: ['DELETE'],
  threads: ['UPDATE', 'DELETE'],
  outbox: ['DELETE'],
  inbox_figures: ['UPDATE'],
  inbox_terms: ['DELETE'],
};
for (const [table, deeds] of Object.entries(watched))
  for (const deed of deeds)
    db.exec(`CREATE TEMP TRIGGER told_${table}_${deed} AFTER ${deed} ON main.${table}
      BEGIN SELECT row_written(); END`);
world.records.setKeeping({ shopId: 'first', months: 12 });
await world.records.keptIdle();
await world.close(true);
process.stdout.write(String(written));
