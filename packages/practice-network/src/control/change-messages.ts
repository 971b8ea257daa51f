import { receiveMessage } from '../edges/threads.ts';
import type { ThreadMessageRow } from '../nodes/thread-rows.ts';
import { readPictures } from '../world/customer-pictures.ts';
import { noteEffect } from '../world/ledger.ts';
import type { Network } from '../network.ts';
import { instant, requiredText, text, ControlError, type ControlInput } from './control-input.ts';
import { findAuthor } from './change-comments.ts';

/** A customer writes to a Page, or to its Instagram account with `network: ig`; changes a message, or takes it
 *  back. */
export function changeMessages(network: Network, input: ControlInput): unknown {
  switch (text(input, 'action') ?? 'add') {
    case 'add':
      return receive(network, input);
    case 'edit':
      return edit(network, input);
    case 'unsend':
      return unsend(network, input);
    default:
      throw new ControlError('action must be add, edit or unsend.');
  }
}

function receive({ world, identity }: Network, input: ControlInput): unknown {
  const network = text(input, 'network') ?? 'fb';
  if (network !== 'fb' && network !== 'ig') throw new ControlError('network must be fb or ig.');
  const pageId = text(input, 'page') ?? identity.page.id;
  if (world.get('SELECT id FROM pages WHERE id = ?', pageId) === undefined)
    throw new ControlError(`There is no Page ${pageId}.`);
  const attachments = readPictures(world, input);
  const { fromId, fromName } = findAuthor(world, network, input);
  const id = receiveMessage(world, {
    pageId,
    network,
    personId: fromId,
    personName: fromName,
    text: attachments.length > 0 ? (text(input, 'message') ?? '') : requiredText(input, 'message'),
    attachments,
    atMs: instant(input, 'createdTime') ?? world.clock.now(),
    by: 'control',
  });
  return { id, from: { id: fromId, name: fromName } };
}

function findMessage({ world }: Network, input: ControlInput): ThreadMessageRow {
  const id = requiredText(input, 'id');
  const row = world.get<ThreadMessageRow>(
    "SELECT * FROM thread_messages WHERE id = ? AND thread_id <> ''",
    id,
  );
  if (row === undefined) throw new ControlError(`There is no message ${id}.`);
  return row;
}

/** Nothing in the list of conversations tells that a message reads otherwise now. */
function edit(network: Network, input: ControlInput): unknown {
  const { id } = findMessage(network, input);
  const { world } = network;
  const words = requiredText(input, 'message');
  world.run('UPDATE thread_messages SET text = ? WHERE id = ?', words, id);
  noteEffect(world, 'edit', id, { text: words, by: 'control' });
  return { id };
}

/** It leaves its conversation; its number is not given again. */
function unsend(network: Network, input: ControlInput): unknown {
  const { id } = findMessage(network, input);
  const { world } = network;
  world.run("UPDATE thread_messages SET thread_id = '' WHERE id = ?", id);
  noteEffect(world, 'delete', id, { by: 'control' });
  return { id };
}
