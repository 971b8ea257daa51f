import { z } from 'zod';
import type { Stage } from './prepare.ts';
import { until, type PracticeControl } from './programs.ts';
import type { Target } from './publish.ts';

const comment = z.object({
  commentId: z.string(),
  text: z.string(),
  mine: z.boolean(),
  state: z.string(),
});
const threads = z.object({
  items: z.array(
    z.object({ threadId: z.string(), network: z.string(), comments: z.array(comment) }),
  ),
});
const outbox = z.object({
  items: z.array(z.object({ id: z.string(), state: z.string(), question: z.unknown().optional() })),
});

const questions = [
  { text: 'Bonjour, il en reste combien ?', from: 'Nadia Belkacem' },
  { text: 'Do you ship to Belgium?', from: 'Emma Wright' },
];
const answers = ['Oui, il en reste huit.', 'Nous les gardons jusqu’à samedi.'];

export type Reply = { network: string; question: string; text: string; state: string };

async function commentOn(
  targets: Target[],
  stage: Stage,
  control: PracticeControl,
): Promise<number> {
  const posts = targets
    .filter((one) => one.state === 'published' && one.remoteId !== undefined)
    .slice(0, 2);
  const known = new Set(
    (await control.ledger())
      .filter((effect) => effect.by === 'control')
      .map((effect) => effect.text),
  );
  for (const post of posts) {
    for (const { text, from } of questions) {
      const words = `${text} (${post.network})`;
      if (!known.has(words)) await control.addComment(post.remoteId ?? '', words, from);
    }
  }
  const expected = posts.length * questions.length;
  const found = await until('comments in the inbox', async () => {
    await stage.call('inbox/sync', {}, z.object({ stored: z.number() }));
    const { items } = await stage.call('inbox/threads', {}, threads);
    const asked = items.filter((item) =>
      item.comments.some((one) => questions.some((question) => one.text.startsWith(question.text))),
    );
    return asked.length >= expected ? asked : undefined;
  });
  stage.report.note('comments', found.length === expected, `${found.length} threads in one list`);
  return expected;
}

/** Two answers to each question, written with the line cut. */
async function answerOffline(stage: Stage): Promise<Reply[]> {
  const { call, folder } = stage;
  await call('app/setLine', { online: false }, z.object({ online: z.literal(false) }));
  const { items } = await call('inbox/threads', {}, threads);
  const replies: Reply[] = [];
  for (const item of items) {
    const question = item.comments.find((one) =>
      questions.some(({ text }) => one.text.startsWith(text)),
    );
    if (!question) continue;
    for (const [index, text] of answers.entries()) {
      const clientId = folder.changeId(`reply-${question.text}-${index}`);
      const words = `${text} (${question.text.slice(0, 12)}, ${item.network})`;
      const { state } = await call(
        'inbox/reply',
        { commentId: question.commentId, text: words, clientId },
        z.object({ state: z.string() }),
      );
      replies.push({ network: item.network, question: question.text, text: words, state });
    }
  }
  const waiting = (await call('inbox/outbox', {}, outbox)).items.length;
  stage.report.note(
    'replies while offline',
    replies.length > 0,
    `${replies.length} written, ${waiting} wait in the outbox`,
  );
  return replies;
}

/** Comments arrive, answers are written offline, and leave once and in order when the line is back. */
export async function converse(
  stage: Stage,
  targets: Target[],
  control: PracticeControl,
): Promise<Reply[]> {
  await commentOn(targets, stage, control);
  const replies = await answerOffline(stage);
  await stage.call('app/setLine', { online: true }, z.object({ online: z.boolean() }));
  const left = await until(
    'an empty outbox',
    async () => {
      const { items } = await stage.call('inbox/outbox', {}, outbox);
      return items.every((item) => item.question !== undefined) ? items : undefined;
    },
    1_200_000,
  );
  const sent = (await control.ledger())
    .filter((effect) => effect.kind === 'reply' && effect.by === 'api')
    .map((effect) => effect.text ?? '');
  const wrong = replies.flatMap((reply) => {
    const times = sent.filter((text) => text === reply.text).length;
    reply.state = times === 1 ? 'sent' : `${times} times`;
    return times === 1 || left.length > 0 ? [] : [`"${reply.text}" is there ${times} times`];
  });
  const doubled = sent.filter((text, index) => sent.indexOf(text) !== index);
  const byThread = Map.groupBy(replies, (reply) => reply.question);
  const disordered = [...byThread.values()].filter(
    ([first, second]) => sent.indexOf(second?.text ?? '') < sent.indexOf(first?.text ?? ''),
  );
  const ok = wrong.length === 0 && doubled.length === 0 && disordered.length === 0;
  const words = `${sent.length} sent once, in order${left.length ? `, ${left.length} ask a person` : ''}`;
  stage.report.note(
    'replies when the line is back',
    ok,
    ok ? words : [...wrong, ...doubled.map((text) => `twice: ${text}`)].join('; '),
  );
  return replies;
}
