// Plans a table of a hundred posts on the folder it is given, and says how it ended. Killed midway by the
// point that VITRINE_KILL_AT names.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWholeStudio } from '../../support/open-whole-studio.ts';
import { callIn } from './call-in.ts';

const dataDir = process.argv[2] ?? '';
const { studio, close } = await openWholeStudio({ dataDir });
const path = join(dataDir, 'plan.csv');
const rows = Array.from({ length: 100 }, (_, index) => `;;Texte ${index}`);
writeFileSync(path, ['Date;Heure;Texte', ...rows].join('\n'));
const call = callIn(studio);
const opened = await call.bulk.open({ path });
await call.bulk.confirm({ sessionId: opened.sessionId, clientId: 'once' });
await close();
process.stdout.write('done\n');
