import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { studioCaller } from '../../../scripts/demo/programs.ts';
import { startProgram } from '../../../scripts/lib/start-program.ts';
import { startPractice } from '../../support/practice.ts';

const ready = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const accountsShape = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.string() })),
});
const targetsShape = z.object({
  targets: z.array(z.object({ state: z.string(), attempts: z.number() })),
});

test('F23 a studio told to end during a visible call waits for the answer and writes the receipt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-shutdown-'));
  const practice = await startPractice();
  const start = async () => {
    const args = ['--data', join(folder, 'shop'), '--port', '0', '--no-open', '--tick', '1'];
    const entry = 'server/main.ts';
    return startProgram({ entry, args: [...args, '--graph', practice.ready.url] }, ready);
  };
  let studio = await start();
  try {
    const call = studioCaller(studio.ready);
    const { user } = practice.ready;
    const { accounts } = await call('accounts/connect', { userToken: user.token }, accountsShape);
    const page = accounts.find(({ network }) => network === 'facebook');
    const content = { accountIds: [page?.id], caption: 'Arum', media: [] };
    const { postId } = await call('posts/create', content, z.object({ postId: z.string() }));
    await practice.control.fault({ edge: 'POST /{post}', mode: 'slow', count: 1, ms: 1_500 });
    await call('posts/publishNow', { postId }, z.unknown());
    // Visible already, and not yet answered.
    await expect
      .poll(async () => (await practice.control.ledger()).length, { timeout: 20_000 })
      .toBe(1);
    await studio.end('SIGTERM');

    studio = await start();
    const again = studioCaller(studio.ready);
    const { targets } = await again('publishing/targets', { postId }, targetsShape);
    expect(targets).toEqual([{ state: 'published', attempts: 1 }]);
    expect(await practice.control.ledger()).toHaveLength(1);
  } finally {
    await studio.end('SIGTERM');
    await practice.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
