import type { GraphClient } from 'graph-api-client';

/** Ends the studio at a request: `before` it leaves, or `after` its answer came and before any of it is
 *  written down. From then on nothing is asked any more. */
export type Death = { after: number; when: 'before' | 'after'; isDead: boolean };

/** Calls a customer sees. Dying around them has points of its own in the engine, C1 to C5. */
const visible = new Set([
  ...['replyFacebook', 'replyInstagram', 'privateReply', 'setHiddenFacebook', 'setHiddenInstagram'],
  ...['publishPost', 'publishVideo', 'finishReel', 'photoStory', 'finishVideoStory'],
  ...['publishContainer', 'createComment'],
]);

/** The engine takes this for a disk that fails, after which it neither calls nor writes. */
export function killed(): Error {
  return Object.assign(new Error('killed'), { code: 'SQLITE_IOERR_KILLED' });
}

/** A client that dies at one of its invisible requests, counted over all clients with the same death. */
export function mortalClient(
  client: GraphClient,
  death: Death,
  onDeath: () => void = () => {},
): GraphClient {
  return new Proxy(client, {
    get(target, name, receiver) {
      const call: unknown = Reflect.get(target, name, receiver);
      if (typeof call !== 'function') return call;
      return async (...args: unknown[]) => {
        const isLast = !visible.has(String(name)) && (death.after -= 1) === 0;
        if (death.isDead || (isLast && death.when === 'before')) return die(death, onDeath);
        const answer: unknown = await Reflect.apply(call, target, args);
        return isLast || death.isDead ? die(death, onDeath) : answer;
      };
    },
  });
}

function die(death: Death, onDeath: () => void): never {
  death.isDead = true;
  onDeath();
  throw killed();
}
