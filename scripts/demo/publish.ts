import { z } from 'zod';
import type { Made, Stage } from './prepare.ts';
import { until, type Effect, type PracticeControl } from './programs.ts';

const target = z.object({
  id: z.string(),
  postId: z.string(),
  network: z.string(),
  state: z.string(),
  remoteId: z.string().optional(),
  permalink: z.string().optional(),
  attempts: z.number(),
  question: z.unknown().optional(),
  reason: z.object({ text: z.string() }).optional(),
  firstComment: z.string().optional(),
});
export type Target = z.infer<typeof target>;
const targets = z.object({ targets: z.array(target) });

const publishSoonMs = 4_000;
const visibleKinds = new Set(['fb-post', 'fb-photo', 'fb-video', 'fb-reel', 'ig-media']);

/** Posts of this demo: a carousel with tags and a first comment, a reel, a plain text. */
function plans(made: Made, accounts: { id: string; network: string }[]) {
  const all = accounts.map((account) => account.id);
  const pages = accounts
    .filter((account) => account.network === 'facebook')
    .map((account) => account.id);
  const media = made.feedPictures.map(({ assetId, productId }, index) => ({
    assetId,
    alt: `Photo ${index + 1}`,
    tags: [{ productId, x: 0.5, y: 0.4 }],
  }));
  return {
    carousel: {
      accountIds: all,
      caption: 'Les arums sont de retour 🌿 #plantes',
      media,
      firstComment: 'Livraison offerte samedi.',
    },
    reel: {
      accountIds: all,
      caption: 'Trois plantes en huit secondes',
      media: [{ assetId: made.videoAssetId }],
      kind: 'reel',
    },
    text: { accountIds: pages, caption: 'Ouvert ce dimanche de 10 h à 18 h.', media: [] },
  };
}

async function schedule({ call, folder, report }: Stage, made: Made): Promise<string[]> {
  const { accounts } = await call(
    'accounts/list',
    {},
    z.object({ accounts: z.array(z.object({ id: z.string(), network: z.string() })) }),
  );
  const postIds: string[] = [];
  for (const [name, content] of Object.entries(plans(made, accounts))) {
    const created = await call(
      'posts/create',
      { ...content, clientId: folder.changeId(`post-${name}`) },
      z.object({ postId: z.string() }),
    );
    postIds.push(created.postId);
    const now = await call('app/info', {}, z.object({ now: z.string() }));
    const at = new Date(Date.parse(now.now) + publishSoonMs).toISOString();
    await call(
      'posts/schedule',
      { postId: created.postId, at, clientId: folder.changeId(`schedule-${name}`) },
      targets,
    );
  }
  report.note(
    'schedule',
    postIds.length === 3,
    `${postIds.length} posts for ${accounts.length} accounts`,
  );
  return postIds;
}

const isSettled = (one: Target) =>
  (one.state === 'published' && one.firstComment !== 'pending') ||
  one.question !== undefined ||
  ['failed', 'missed'].includes(one.state);

/** Is each published target to be seen exactly once on the network, and nothing else of ours? */
function judge(settled: Target[], ledger: Effect[]): string[] {
  const shown = ledger.filter((effect) => effect.by === 'api' && visibleKinds.has(effect.kind));
  const faults = settled.flatMap((one) => {
    if (one.state !== 'published')
      return one.question === undefined
        ? [`${one.network} ${one.state}: ${one.reason?.text ?? ''}`]
        : [];
    const times = shown.filter((effect) => effect.objectId === one.remoteId).length;
    return times === 1 ? [] : [`${one.network} ${one.remoteId} is there ${times} times`];
  });
  const extra = shown.length - settled.filter((one) => one.state === 'published').length;
  const asking = settled.filter((one) => one.question !== undefined).length;
  return extra > asking ? [...faults, `${extra} posts nobody asked for`] : faults;
}

/** Plans the posts, waits until each is settled, and reads back from the network what became of them. */
export async function publish(
  stage: Stage,
  made: Made,
  control: PracticeControl,
): Promise<Target[]> {
  const postIds = await schedule(stage, made);
  const settled = await until(
    'every target settled',
    async () => {
      const all = (await stage.call('publishing/targets', {}, targets)).targets.filter((one) =>
        postIds.includes(one.postId),
      );
      return all.length > 0 && all.every(isSettled) ? all : undefined;
    },
    1_200_000,
  );
  const faults = judge(settled, await control.ledger());
  const published = settled.filter((one) => one.state === 'published').length;
  const asking = settled.length - published;
  const words = `${published} targets published exactly once${asking ? `, ${asking} ask a person` : ''}`;
  stage.report.note('publish', faults.length === 0, faults.length ? faults.join('; ') : words);
  for (const one of settled.filter((each) => each.permalink !== undefined)) {
    const page = await fetch(one.permalink ?? '');
    if (!page.ok)
      stage.report.note('look at the post', false, `${one.permalink} answered ${page.status}`);
  }
  return settled;
}
