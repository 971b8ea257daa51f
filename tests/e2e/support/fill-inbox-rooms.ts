import { z } from 'zod';
import type { CallStudio } from '../../../scripts/demo/programs.ts';

const any = z.object({});
const thread = z.object({ items: z.array(z.object({ threadId: z.string() })) });

/** Puts something in the rooms beside the inbox: kept answers, rules of which one is on, an absence, an order
 *  that a customer left, and what the shop notes of one. */
export async function fillInboxRooms(call: CallStudio, commentId: string): Promise<void> {
  const { items } = await call('inbox/threads', {}, thread);
  const [threadId = ''] = items.map((one) => one.threadId);
  await keepAnswers(call);
  await makeRules(call);
  await call('orders/draft', { commentId, clientId: 'rooms-order' }, any);
  await call('teamwork/addNote', { threadId, text: 'Passe samedi.', clientId: 'rooms-note' }, any);
}

async function keepAnswers(call: CallStudio): Promise<void> {
  const price = {
    fr: 'Bonjour {first_name}, {product} est à {price}. Il nous en reste {stock}.',
    en: 'Hello {first_name}, {product} is {price}. We have {stock} left.',
  };
  const hours = { fr: 'Bonjour {first_name}, voici nos horaires : {opening_hours}.' };
  const kept = [
    { name: 'Le prix et le stock', shortcut: 'prix', intent: 'price', texts: price },
    { name: 'Horaires de la boutique', shortcut: 'horaires', intent: 'hours', texts: hours },
  ];
  for (const reply of kept)
    await call('savedReplies/save', { ...reply, clientId: `rooms-${reply.shortcut}` }, any);
}

async function makeRules(call: CallStudio): Promise<void> {
  const rule = z.object({ id: z.string() });
  const words = { fr: 'Bonjour {first_name}, {product} est à {price}.' };
  const contents = [
    {
      name: 'Le prix, tout de suite',
      when: { words: ['prix', 'combien'], intents: ['price'], languages: ['fr'] },
      deeds: [{ kind: 'reply', texts: words }],
      perHour: 20,
    },
    {
      name: 'Commandes à noter, et la personne avertie quand elle écrit pour la première fois',
      when: { intents: ['order'], isFirst: true },
      deeds: [{ kind: 'order' }, { kind: 'tag', tag: 'acheteur' }, { kind: 'notify' }],
      perHour: 60,
    },
  ];
  for (const [at, content] of contents.entries()) {
    const made = await call('automation/saveRule', { ...content, clientId: `rooms-${at}` }, rule);
    await call('automation/tryRule', { ruleId: made.id }, any);
    const change = { ruleId: made.id, enabled: at === 0, clientId: `rooms-on-${at}` };
    await call('automation/switchRule', change, any);
  }
}
