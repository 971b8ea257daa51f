import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { studioCaller, type CallStudio } from '../../../scripts/demo/programs.ts';
import { startProgram, type RunningProgram } from '../../../scripts/lib/start-program.ts';
import { createMediaFactory } from '../../support/media-factory.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';

/** A disk of its own for one process, as any user of Linux may mount it. */
const mountSmall = 'mount -t tmpfs -o size=$2 small "$1" && shift 2 && exec "$@"';
const inOwnSpace = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mountSmall];
const canMount =
  spawnSync('unshare', [...inOwnSpace.slice(1), 'sh', tmpdir(), '1m', 'true']).status === 0;

const ready = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const imported = z.object({
  items: z.array(z.object({ assetId: z.string().optional(), code: z.string().optional() })),
});
const job = z.object({
  jobId: z.string(),
  state: z.string(),
  code: z.string().optional(),
  problem: z.object({ what: z.string(), todo: z.string() }).partial().optional(),
  files: z.array(z.object({ assetId: z.string() })),
});
const library = z.object({
  items: z.array(z.object({ id: z.string(), url: z.string(), sizeBytes: z.number() })),
  total: z.number(),
});
const targets = z.object({ targets: z.array(z.object({ state: z.string() })) });
const sizeKb = 30_720;
/** Enough for the rows of a job, not for its pictures. */
const rowsKb = 240;

describe.skipIf(!canMount)('F4 a disk that is really full', () => {
  let practice: PracticeForTests;
  let studio: RunningProgram<z.infer<typeof ready>>;
  let call: CallStudio;
  let folder: string;
  let disk: string;
  let productId: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-full-'));
    disk = join(folder, 'disk');
    mkdirSync(disk);
    practice = await startPractice();
    const args = ['--data', join(disk, 'shop'), '--port', '0', '--no-open', '--tick', '1'];
    studio = await startProgram(
      {
        entry: 'server/main.ts',
        args: [...args, '--graph', practice.ready.url],
        within: [...inOwnSpace, 'sh', disk, `${sizeKb}k`],
      },
      ready,
    );
    call = studioCaller(studio.ready);
    await call(
      'shop/save',
      { name: 'La Serre', zone: 'Europe/Paris', country: 'FR' },
      z.object({}),
    );
    const saved = await call(
      'catalogue/save',
      { sku: 'ARU-14', title: 'Arum', price: 1990, stock: 2 },
      z.object({ id: z.string() }),
    );
    productId = saved.id;
  }, 120_000);

  afterAll(async () => {
    await studio?.end('SIGTERM');
    await practice?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** From outside, into the room of that one process. */
  function resizeDisk(size: string): void {
    const into = ['--preserve-credentials', '--user', '--mount', '--target', `${studio.ready.pid}`];
    const mount = ['mount', '-o', `remount,size=${size}`, disk];
    const run = spawnSync('nsenter', [...into, ...mount], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
  }

  const bring = (path: string) => call('media/importFiles', { paths: [path] }, imported);

  /** Full is full, whether the picture finds no room or the row about it. */
  async function codeOf(path: string): Promise<string | undefined> {
    try {
      return (await bring(path)).items[0]?.code;
    } catch (error) {
      if (String(error).includes('"code":"disk-full"')) return 'disk-full';
      throw error;
    }
  }

  /** The same picture under ever new contents: what follows the picture's end is not looked at. */
  async function bringUntilFull(name: string, jpeg: Buffer): Promise<string | undefined> {
    for (let n = 0; n < 500; n++) {
      const path = join(folder, `${name}-${n}.jpg`);
      writeFileSync(path, Buffer.concat([jpeg, Buffer.from(` ${n}`)]));
      const code = await codeOf(path);
      if (code) return code;
    }
    return undefined;
  }

  async function endOf(jobId: string): Promise<z.infer<typeof job>> {
    await expect
      .poll(async () => (await call('jobs/get', { jobId }, job)).state, { timeout: 60_000 })
      .toMatch(/done|failed/);
    return call('jobs/get', { jobId }, job);
  }

  async function expectWholeLibrary(): Promise<void> {
    const { items, total } = await call('media/list', { limit: 100 }, library);
    expect(items).toHaveLength(total);
    for (const { url, sizeBytes } of items) {
      const headers = { authorization: `Bearer ${studio.ready.token}` };
      const answer = await fetch(new URL(url, studio.ready.url), { headers });
      expect((await answer.arrayBuffer()).byteLength).toBe(sizeBytes);
    }
  }

  const render = () =>
    call(
      'studio/render',
      { templateId: 'affiche', productIds: [productId], formats: ['1:1', '4:5', '9:16', '1.91:1'] },
      z.object({ jobId: z.string() }),
    );

  test('takes photos until it is full, says so, and keeps those it took', async () => {
    const make = createMediaFactory(join(folder, 'photos'));
    const { assetId } = (await bring(await make.jpeg('ARU-14.jpg'))).items[0] ?? {};
    const photos = [{ assetId, name: 'ARU-14.jpg' }];
    await call('catalogue/attachByName', { photos }, z.object({}));
    // Large ones first, then small ones into what is left.
    const large = readFileSync(await make.jpeg('large.jpg', 3000, 2200));
    const small = readFileSync(await make.jpeg('small.jpg', 400, 400));
    expect(await bringUntilFull('large', large)).toBe('disk-full');
    expect(await bringUntilFull('small', small)).toBe('disk-full');
    await expectWholeLibrary();
  }, 120_000);

  test('ends a batch by name, with nothing half-made in the library', async () => {
    resizeDisk(`${sizeKb + rowsKb}k`);
    const before = await call('media/list', { limit: 1 }, library);
    const made = await endOf((await render()).jobId);
    expect(made).toMatchObject({ state: 'failed', code: 'disk-full' });
    expect(made.problem?.todo).toBeTruthy();
    const after = await call('media/list', { limit: 1 }, library);
    expect(after.total).toBe(before.total + made.files.length);
    await expectWholeLibrary();
  }, 120_000);

  test('F78 ends a film by name, and keeps nothing of it', async () => {
    // Room for the rows of it, neither for its sound nor for its pictures.
    resizeDisk(`${sizeKb + 4 * rowsKb}k`);
    const before = await call('media/list', { limit: 1 }, library);
    const wish = { styleId: 'vitrine', productIds: [productId], seconds: 15 };
    const { id } = await call('films/begin', wish, z.object({ id: z.string() }));
    const order = { id, formats: ['9:16'] };
    const { jobId } = await call('films/render', order, z.object({ jobId: z.string() }));
    const made = await endOf(jobId);
    expect(made).toMatchObject({ state: 'failed', code: 'disk-full', files: [] });
    expect(made.problem?.todo).toBeTruthy();
    expect((await call('media/list', { limit: 1 }, library)).total).toBe(before.total);
    // The disk as that process sees it.
    const work = join('/proc', `${studio.ready.pid}`, 'root', disk, 'shop', 'work');
    expect(existsSync(work) ? readdirSync(work) : []).toEqual([]);
    await expectWholeLibrary();
  }, 120_000);

  test('goes on where there is room again, and publishes once', async () => {
    resizeDisk('200m');
    const made = await endOf((await render()).jobId);
    expect(made.state).toBe('done');
    expect(made.files).toHaveLength(4);
    const { accounts } = await call(
      'accounts/connect',
      { userToken: practice.ready.user.token },
      z.object({ accounts: z.array(z.object({ id: z.string() })) }),
    );
    const { postId } = await call(
      'posts/create',
      {
        accountIds: accounts.map(({ id }) => id),
        caption: 'Les arums sont là.',
        media: [{ assetId: made.files[1]?.assetId }],
      },
      z.object({ postId: z.string() }),
    );
    await call('posts/publishNow', { postId }, z.object({}));
    const states = async () =>
      (await call('publishing/targets', { postId }, targets)).targets.map(({ state }) => state);
    await expect.poll(states, { timeout: 60_000 }).toEqual(accounts.map(() => 'published'));
    const posts = (await practice.control.ledger()).filter(({ kind }) => /post|media/.test(kind));
    expect(posts).toHaveLength(accounts.length);
  }, 120_000);
});
