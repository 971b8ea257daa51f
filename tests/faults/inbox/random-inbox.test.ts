import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minuteMs, openHarness, type Harness } from './inbox-harness.ts';

/** One thing that happens, on either side of the line. */
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('say' as const), on: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('below' as const), on: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), on: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), on: fc.nat(30) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reply' as const), on: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('line' as const), on: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fault' as const), on: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), on: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('restart' as const), on: fc.constant(0) }),
  },
);
type Deed = { kind: string; on: number };

const replyFaults = ['500-after', '400-after', 'reset-after', '500-before', 'rate'];
const readFaults = ['dup-row', 'missing-row', 'http500-before', 'half-json', 'reset-before'];

type World = {
  harness: Harness;
  posts: string[];
  said: Map<string, string>;
  gone: Set<string>;
  replies: Map<string, string>;
  count: number;
};

async function act(world: World, { kind, on }: Deed): Promise<void> {
  const { harness, said, posts, gone } = world;
  const pick = [...said.keys()].filter((id) => !gone.has(id))[on];
  world.count += 1;
  const text = `${kind} ${world.count}`;
  if (kind === 'say')
    said.set(
      await harness.say(posts[on % posts.length] ?? '', text, `Person ${world.count}`),
      text,
    );
  else if (kind === 'line') harness.uses.line.online = on === 1;
  else if (kind === 'restart') harness.restart();
  else if (kind === 'pass')
    await harness.pass([10_000, minuteMs, 5 * minuteMs, 20 * minuteMs][on] ?? 0, minuteMs);
  else if (kind === 'fault') await fault(harness, on);
  else if (pick === undefined) return;
  else if (kind === 'below') said.set(await harness.say(pick, text, `Person ${world.count}`), text);
  else if (kind === 'edit') {
    await harness.control.editComment(pick, text);
    said.set(pick, text);
  } else if (kind === 'delete') {
    await harness.control.deleteComment(pick);
    gone.add(pick);
  } else replyTo(world, on, text);
}

async function fault({ control }: Harness, on: number): Promise<void> {
  const mode = [...replyFaults, ...readFaults][on] ?? 'dup-row';
  const edges =
    on < replyFaults.length
      ? ['POST /{comment}/comments', 'POST /{comment}/replies']
      : ['GET /{post}/comments', 'GET /{media}/comments'];
  for (const edge of edges)
    await control.fault({ edge, mode, count: 1, ...(mode === 'rate' && { code: 32 }) });
}

/** Answers some comment that the inbox knows; words of their own tell answers apart. */
function replyTo({ harness, replies }: World, on: number, text: string): void {
  const known = harness.inbox
    .threads({ limit: 200 })
    .items.flatMap((thread) => thread.comments)
    .filter((comment) => !comment.mine && comment.state === 'visible');
  const to = known[on % Math.max(1, known.length)];
  if (!to) return;
  const { replyId } = harness.inbox.reply({
    commentId: to.commentId,
    text,
    clientId: harness.tools.newId(),
  });
  replies.set(replyId, text);
}

/** After quiet minutes on a good line every answer is out, refused, or a question, and the inbox holds
 *  what the network holds. */
async function settle({ harness }: World): Promise<void> {
  harness.uses.line.online = true;
  await harness.control.clearFaults();
  await harness.pass(90 * minuteMs, minuteMs);
  await harness.sync();
  await harness.pass(61 * minuteMs, 5 * minuteMs);
  await harness.sync();
}

async function check({ harness, said, gone, replies }: World): Promise<void> {
  const effects = (await harness.effects('reply')).map((effect) => effect.text);
  expect(new Set(effects).size).toBe(effects.length);
  for (const [id, text] of replies) {
    const { state, question } = harness.item(id);
    const isAnswered = effects.includes(text);
    if (state === 'sent') expect(isAnswered, text).toBe(true);
    else if (state === 'refused') expect(isAnswered, text).toBe(false);
    // Behind a question the rest of its thread waits for it.
    else expect(['queued', 'waiting', 'uncertain'], `${text} ${state}`).toContain(state);
    if (state === 'uncertain') expect(question, text).toBeDefined();
  }
  const { items } = harness.inbox.threads({ limit: 200 });
  expect(harness.inbox.counts()).toMatchObject({
    all: items.length,
    unread: items.filter((thread) => thread.unread).length,
    unanswered: items.filter((thread) => thread.waits && !thread.done).length,
  });
  const inbox = items.flatMap((thread) => thread.comments);
  const visible = inbox
    .filter((one) => !one.mine && one.state === 'visible')
    .map((one) => one.text);
  const network = [...said].filter(([id]) => !gone.has(id)).map(([, text]) => text);
  expect(visible.toSorted()).toEqual(network.toSorted());
}

it('whatever happens, the inbox ends as the network is and no answer is sent twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
      const harness = await openHarness();
      try {
        const world: World = {
          harness,
          posts: [],
          said: new Map(),
          gone: new Set(),
          replies: new Map(),
          count: 0,
        };
        world.posts.push(await harness.publish(harness.facebook, 'Les anthuriums sont arrivés.'));
        world.posts.push(await harness.publish(harness.instagram, 'Une planche de 1928.'));
        for (const one of deeds) await act(world, one);
        await settle(world);
        await check(world);
      } finally {
        await harness.close();
      }
    }),
    {
      numRuns: Number(process.env['VITRINE_RUNS'] ?? 8),
      seed: Number(process.env['VITRINE_SEED'] ?? 41),
      endOnFailure: false,
    },
  );
}, 900_000);
