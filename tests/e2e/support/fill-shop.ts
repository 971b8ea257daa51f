import { expect } from '@playwright/test';
import { z } from 'zod';
import { until, type CallStudio } from '../../../scripts/demo/programs.ts';

const products = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      sku: z.string(),
      photos: z.array(z.object({ assetId: z.string() })),
    }),
  ),
});
const job = z.object({
  state: z.string(),
  jobId: z.string(),
  files: z.array(
    z.object({ assetId: z.string(), format: z.string(), productIds: z.array(z.string()) }),
  ),
});
const targets = z.object({
  targets: z.array(
    z.object({ id: z.string(), state: z.string(), permalink: z.string().optional() }),
  ),
});
const threads = z.object({
  items: z.array(
    z.object({ threadId: z.string(), comments: z.array(z.object({ commentId: z.string() })) }),
  ),
});

export type FilledShop = {
  productIds: string[];
  /** A photo of one of them. */
  photoId: string;
  scheduledPostId: string;
  publishedPostId: string;
  /** A comment that can be answered. */
  commentId: string;
};

/** Fills the practice shop as a merchant's week would, by the outside surface: pictures and a video, posts
 *  that are drafts, planned and published, comments of customers. */
export async function fillShop(call: CallStudio): Promise<FilledShop> {
  const { items } = await until('the sample products', async () => {
    const found = await call('catalogue/search', { limit: 50 }, products);
    return found.items.length >= 12 ? found : undefined;
  });
  const productIds = ['ARU-ETH-14', 'HIB-ROU-17', 'AFF-CAM-3040'].flatMap(
    (sku) => items.find((one) => one.sku === sku)?.id ?? [],
  );
  expect(productIds).toHaveLength(3);
  const made = await render(call, {
    templateId: 'arche',
    productIds,
    formats: ['1:1', '4:5', '9:16', '1.91:1'],
  });
  await render(call, {
    templateId: 'vitrine',
    productIds,
    formats: ['1:1'],
    options: { seconds: 5 },
  });
  const pictures = productIds.flatMap((productId) =>
    made.files.filter((file) => file.format === '4:5' && file.productIds.includes(productId)),
  );
  const publishedPostId = await publish(call, pictures);
  const scheduledPostId = await plan(call, pictures);
  const heard = await hearCustomers(call);
  const commentId = heard.at(-1)?.comments.at(-1)?.commentId ?? '';
  const photoId = items.find(({ id }) => id === productIds[0])?.photos[0]?.assetId ?? '';
  return { productIds, photoId, scheduledPostId, publishedPostId, commentId };
}

async function render(call: CallStudio, order: object): Promise<z.infer<typeof job>> {
  const { jobId } = await call('studio/render', order, z.object({ jobId: z.string() }));
  const ended = await until('a rendering', async () => {
    const now = await call('jobs/get', { jobId }, job);
    return ['done', 'failed', 'cancelled'].includes(now.state) ? now : undefined;
  });
  expect(ended.state).toBe('done');
  return ended;
}

type Picture = z.infer<typeof job>['files'][number];

async function accountIds(call: CallStudio): Promise<string[]> {
  const shape = z.object({ accounts: z.array(z.object({ id: z.string() })) });
  return (await call('accounts/list', {}, shape)).accounts.map((account) => account.id);
}

async function create(call: CallStudio, post: object): Promise<string> {
  return (await call('posts/create', post, z.object({ postId: z.string() }))).postId;
}

const mediaOf = (pictures: readonly Picture[]) =>
  pictures.map(({ assetId, productIds }) => ({
    assetId,
    alt: 'Une plante dans son pot',
    tags: productIds.slice(0, 1).map((productId) => ({ productId, x: 0.4, y: 0.5 })),
  }));

/** Publishes one photo on both networks and waits until customers of both have written. */
export async function fillInbox(call: CallStudio): Promise<void> {
  const { items } = await until('the sample products', async () => {
    const found = await call('catalogue/search', { text: 'ARU-ETH-14' }, products);
    return found.items.some((one) => one.photos.length > 0) ? found : undefined;
  });
  const made = await render(call, {
    templateId: 'arche',
    productIds: items.slice(0, 1).map((one) => one.id),
    formats: ['4:5'],
  });
  await publish(call, made.files);
  await hearCustomers(call);
}

async function publish(call: CallStudio, pictures: readonly Picture[]): Promise<string> {
  const postId = await create(call, {
    accountIds: await accountIds(call),
    caption: 'Les arums sont de retour\nTrois arrivages ce matin. #plantes #lyon',
    media: mediaOf(pictures.slice(0, 2)),
  });
  await call('posts/publishNow', { postId }, targets);
  await until('both posts to be out', async () => {
    const { targets: all } = await call('publishing/targets', { postId }, targets);
    return all.length > 0 && all.every(({ state }) => state === 'published') ? true : undefined;
  });
  return postId;
}

/** One for tomorrow, one for a week later, and a draft without a date. */
async function plan(call: CallStudio, pictures: readonly Picture[]): Promise<string> {
  const accounts = await accountIds(call);
  const words = ['Affiche Campanule, tirage d’automne', 'L’hibiscus tient tout l’hiver'];
  const ids: string[] = [];
  for (const [index, caption] of words.entries()) {
    const postId = await create(call, {
      accountIds: accounts,
      caption: `${caption}\nÀ voir en boutique, 12 rue des Capucins.`,
      media: mediaOf(pictures.slice(2 - index, 3 - index)),
      link: 'https://laserre.example/nouveautes',
      firstComment: 'Livraison offerte samedi.',
    });
    const at = new Date(Date.now() + (1 + index * 6) * 86_400_000).toISOString();
    await call('posts/schedule', { postId, at }, targets);
    ids.push(postId);
  }
  await create(call, {
    accountIds: accounts,
    caption: 'Idée pour dimanche',
    media: mediaOf(pictures.slice(2, 3)),
  });
  return ids[0] ?? '';
}

async function hearCustomers(call: CallStudio): Promise<z.infer<typeof threads>['items']> {
  return until('customers to write on both networks', async () => {
    await call('inbox/sync', {}, z.object({ stored: z.number() }));
    const { items } = await call('inbox/threads', {}, threads);
    return items.length >= 2 ? items : undefined;
  });
}

/** Goes offline and answers, so that something waits in the outbox. */
export async function leaveAnswerWaiting(call: CallStudio, commentId: string): Promise<void> {
  await setLine(call, false);
  const text = 'Bonjour, oui, il nous en reste trois.';
  const clientId = `waiting-${Date.now()}`;
  await call('inbox/reply', { commentId, text, clientId }, z.object({ state: z.string() }));
}

export async function setLine(call: CallStudio, online: boolean): Promise<void> {
  await call('app/setLine', { online }, z.object({ online: z.boolean() }));
}
