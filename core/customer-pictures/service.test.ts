import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestInbox, fixtureAccounts } from '../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { customerPicturesService } from './service.ts';

let tools: TestTools;
beforeEach(() => {
  tools = openTestTools();
});
afterEach(() => tools.close());

/** A service whose every way out fails as told. */
function openBroken(error: unknown) {
  const reports: unknown[] = [];
  const no = () => Promise.reject(error as Error);
  const pictures = customerPicturesService(tools, {
    dataDir: tools.folder,
    isOnline: () => true,
    readAccount: (id) => fixtureAccounts.find((one) => one.id === id),
    clientFor: no,
    mayRead: () => true,
    practiceGraph: () => undefined,
    fetch: no,
    workers: { run: no },
    makeWorkFolder: no,
    importPath: no,
    report: (told) => void reports.push(told),
  });
  const { take } = openTestInbox(tools, { pictures });
  const attachmentUrl = 'https://scontent.xx.fbcdn.net/a.jpg';
  take('fb', 'p1', [{ id: '1', text: '', at: tools.clock.now(), attachmentUrl }]);
  const key = tools.db.prepare<[], string>('SELECT CAST(key AS TEXT) FROM comments').pluck().get();
  return { reports, look: () => pictures.look({ pictureId: `${key}-0` }, 'en') };
}

it('says that the disk is full, and asks again the next time', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const { look, reports } = openBroken(full);
  const waiting = { state: 'waiting', why: { code: 'disk-full' } };
  expect(await look()).toMatchObject(waiting);
  expect(await look()).toMatchObject(waiting);
  expect(reports).toEqual([]);
});

it('writes down what nobody foresaw, and goes on', async () => {
  const { look, reports } = openBroken(new Error('odd'));
  expect(await look()).toMatchObject({ state: 'waiting', why: { code: 'busy' } });
  expect(reports).toHaveLength(1);
});
