import { receiveMessage } from '../edges/threads.ts';
import type { Network } from '../network.ts';
import { instant, requiredText, text, ControlError, type ControlInput } from './control-input.ts';
import { findAuthor } from './change-comments.ts';

/** A customer writes to a Page, or to its Instagram account with `network: ig`. */
export function changeMessages({ world, identity }: Network, input: ControlInput): unknown {
  const network = text(input, 'network') ?? 'fb';
  if (network !== 'fb' && network !== 'ig') throw new ControlError('network must be fb or ig.');
  const pageId = text(input, 'page') ?? identity.page.id;
  if (world.get('SELECT id FROM pages WHERE id = ?', pageId) === undefined)
    throw new ControlError(`There is no Page ${pageId}.`);
  const { fromId, fromName } = findAuthor(world, network, input);
  const id = receiveMessage(world, {
    pageId,
    network,
    personId: fromId,
    personName: fromName,
    text: requiredText(input, 'message'),
    atMs: instant(input, 'createdTime') ?? world.clock.now(),
    by: 'control',
  });
  return { id, from: { id: fromId, name: fromName } };
}
