import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from 'graph-api-client/read-values';
import { dayMs, minuteMs, openHarness, secondMs, type Harness } from './inbox-harness.ts';
import { startBentProxy, type Bend } from './pageless-proxy.ts';

// Networks that answer to the letter of the reference, but not with the words of the practice network.

let harness: Harness;
let bend: Bend;
let proxy: Awaited<ReturnType<typeof startBentProxy>>;
beforeEach(async () => {
  harness = await openHarness();
  bend = (told) => told;
  proxy = await startBentProxy(harness.fixture.ready.url, (...told) => bend(...told));
  harness.fixture.ready.url = proxy.url;
});
afterEach(async () => {
  await proxy.close();
  await harness.close();
});

const networks = ['facebook', 'instagram'] as const;
type Network = (typeof networks)[number];

/** A post of ours of which every comment is told as `change` leaves it. */
async function publish(network: Network): Promise<string> {
  return harness.publish(harness[network], 'Les anthuriums.');
}

/** Every row that an answer holds, at any depth. */
function bendRows(change: (row: Fields) => void): void {
  bend = ({ status, text }) => {
    const body: unknown = JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'id' in value) change(value as Fields);
      return value;
    });
    return { status, text: JSON.stringify(body) };
  };
}

const words = () => harness.inbox.threads({ limit: 200 }).items.flatMap((one) => one.comments);

describe.each(networks)('comments of %s', (network) => {
  const times = ['created_time', 'timestamp'];

  it('come in without a time, once, and are answered', async () => {
    const post = await publish(network);
    const top = await harness.say(post, 'Combien ?', 'Ada Roux');
    await harness.say(top, 'Moi aussi', 'Bea Roux');
    bendRows((row) => times.forEach((name) => delete row[name]));
    expect(await harness.sync()).toMatchObject({ stored: 2 });
    expect(await harness.sync()).toMatchObject({ stored: 0, updated: 0 });
    expect(harness.threadOf('Ada Roux').comments.map(({ text }) => text)).toEqual([
      'Combien ?',
      'Moi aussi',
    ]);
    const id = harness.reply('Ada Roux', 'Douze euros.');
    await harness.tick();
    expect(harness.item(id).state).toBe('sent');
  });

  it('that tell no time are found again when the answer to ours was lost', async () => {
    await harness.say(await publish(network), 'Combien ?', 'Ada Roux');
    await harness.sync();
    bendRows((row) => times.forEach((name) => delete row[name]));
    const bendTimes = bend;
    bend = (told, request) =>
      request.method === 'POST' ? { status: 200, text: '{' } : bendTimes(told, request);
    const id = harness.reply('Ada Roux', 'Douze euros.');
    await harness.tick();
    expect(harness.item(id).state).toBe('uncertain');
    await harness.pass(minuteMs);
    expect(harness.item(id).state).toBe('sent');
    expect(await harness.effects('reply')).toHaveLength(1);
  });

  it('of a time that cannot be leave the list as it is', async () => {
    await harness.say(await publish(network), 'Combien ?', 'Ada Roux');
    bendRows((row) => {
      for (const name of times) if (name in row) row[name] = '+275760-09-12T00:00:00+0000';
    });
    expect(await harness.sync()).toMatchObject({ stored: 1 });
    expect(words()).toMatchObject([{ text: 'Combien ?' }]);
  });

  it('keep their words and their veil where the network leaves either out', async () => {
    const top = await harness.say(await publish(network), 'Combien ?', 'Ada Roux');
    await harness.sync();
    const { commentId } = harness.comment('Combien ?');
    harness.inbox.hide({ commentId, hidden: true, clientId: 'veil' });
    await harness.tick();
    const left = ['message', 'text', 'is_hidden', 'hidden'];
    bendRows((row) => row['id'] === top && left.forEach((name) => delete row[name]));
    expect(await harness.sync()).toMatchObject({ stored: 0, updated: 0 });
    expect(words()).toMatchObject([{ text: 'Combien ?', hidden: true }]);
    harness.inbox.hide({ commentId, hidden: false, clientId: 'unveil' });
    await harness.tick();
    expect(await harness.effects('unhide')).toHaveLength(1);
    const id = harness.reply('Ada Roux', 'Douze euros.');
    await harness.tick();
    expect(harness.item(id).state).toBe('sent');
  });

  it('cut in the middle of a character stay the same at each reading, and are answered', async () => {
    const top = await harness.say(await publish(network), 'Combien ?', 'Ada Roux');
    bendRows((row) => {
      for (const name of ['message', 'text'])
        if (row['id'] === top && name in row) row[name] = 'Combien \ud83d';
    });
    expect(await harness.sync()).toMatchObject({ stored: 1 });
    expect(await harness.sync()).toMatchObject({ stored: 0, updated: 0 });
    const id = harness.reply('Ada Roux', 'Douze euros.');
    await harness.tick();
    expect(harness.item(id).state).toBe('sent');
  });

  it('come from every post though the list of posts has short pages, empty ones among them', async () => {
    const shown = [];
    for (let number = 0; number < 4; number += 1) {
      shown.push(await publish(network));
      await harness.say(shown[number] ?? '', `Post ${number}`, `Person ${number}`);
      harness.tools.advance(secondMs);
    }
    harness.fixture.published.length = 0;
    bend = ({ status, text }, { url }) => {
      if (!/\/(published_posts|media)$/.test(url.pathname)) return { status, text };
      const { data } = JSON.parse(text) as { data: Fields[] };
      const at = Number(url.searchParams.get('offset') ?? 0);
      const next = `${url.origin}${url.pathname}?offset=${at + 1}`;
      const rows = at % 2 === 0 ? [] : data.slice((at - 1) / 2, (at + 1) / 2);
      const isMore = (at + 1) / 2 < data.length;
      return { status, text: JSON.stringify({ data: rows, ...(isMore && { paging: { next } }) }) };
    };
    expect(await harness.sync()).toMatchObject({ stored: 4 });
  });

  it('under a post without a time are read as those of a new one', async () => {
    const post = await publish(network);
    harness.fixture.published.length = 0;
    harness.tools.advance(dayMs);
    bendRows((row) => {
      const names = [...times, 'comments_count', 'comments'];
      if (row['id'] === post) names.forEach((name) => delete row[name]);
    });
    await harness.pass(minuteMs);
    await harness.say(post, 'Combien ?', 'Ada Roux');
    await harness.pass(5 * minuteMs);
    expect(words()).toMatchObject([{ text: 'Combien ?' }]);
  });

  it('that are too much to ask for at once are asked for in smaller pages', async () => {
    const post = await publish(network);
    for (let number = 0; number < 30; number += 1)
      await harness.say(post, `Number ${number}`, `Person ${number}`);
    const error = { code: 1, message: 'Please reduce the amount of data you are asking for' };
    bend = (told, { url }) =>
      Number(url.searchParams.get('limit')) > 20
        ? { status: 500, text: JSON.stringify({ error }) }
        : told;
    expect(await harness.sync()).toMatchObject({ stored: 30 });
  });
});

it('replies that Instagram puts on further pages come all the same, however few come at once', async () => {
  const top = await harness.say(await publish('instagram'), 'Who else?', 'ada.roux');
  for (let number = 0; number < 6; number += 1) {
    await harness.say(top, `Me ${number}`, `person.${number}`);
    harness.tools.advance(secondMs);
  }
  bend = ({ status, text }, { url }) => {
    if (!url.pathname.endsWith('/comments')) return { status, text };
    const body = JSON.parse(text) as { data: { replies?: Fields }[] };
    for (const row of body.data)
      if (row.replies) {
        const next = `${url.origin}/v26.0/1/replies?after=QQ`;
        row.replies['data'] = (row.replies['data'] as unknown[]).slice(0, 2);
        row.replies['paging'] = { cursors: { after: 'QQ' }, next };
      }
    return { status, text: JSON.stringify(body) };
  };
  expect(await harness.sync()).toMatchObject({ stored: 7 });
});

it('an answer to a comment that takes none is refused before it is sent', async () => {
  const top = await harness.say(await publish('facebook'), 'Combien ?', 'Ada Roux');
  await harness.sync();
  bendRows((row) => row['id'] === top && Object.assign(row, { can_comment: false }));
  const id = harness.reply('Ada Roux', 'Douze euros.');
  await harness.tick();
  expect(harness.item(id)).toMatchObject({ state: 'refused' });
  expect(await harness.effects('reply')).toHaveLength(0);
});

describe.each(networks)('messages of %s', (network) => {
  const platform = network === 'facebook' ? 'fb' : 'ig';
  async function talk(): Promise<void> {
    for (const message of ['One', 'Two', 'Three']) {
      await harness.control.post('/messages', { network: platform, message, from: 'Ida Berg' });
      harness.tools.advance(secondMs);
    }
  }

  it.each([
    ['from', 'no sender'],
    ['created_time', 'no time'],
    ['to', 'no addressee'],
  ])('that tell no %s (%s) are kept, and what is behind them', async (name) => {
    await talk();
    bendRows((row) => row['message'] === 'Two' && delete row[name]);
    expect(await harness.sync()).toEqual({ stored: 3, updated: 0 });
    expect(words().map(({ text }) => text)).toContain('Two');
    expect(words().every(({ mine }) => !mine)).toBe(true);
  });

  it('that name nobody at all are kept without a name', async () => {
    await talk();
    bendRows((row) => ['from', 'to'].forEach((name) => 'message' in row && delete row[name]));
    expect(await harness.sync()).toEqual({ stored: 3, updated: 0 });
    bend = (told) => told;
    harness.tools.advance(dayMs);
    await harness.control.post('/messages', {
      network: platform,
      message: 'Four',
      from: 'Ida Berg',
    });
    await harness.pass(3 * minuteMs, minuteMs);
    expect(harness.threadOf('Ida Berg').comments).toHaveLength(4);
  });

  it('that may not be read are asked for again an hour later, not at every tick', async () => {
    let asked = 0;
    bend = (told, { url }) => {
      if (!url.pathname.endsWith('/conversations')) return told;
      asked += 1;
      const error = { code: 10, message: 'Application does not have permission for this action' };
      return { status: 403, text: JSON.stringify({ error }) };
    };
    await harness.pass(30 * minuteMs, minuteMs);
    expect(asked).toBe(2);
    await harness.pass(40 * minuteMs, minuteMs);
    expect(asked).toBe(4);
  });
});
