// The whole job without a screen: photos and products in, pictures and a video made, posts published to
// both networks, comments answered. Each result is read back from disk or from the network. A run that
// was killed is taken up again by the next start.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { converse } from './converse.ts';
import { prepare, type Stage } from './prepare.ts';
import {
  practiceControl,
  startPracticeProgram,
  startStudioProgram,
  studioCaller,
} from './programs.ts';
import { publish } from './publish.ts';
import { createReport, table } from './report.ts';
import { openRunFolder } from './run-folder.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const folder = openRunFolder(values.data, new Date());
process.stdout.write(`${folder.resumed ? 'Going on in' : 'Working in'} ${folder.path}\n`);
const report = createReport();
const practice = await startPracticeProgram(join(folder.path, 'network'));
const studio = await startStudioProgram(join(folder.path, 'shop'), practice.ready.url);

try {
  const control = practiceControl(practice.ready);
  await control.quiet();
  const stage: Stage = { call: studioCaller(studio.ready), folder, report };
  const connected = await stage.call(
    'accounts/connect',
    { graph: practice.ready.url, userToken: practice.ready.user.token },
    z.object({ accounts: z.array(z.object({ network: z.string(), name: z.string() })) }),
  );
  const networks = connected.accounts
    .map((account) => `${account.name} (${account.network})`)
    .join(', ');
  report.note('accounts', connected.accounts.length === 2, networks);
  await stage.call('app/setLine', { online: true }, z.object({ online: z.boolean() }));
  const made = await prepare(stage);
  const targets = await publish(stage, made, control);
  const replies = await converse(stage, targets, control);

  const rows = targets.map((one) => [
    one.network,
    one.state,
    String(one.attempts),
    one.remoteId ?? '–',
    one.permalink ?? '–',
  ]);
  process.stdout.write(
    `\n${table(['network', 'state', 'calls', 'remote id', 'to look at'], rows)}\n`,
  );
  const answered = replies.map((one) => [one.network, one.state, one.question, one.text]);
  process.stdout.write(`\n${table(['network', 'state', 'question', 'answer'], answered)}\n`);
} catch (error) {
  report.note('demo', false, error instanceof Error ? error.message : String(error));
} finally {
  await studio.end('SIGTERM');
  await practice.end('SIGTERM');
}
process.stdout.write(`\nEvery output is in ${folder.path}\n`);
folder.finish();
process.exitCode = report.allRight() ? 0 : 1;
process.disconnect?.();
