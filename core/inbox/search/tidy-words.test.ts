import { expect, it } from 'vitest';
import { openTestInbox } from '../../../tests/support/inbox-fixture.ts';
import { openTestTools } from '../../../tests/support/test-tools.ts';
import { tidyWords } from './tidy-words.ts';

it('puts the parts of the index of words together, and finds the same', async () => {
  const tools = openTestTools();
  try {
    const { inbox, take } = openTestInbox(tools);
    const now = tools.clock.now();
    for (let page = 0; page < 7; page++)
      take('fb', 'post', [
        {
          id: `${page}`,
          text: `Bonjour, géranium n° ${page}`,
          at: now + page,
          from: `Ana ${page}`,
        },
      ]);
    const parts = tools.db
      .prepare<[], number>('SELECT count(DISTINCT segid) FROM comments_words_idx')
      .pluck();
    const found = () => inbox.threads({ text: 'geran' }).items.map(({ person }) => person.name);
    const before = found();
    expect([before.length, parts.get()]).toEqual([7, expect.toSatisfy((count) => count > 2)]);

    const tidy = tidyWords(tools.db);
    while (await tidy(() => false));
    expect(parts.get()).toBeLessThanOrEqual(2);
    expect(found()).toEqual(before);
    // A studio that closes is not held up.
    expect(await tidy(() => true)).toBe(false);
    tools.db.exec("INSERT INTO comments_words (comments_words) VALUES ('integrity-check')");
  } finally {
    tools.close();
  }
});
