import type { OutboxItem, Thread } from '../../../shared/contract/inbox.ts';
import type { Language, Network } from '../../../shared/contract/shapes.ts';
import { defined, hourMs, type ReactionsStudio } from './reactions-studio.ts';

export type Customers = {
  /** The post they write under, on the network; a new one when it is a day old. */
  postOf(network: Network): Promise<string>;
  /** Writes under our post; answers nothing, the studio has to read it. */
  say(network: Network, person: string): Promise<void>;
  threadOf(person: string): Thread | undefined;
  /** Answers what a person said; the outbox id. */
  reply(person: string, text: string): string;
  /** Undefined once it was sent. */
  item(id: string, language?: Language): OutboxItem | undefined;
};

/** Customers who write under one post of each network, and the merchant who answers them. */
export function invite(studio: ReactionsStudio): Customers {
  const posts = new Map<Network, { id: string; at: number }>();
  async function postOf(network: Network): Promise<string> {
    const known = posts.get(network);
    if (known && studio.now() - known.at < 20 * hourMs) return known.id;
    const id = await publish(studio, network);
    posts.set(network, { id, at: studio.now() });
    return id;
  }
  const threadOf = (person: string) =>
    studio.inbox.threads({ limit: 3 }).items.find((one) => one.person.name === person);
  return {
    postOf,
    async say(network, from) {
      const object = await postOf(network);
      await studio.practice.control.addComment({ object, message: 'How much is it?', from });
    },
    threadOf,
    reply(person, text) {
      const { commentId } = defined(threadOf(person)?.comments[0]);
      const clientId = studio.foundation.tools.newId();
      return studio.inbox.reply({ commentId, text, clientId }).replyId;
    },
    item: (id, language = 'en') => studio.inbox.outbox(language).find((one) => one.id === id),
  };
}

async function publish(studio: ReactionsStudio, network: Network): Promise<string> {
  const postId = studio.publishNow(network, 'New mugs');
  await studio.untilAnswered(postId);
  return defined(studio.target(postId).remoteId);
}
