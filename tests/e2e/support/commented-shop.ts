import { z } from 'zod';
import { until } from '../../../scripts/demo/programs.ts';
import { ownFolder } from './files.ts';
import {
  startPractice,
  startStudio,
  type RunningPractice,
  type RunningStudio,
} from './running-studio.ts';

const connected = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.string() })),
});
const targets = z.object({
  targets: z.array(z.object({ state: z.string(), remoteId: z.string().optional() })),
});
const effect = z.looseObject({
  kind: z.string(),
  by: z.string(),
  text: z.string().nullish(),
  parentId: z.string().nullish(),
});
const ledger = z.union([z.array(effect), z.object({ effects: z.array(effect) })]);

/** What a customer writes under the post; without an instant, now. */
export type Said = {
  from: string;
  message: string;
  createdTime?: string;
  /** Numbers are drawn by the network; others bring their bytes. */
  pictures?: readonly (number | { bytes: string; extension?: string; type?: string })[];
};

export type CommentedShop = {
  studio: RunningStudio;
  /** Says something more; `under` a comment. */
  say(comment: Said, under?: string): Promise<void>;
  /** Somebody writes in private, to the Page or to its Instagram account. */
  write(message: Said & { network?: 'fb' | 'ig' }): Promise<void>;
  /** A bad day of the network. */
  fault(order: { edge: string; mode: string }): Promise<void>;
  /** What the studio did on the network that a customer can see, in its order. */
  done(): Promise<z.infer<typeof effect>[]>;
  /** The network is gone at once, and later there again, as it was. */
  cutNetwork(): Promise<void>;
  healNetwork(): Promise<void>;
  stop(): Promise<void>;
};

/** A shop connected to a practice network of its own, with one post on its Page, under which customers have
 *  written; all of it is in the inbox, and nobody writes unasked. */
export async function startCommentedShop(comments: readonly Said[]): Promise<CommentedShop> {
  const folder = ownFolder();
  let practice = await startPractice(folder.path);
  await practice.order('/personas', { enabled: false });
  const studio = await startStudio({ graph: practice.url });
  const object = await publish(studio, practice);
  const say = (comment: Said, under = object) =>
    practice.order('/comments', { action: 'add', object: under, ...comment });
  for (const comment of comments) await say(comment);
  await studio.call('inbox/sync', {}, z.unknown());
  return {
    studio,
    say,
    write: (message) => practice.order('/messages', message),
    fault: (order) => practice.order('/faults', order),
    async done() {
      const headers = { authorization: `Bearer ${practice.token}` };
      const answer = await fetch(`${practice.control}/ledger`, { headers });
      const found = ledger.parse(await answer.json());
      return (Array.isArray(found) ? found : found.effects).filter(({ by }) => by === 'api');
    },
    cutNetwork: () => practice.kill(),
    async healNetwork() {
      practice = await startPractice(folder.path, Number(new URL(practice.url).port));
    },
    async stop() {
      await studio.stop();
      await practice.stop();
      folder.remove();
    },
  };
}

async function publish(studio: RunningStudio, practice: RunningPractice): Promise<string> {
  const user = { graph: practice.url, userToken: practice.user.token };
  const { accounts } = await studio.call('accounts/connect', user, connected);
  const facebook = accounts.find(({ network }) => network === 'facebook')?.id ?? '';
  const post = await studio.call(
    'posts/create',
    { accountIds: [facebook], caption: 'Les géraniums sont arrivés', media: [] },
    z.object({ postId: z.string() }),
  );
  await studio.call('posts/publishNow', post, z.unknown());
  return until('the post is out', async () => {
    const found = await studio.call('publishing/targets', post, targets);
    return found.targets.find(({ state }) => state === 'published')?.remoteId;
  });
}
