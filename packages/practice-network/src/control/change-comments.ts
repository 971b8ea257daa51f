import { setLiked } from '../edges/comment-routes.ts';
import { addComment, readComment, removeComment } from '../edges/comments.ts';
import { commentId } from '../nodes/comment-node.ts';
import type { CommentRow } from '../nodes/facebook-rows.ts';
import { customers } from '../personas/customers.ts';
import { personId } from '../personas/plan-messages.ts';
import { seededPick } from '../seeded-random.ts';
import type { Network } from '../network.ts';
import { resolveNode } from '../world/ids.ts';
import { readPictures } from '../world/customer-pictures.ts';
import { noteEffect } from '../world/ledger.ts';
import { readSettings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { findCommented } from './find-commented.ts';
import { renamePerson, reorderComments } from './shuffle-comments.ts';
import { ControlError, instant, requiredText, text, type ControlInput } from './control-input.ts';

/** Writes, changes or removes a comment as a customer would. */
export function changeComments({ world }: Network, input: ControlInput): unknown {
  switch (text(input, 'action') ?? 'add') {
    case 'add':
      return add(world, input);
    case 'edit':
      return edit(world, input);
    case 'delete':
      return remove(world, input);
    case 'like':
    case 'unlike':
      return like(world, input, text(input, 'action') === 'like');
    case 'reorder':
      return reorderComments(world, input);
    case 'rename':
      return renamePerson(world, input);
    default:
      throw new ControlError('action must be add, edit, delete, like, unlike, reorder or rename.');
  }
}

function add(world: World, input: ControlInput): unknown {
  const object = findCommented(world, requiredText(input, 'object'));
  const nowMs = world.clock.now();
  // A comment on Instagram is words alone.
  const [attachment] = object.network === 'fb' ? readPictures(world, input) : [];
  const { fromId, fromName } = findAuthor(world, object.network, input);
  const id = addComment(world, readSettings(world), {
    network: object.network,
    objectId: object.objectId,
    ...(object.parentId === undefined ? {} : { parentId: object.parentId }),
    fromId,
    fromName,
    message: attachment ? (text(input, 'message') ?? '') : requiredText(input, 'message'),
    createdAtMs: instant(input, 'createdTime') ?? nowMs,
    // One that is late has its time already and shows only then.
    arrivedAtMs: instant(input, 'arrivesAt') ?? nowMs,
    by: 'control',
    ...(attachment === undefined ? {} : { attachment }),
  });
  return { id: commentId({ id, object_id: object.objectId, network: object.network }) };
}

/** `from` is a name, or `{id, name}`; the `page` itself may write too; else some customer. */
export function findAuthor(
  world: World,
  network: 'fb' | 'ig',
  input: ControlInput,
): { fromId: string; fromName: string } {
  const from = input['from'];
  if (typeof from === 'object' && from !== null) {
    const person: ControlInput = { ...from };
    const fromName = text(person, 'name') ?? text(person, 'username') ?? 'Someone';
    return { fromId: text(person, 'id') ?? personOf(network, fromName), fromName };
  }
  if (typeof from === 'string') return { fromId: personOf(network, from), fromName: from };
  const customer = seededPick(world.seed, customers, 'author', text(input, 'message') ?? '');
  return {
    fromId: personId(network, customer),
    fromName: network === 'fb' ? customer.name : customer.handle,
  };
}

/** The same name is the same person. */
function personOf(network: 'fb' | 'ig', name: string): string {
  const known = customers.find((customer) => customer.name === name || customer.handle === name);
  if (known !== undefined) return personId(network, known);
  let number = 0n;
  for (const char of name)
    number = (number * 131n + BigInt(char.codePointAt(0) ?? 0)) % 900_000_000n;
  return String((network === 'fb' ? 5_124_000_000_000_000n : 1_784_400_000_000_000n) + number);
}

function findComment(world: World, input: ControlInput): CommentRow {
  const spelling = text(input, 'id') ?? requiredText(input, 'object');
  const found = resolveNode(world, spelling);
  const row = found && readComment(world, found.id);
  if (row === undefined) throw new ControlError(`There is no comment ${spelling}.`);
  return row;
}

function edit(world: World, input: ControlInput): unknown {
  const row = findComment(world, input);
  const message = requiredText(input, 'message');
  const nowMs = world.clock.now();
  world.run('UPDATE comments SET message = ?, edited_at = ? WHERE id = ?', message, nowMs, row.id);
  noteEffect(
    world,
    'edit',
    commentId(row),
    { rootId: row.object_id, text: message, by: 'control' },
    nowMs,
  );
  return { id: text(input, 'id') ?? row.id };
}

function remove(world: World, input: ControlInput): unknown {
  const row = findComment(world, input);
  removeComment(world, row.id, world.clock.now(), 'control');
  return { id: text(input, 'id') ?? row.id };
}

/** Somebody of the shop likes it as the Page, in the network's own app. */
function like(world: World, input: ControlInput, liked: boolean): unknown {
  const row = findComment(world, input);
  if (row.network === 'ig') throw new ControlError('Nobody can tell who likes on Instagram.');
  setLiked(world, row, { liked, by: 'control' }, world.clock.now());
  return { id: text(input, 'id') ?? row.id };
}
