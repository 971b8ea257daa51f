import { addMention } from '../edges/mentions.ts';
import type { Network } from '../network.ts';
import { findAuthor } from './change-comments.ts';
import { ControlError, instant, requiredText, text, type ControlInput } from './control-input.ts';

/** Somebody publishes a post that tags the Page, or a media that tags its account with `network: ig`. */
export function changeMentions({ world, identity }: Network, input: ControlInput): unknown {
  const network = text(input, 'network') ?? 'fb';
  if (network !== 'fb' && network !== 'ig') throw new ControlError('network must be fb or ig.');
  const { fromId, fromName } = findAuthor(world, network, input);
  const id = addMention(world, {
    network,
    owner_id: network === 'fb' ? identity.page.id : identity.instagram.id,
    from_id: fromId,
    from_name: fromName,
    text: requiredText(input, 'message'),
    created_at: instant(input, 'createdTime') ?? world.clock.now(),
  });
  return { id };
}
