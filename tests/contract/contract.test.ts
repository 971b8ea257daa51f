import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWholeStudio, type WholeStudio } from '../support/open-whole-studio.ts';
import { startPractice, type PracticeForTests } from '../support/practice.ts';
import { carriers, type OpenCarrier } from './carriers.ts';

type ProblemError = {
  code: string;
  status: number;
  data: { problem: { title: string; what: string; todo: string }; params: Record<string, unknown> };
};

async function problemOf(call: Promise<unknown>): Promise<ProblemError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error as ProblemError,
  );
  if (!outcome) throw new Error('was not refused');
  return outcome;
}

describe.each(Object.entries(carriers))('%s', (_name, open) => {
  let whole: WholeStudio;
  let practice: PracticeForTests;
  let carrier: OpenCarrier;

  beforeAll(async () => {
    practice = await startPractice();
    whole = await openWholeStudio({ graph: practice.ready.url });
    carrier = await open(whole.studio);
  });
  afterAll(async () => {
    await carrier.close();
    await whole.close();
    await practice.close();
  });

  test('tells what it is', async () => {
    const info = await carrier.client.app.info();
    expect(info).toMatchObject({ practice: false, mode: 'undecided', dataDir: whole.dataDir });
    expect(Date.parse(info.now)).toBeGreaterThan(0);
  });

  test('answers a question about something that is not there with a declared problem', async () => {
    const error = await problemOf(carrier.client.catalogue.get({ productId: 'nobody' }));
    expect(error).toMatchObject({ code: 'not-found', status: 404 });
    expect(error.data.problem.title).toBe('Cet élément n’est plus là');
    expect(error.data.problem.todo).not.toBe('');
  });

  test('refuses input that does not fit and names the fields', async () => {
    const wrong = { sku: '', title: 'x', price: -1 };
    const error = await problemOf(carrier.client.catalogue.save(wrong));
    expect(error).toMatchObject({ code: 'invalid-input', status: 422 });
    expect(String(error.data.params['fields'])).toMatch(/sku/);
    expect(String(error.data.params['fields'])).toMatch(/price/);
    expect((await carrier.client.catalogue.search({ text: 'x' })).items).toEqual([]);
  });

  test('keeps money, accents and emoji exactly', async () => {
    const saved = await carrier.client.catalogue.save({
      sku: 'É-1',
      title: 'Géranium « Été » 🌺',
      price: 1_250_000,
      stock: 3,
    });
    const read = await carrier.client.catalogue.get({ productId: saved.id });
    expect(read).toMatchObject({ sku: 'É-1', title: 'Géranium « Été » 🌺', price: 1_250_000 });
    const found = await carrier.client.catalogue.search({ text: 'geranium ete' });
    expect(found.items.map((item) => item.id)).toEqual([saved.id]);
  });

  test('F90 applies a change once, however often it is sent', async () => {
    const change = { sku: 'ONCE', title: 'Une fois', price: 100, clientId: 'change-once' };
    const [one, two] = await Promise.all([
      carrier.client.catalogue.save(change),
      carrier.client.catalogue.save(change),
    ]);
    expect(two).toEqual(one);
    expect((await carrier.client.catalogue.search({ text: 'ONCE' })).total).toBe(1);
  });

  test('connects accounts and says what each can do', async () => {
    const { user } = practice.ready;
    const { accounts } = await carrier.client.accounts.connect({ userToken: user.token });
    expect(accounts.map((account) => account.network).sort()).toEqual(['facebook', 'instagram']);
    for (const account of accounts) expect(account.can).toContain('publish');
    expect(JSON.stringify(accounts)).not.toContain(user.token);
    expect(await carrier.client.accounts.list()).toEqual({ accounts });
  });

  test('refuses a time that has passed, in the language of the caller', async () => {
    const { accounts } = await carrier.client.accounts.list();
    const { postId } = await carrier.client.posts.create({
      accountIds: accounts.filter((one) => one.network === 'facebook').map((one) => one.id),
      caption: 'Bonjour',
      media: [],
    });
    const error = await problemOf(
      carrier.client.posts.schedule({ postId, at: '2020-01-01T10:00:00Z' }),
    );
    expect(error).toMatchObject({ code: 'time-past', status: 422 });
    const gap = await problemOf(
      carrier.client.posts.schedule({ postId, at: '2027-03-28T02:30', zone: 'Europe/Paris' }),
    );
    expect(gap).toMatchObject({ code: 'time-gap', status: 422 });
    expect(JSON.stringify(gap.data.params)).toContain('2027-03-28');
    expect((await carrier.client.publishing.targets({ postId })).targets).toEqual([]);
  });

  test('keeps a creation by its version, and gives it back after it was removed', async () => {
    const { creations } = carrier.client;
    const wish = { name: 'Vitrine d’été', formats: ['1:1' as const], clientId: 'begin-once' };
    const begun = await creations.begin(wish);
    expect(await creations.begin(wish)).toEqual(begun);
    const { id, version } = begun;
    const saved = await creations.save({ id, version, name: 'Vitrine d’hiver' });
    expect(saved.version).toBe(version + 1);
    const late = await problemOf(creations.save({ id, version, name: 'Trop tard' }));
    expect(late).toMatchObject({ code: 'creation-changed', status: 409 });
    expect(await creations.get({ id })).toMatchObject({ name: 'Vitrine d’hiver' });
    const foreign = { id, version: saved.version, scenes: { '9:16': begun.scenes['1:1'] } };
    expect((await problemOf(creations.save(foreign))).code).toBe('scene-invalid');
    await creations.remove({ id });
    expect((await problemOf(creations.get({ id }))).code).toBe('not-found');
    await creations.restore({ id });
    const { items } = await creations.list({ text: 'hiver' });
    expect(items).toMatchObject([{ id, formats: ['1:1'] }]);
  });

  test('streams what changed until it is told to stop', async () => {
    if (!carrier.streams) {
      const refused = await problemOf(carrier.client.jobs.get({ jobId: 'nobody' }));
      return expect(refused.code).toBe('not-found');
    }
    const stop = new AbortController();
    const changes = await carrier.client.app.changes(undefined, { signal: stop.signal });
    const next = changes.next();
    // The stream listens from its first `next` on; a change made now must reach it.
    const saving = setInterval(() => void carrier.client.shop.save({ graceMinutes: 30 }), 50);
    expect((await next).value).toEqual({ topic: 'shop' });
    clearInterval(saving);
    stop.abort();
    await expect(drain(changes)).resolves.toBeUndefined();
    expect((await carrier.client.shop.get()).graceMinutes).toBe(30);
  });
});

async function drain(changes: AsyncIterator<unknown>): Promise<void> {
  try {
    while (!(await changes.next()).done);
  } catch {
    // An aborted stream may end by an error of the carrier.
  }
}
