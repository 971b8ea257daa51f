import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';

it('asks once more when the first answer may be of before the change', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: [['batches', 'outlook'], 'one'],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  const seen: (string | undefined)[] = [];
  const stop = observer.subscribe(({ data }) => seen.push(data));
  const until = async (ready: () => boolean) => {
    while (!ready()) await Promise.resolve().then(() => new Promise(setImmediate));
  };
  await until(() => answers.length === 1);

  askAgain(queries, [['batches']]);
  answers[0]?.('of before');
  await until(() => answers.length === 2);
  answers[1]?.('of now');
  await until(() => seen.includes('of now'));

  // With an answer in hand the library itself begins anew.
  askAgain(queries, [['batches']]);
  await until(() => answers.length === 3);
  answers[2]?.('later');
  await until(() => seen.includes('later'));
  expect(answers).toHaveLength(3);
  stop();
  queries.clear();
});
