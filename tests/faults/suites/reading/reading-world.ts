import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createMediaFactory } from '../../../support/media-factory.ts';
import { must, openHarness, secondMs, type Harness } from '../../inbox/inbox-harness.ts';
import { shortPages } from '../../inbox/short-pages.ts';
import { killed, mortalClient, type Death } from '../schedules/mortal-client.ts';

/** A studio that reads and a network that it reads, for many histories one after the other. */
export type ReadingWorld = {
  harness: Harness;
  /** The network's own tables, to compare with. */
  network: Database.Database;
  photoId: string;
  /** Rows of a page that the studio asks for: short pages make short histories long. */
  pageRows: number;
  isDead: boolean;
  /** Requests of the network that were counted. */
  journalSeen: number;
  story: string[];
};

export async function openReadingWorld(seed: number): Promise<ReadingWorld> {
  const harness = await openHarness({ seed });
  const path = join(harness.tools.folder, 'network', 'world.db');
  const network = new Database(path, { readonly: true });
  const photoId = await uploadPicture(harness);
  const world = {
    harness,
    network,
    photoId,
    pageRows: 50,
    isDead: false,
    journalSeen: 0,
    story: [],
  };
  live(world);
  return world;
}

async function uploadPicture({ tools, uses, facebook }: Harness): Promise<string> {
  const client = uses.client();
  const factory = createMediaFactory(join(tools.folder, 'files'));
  const filePath = await factory.jpeg('small.jpg', 320, 320);
  const pageId = facebook.remoteId;
  const { photoId } = must(await client.uploadPhoto({ pageId, filePath, temporary: false }));
  must(await client.createPost({ pageId, message: 'Album', photoIds: [photoId] }));
  return photoId;
}

/** A new post of each network, about which a history goes. */
export async function publishBoth(world: ReadingWorld): Promise<string[]> {
  const { harness, photoId } = world;
  const { facebook, instagram, tools, uses } = harness;
  const post = await harness.publish(facebook, 'Les anthuriums sont arrivés.');
  const client = uses.client();
  const igId = instagram.remoteId;
  // Addresses of pictures do not last.
  const imageUrl = must(await client.readPhoto(photoId)).images[0]?.url ?? '';
  const { containerId } = must(
    await client.createImageContainer({ igId, imageUrl, caption: 'Une planche.' }),
  );
  tools.advance(5 * secondMs);
  const { mediaId } = must(await client.publishContainer({ igId, containerId }));
  return [post, mediaId];
}

/** Every client of the studio asks for pages as short as wished, and may die. */
export function live(world: ReadingWorld, death?: Death): void {
  const { line } = world.harness.uses;
  line.through = (client) => {
    const short = shortPages(client, () => world.pageRows);
    return death ? mortalClient(short, death, () => die(world)) : short;
  };
}

/** From here on nothing is written any more, whoever tries. */
function die(world: ReadingWorld): never {
  world.isDead = true;
  world.harness.tools.db.pragma('query_only = 1');
  throw killed();
}

/** Another start of the studio on what the dead one left. */
export function startAgain(world: ReadingWorld, death?: Death): void {
  const { harness } = world;
  harness.tools.db.pragma('query_only = 0');
  world.isDead = false;
  // What a studio says that was made to die is no defect.
  harness.uses.reports.length = 0;
  live(world, death);
  harness.restart();
}

export function tellReading(world: ReadingWorld, line: string): void {
  const at = new Date(world.harness.tools.clock.now()).toISOString().slice(5, 19);
  world.story.push(`${at} ${line}`);
}

export async function closeReadingWorld({ harness, network }: ReadingWorld): Promise<void> {
  network.close();
  harness.uses.reports.length = 0;
  await harness.close();
}
