import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHalt } from '../../../core/publishing/halt.ts';
import { kinds } from './kinds.ts';
import { minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const [facebookText] = kinds;

/** The file may not grow by a single page: what SQLite itself calls full. */
function fillDisk({ tools: { db } }: Harness): void {
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages}`);
}

function freeDisk({ tools: { db } }: Harness): void {
  db.pragma('max_page_count = 1073741823');
}

describe('F4 a disk that is full exactly between call and receipt', () => {
  it('keeps the receipt, publishes nothing else, and writes it when there is room', async () => {
    // The comment's own row needs pages of its own, and comes in the transaction of the receipt.
    const firstComment = 'Livraison offerte. '.repeat(400);
    const accountIds = [harness.facebook.id];
    const first = harness.write({ accountIds, firstComment });
    const second = harness.write({ accountIds, caption: 'Après' });
    const fill = (name: string) => {
      if (name === 'publish.C4') fillDisk(harness);
    };
    harness.restart({ atPoint: fill });
    harness.publishNow(first);
    await harness.tick();
    expect(harness.publishing.haltedBy()).toBe('disk-full');
    expect(harness.target(first).state).toBe('publishing');
    expect(await harness.effects()).toHaveLength(1);

    freeDisk(harness);
    harness.publishNow(second);
    fillDisk(harness);
    await harness.pass(2 * minuteMs);
    expect(harness.target(second).state).toBe('scheduled');
    expect(await harness.effects()).toHaveLength(1);

    freeDisk(harness);
    await harness.tick();
    expect(harness.target(first)).toMatchObject({ state: 'published', attempts: 1 });
    expect(harness.publishing.haltedBy()).toBeUndefined();
    expect(harness.uses.halts).toEqual(['disk-full', undefined]);
  });

  it('is found by reading when the studio dies before there is room', async () => {
    const post = harness.write({
      accountIds: [harness.facebook.id],
      firstComment: 'Livraison offerte. '.repeat(400),
    });
    harness.restart({ atPoint: (name) => name === 'publish.C4' && fillDisk(harness) });
    harness.publishNow(post);
    await harness.tick();
    freeDisk(harness);
    harness.restart();
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    const posts = (await harness.effects()).filter((effect) => effect.kind === 'fb-post');
    expect(posts).toHaveLength(1);
  });
});

describe('F5 a disk that reported an error once', () => {
  it('is not trusted again: nothing visible until the library is opened anew', async () => {
    const halts: unknown[] = [];
    const halt = createHalt(harness.tools.db, (code) => halts.push(code));
    const error = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    expect(halt.noteStorageError(error)).toBe(true);
    halt.retry(harness.now());
    expect(halt.code()).toBe('disk-failing');
    expect(halts).toEqual(['disk-failing']);
    expect(halt.noteStorageError(new Error('something else'))).toBe(false);
  });

  it('makes no call when the intent could not be committed', async () => {
    const post = await facebookText!.write(harness);
    const fail = (name: string) => {
      if (name !== 'publish.C1') return;
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
    };
    harness.restart({ atPoint: fail });
    harness.publishNow(post);
    await harness.pass(10 * minuteMs);
    expect(harness.publishing.haltedBy()).toBe('disk-failing');
    expect(await harness.effects()).toEqual([]);
    harness.restart();
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
  });
});

describe('F2 words that changed on the disk', () => {
  it('are never published', async () => {
    const post = await facebookText!.write(harness);
    harness.publishing.plan(post, harness.now() + minuteMs, 60 * minuteMs);
    await harness.tick();
    harness.tools.db.exec(`UPDATE targets SET content = replace(content, '24,90', '2,490')`);
    await harness.pass(5 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'failed',
      attempts: 0,
      reason: { code: 'content-damaged' },
    });
    expect(await harness.effects()).toEqual([]);
  });
});

describe('F27 a computer whose clock jumped', () => {
  beforeEach(() => {
    Object.assign(harness.tools.clock, { manual: false });
    harness.restart();
  });

  it('publishes nothing until the network’s time agrees', async () => {
    const post = await facebookText!.write(harness);
    await harness.tick();
    const network = harness.now();
    harness.tools.advance(48 * 60 * minuteMs);
    await harness.control.setClock(network);
    harness.publishNow(post);
    await harness.tick();
    expect(harness.publishing.haltedBy()).toBe('clock-off');
    expect(harness.target(post).state).toBe('ready');
    expect(await harness.effects()).toEqual([]);

    await harness.control.setClock(harness.now());
    harness.tools.advance(20_000);
    await harness.tick();
    expect(harness.target(post).state).toBe('published');
    expect(harness.publishing.haltedBy()).toBeUndefined();
  });
});

describe('F27 a clock that was ahead while a call became unclear', () => {
  it('keeps nobody waiting until that time comes', async () => {
    const post = await facebookText!.write(harness);
    await harness.control.fault({ edge: 'POST /{post}', mode: 'reset-after', count: 1 });
    const trueAt = harness.now();
    harness.tools.advance(48 * 60 * minuteMs);
    await harness.control.setClock(trueAt);
    harness.publishNow(post);
    await harness.tick();
    expect(harness.target(post).state).toBe('uncertain');
    harness.tools.setNow(trueAt);
    await harness.control.setClock(trueAt);
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
  });
});

describe('F23 a studio that is closed during a visible call', () => {
  it('waits for the answer and writes the receipt', async () => {
    const post = await facebookText!.write(harness);
    await harness.control.fault({ edge: 'POST /{post}', mode: 'slow', count: 1, ms: 300 });
    harness.publishNow(post);
    const ticking = harness.tick();
    await harness.publishing.close();
    await ticking;
    harness.restart();
    const { state } = harness.target(post);
    expect(['ready', 'preparing', 'published']).toContain(state);
    const effects = await harness.effects();
    expect(effects).toHaveLength(state === 'published' ? 1 : 0);
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('a studio that looks by itself', () => {
  it('acts at once on “publish now”, without a tick', async () => {
    Object.assign(harness.tools.clock, { manual: false });
    harness.restart();
    const published = new Promise<void>((resolve) => {
      harness.tools.events.on((event) => {
        if (event.type === 'target-published') resolve();
      });
    });
    harness.publishing.start();
    const post = await facebookText!.write(harness);
    harness.publishNow(post);
    await published;
    expect(harness.target(post).state).toBe('published');
  });
});
