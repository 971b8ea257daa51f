import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';

let stop = () => {};
afterEach(() => stop());

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

async function until(ready: () => boolean): Promise<void> {
  while (!ready()) await turn();
}

/** A question that the test answers itself. */
function asking() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: [['batches', 'outlook'], 'one'],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  const seen: (string | undefined)[] = [];
  const leave = observer.subscribe(({ data }) => seen.push(data));
  stop = () => {
    leave();
    queries.clear();
  };
  return { queries, answers, seen };
}

it('asks once more when the first answer may be of before the change', async () => {
  const { queries, answers, seen } = asking();
  await until(() => answers.length === 1);
  askAgain(queries, [['batches']]);
  answers[0]?.('of before');
  await until(() => answers.length === 2);
  answers[1]?.('of now');
  await until(() => seen.includes('of now'));
  askAgain(queries, [['batches']]);
  await until(() => answers.length === 3);
  answers[2]?.('later');
  await until(() => seen.includes('later'));
  expect(answers).toHaveLength(3);
});

it('shows what is answered although changes come faster than answers', async () => {
  const { queries, answers, seen } = asking();
  answers[0]?.('first');
  await until(() => seen.includes('first'));
  for (let round = 0; round < 3; round += 1) {
    const before = answers.length;
    askAgain(queries, [['batches']]);
    await until(() => answers.length === before + 1);
    for (let change = 0; change < 20; change += 1) {
      askAgain(queries, [['batches']]);
      await turn();
    }
    expect(answers, 'one question is under way').toHaveLength(before + 1);
    answers[before]?.(`round ${round}`);
    await until(() => seen.includes(`round ${round}`));
    await until(() => answers.length === before + 2);
    answers[before + 1]?.(`after ${round}`);
    await until(() => seen.includes(`after ${round}`));
  }
});

it('asks a list again whose asking was ended by a question for its next page', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const asked: { page: number; answer: (value: string) => void }[] = [];
  const observer = new InfiniteQueryObserver(queries, {
    queryKey: [['inbox', 'threads']],
    queryFn: ({ pageParam: page }) => new Promise<string>((answer) => asked.push({ page, answer })),
    initialPageParam: 0,
    getNextPageParam: (_, pages) => pages.length,
  });
  let seen: string[] = [];
  const leave = observer.subscribe(({ data }) => (seen = data?.pages ?? []));
  stop = () => {
    leave();
    queries.clear();
  };
  const answerNext = async (page: number, value: string) => {
    await until(() => asked.length > 0);
    const one = asked.shift();
    expect(one?.page).toBe(page);
    one?.answer(value);
  };
  await answerNext(0, 'first of before');
  await until(() => seen.length === 1);
  askAgain(queries, [['inbox']]);
  await until(() => asked.length === 1);
  asked.shift();
  void observer.fetchNextPage();
  await answerNext(1, 'second');
  await until(() => seen.length === 2);
  await answerNext(0, 'first of now');
  await answerNext(1, 'second of now');
  await until(() => seen.join() === 'first of now,second of now');
});
