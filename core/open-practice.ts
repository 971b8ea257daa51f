import { join } from 'node:path';
import { Problem } from '../shared/contract/problem.ts';
import { seedSampleShop } from './catalogue/seed-sample-shop.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { StudioNetwork } from './open-network.ts';
import type { StudioOptions } from './studio-options.ts';
import { createPractice, type Practice, type PracticeReady } from './practice/practice.ts';
import type { ShopService } from './shop/service.ts';

export type PracticeParts = {
  options: StudioOptions;
  foundation: Foundation;
  shop: ShopService;
  network: StudioNetwork;
  features: Features;
  /** Entry file of the network's process. */
  entry: string;
};

async function control(ready: PracticeReady, path: string, body: object): Promise<void> {
  await fetch(`${ready.control}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ready.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The practice shop: its network runs beside the studio, its accounts are connected each time the
 *  network stands again, and the sample products are brought in once. */
export function openPractice(parts: PracticeParts): Practice {
  const { options, foundation, shop, network, features } = parts;
  const { settings, tools } = foundation;

  async function connect(ready: PracticeReady): Promise<void> {
    await network.accounts.setLoginSettings({ appId: ready.app.id, appSecret: ready.app.secret });
    // Who signed in by the login page made a choice there, which a restart must not undo.
    if (network.accounts.moveLogins(ready.url)) return;
    const input = { graph: ready.url, userToken: ready.user.token };
    const signIn = () => network.accounts.connect(input, { language: tools.shopLanguage() });
    await signIn().catch(async (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      // Months have passed, or the person left by the login page: the shop opens all the same.
      await control(ready, '/tokens/restore', {});
      await signIn().catch(refuseUnforeseen);
    });
  }

  async function seed(): Promise<void> {
    if (settings.get<boolean>('practice.seeded')) return;
    await seedSampleShop({
      language: tools.shopLanguage(),
      sampleShopDir: join(options.resourcesDir, 'sample-shop'),
      catalogue: features.catalogue,
      saveShop: shop.save,
      async importPhoto(path) {
        const outcome = await features.library.importPath(path, { origin: 'sample' });
        if (!outcome.ok) throw new Problem(outcome.code, outcome.params);
        return outcome.assetId;
      },
    });
    settings.set('practice.seeded', true);
  }

  return createPractice({
    host: options.host,
    entry: parts.entry,
    folder: join(options.dataDir, 'practice'),
    clockFile: options.clockFile,
    async onReady(ready) {
      // Nobody learns anything by waiting: pictures are processed in a second.
      await control(ready, '/settings', { processing: 'fast' });
      await connect(ready);
      await seed();
    },
    onError: (error) => void foundation.report(error, ['practice']),
  });
}

/** Without accounts one still prepares, and signs in by the practice network's login page. */
function refuseUnforeseen(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
