import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { CustomerPicture } from '../../../shared/contract/customer-pictures.ts';
import {
  customerPicturesService,
  type CustomerPictures,
  type CustomerPicturesOptions,
} from '../../../core/customer-pictures/service.ts';
import { createMediaLibrary } from '../../../core/media/media-library.ts';
import { createPictureFetch, type FetchLimits } from '../../../core/network/fetch-picture.ts';
import { createTestHost } from '../../support/test-host.ts';
import { resourcesDir } from '../../support/test-tools.ts';
import { openHarness, type Harness } from './inbox-harness.ts';

export type SentPicture = number | { bytes: string; extension?: string; type?: string };

export type PictureHarness = Harness & {
  pictures: CustomerPictures;
  dataDir: string;
  /** The account leaves its limit to publishing. */
  limit: { mayRead: boolean };
  /** Somebody writes a comment with a picture under a post of ours; the picture as the thread shows it. */
  send(picture: SentPicture, words?: string, from?: string): Promise<CustomerPicture>;
  /** Somebody writes a message with pictures. */
  tell(pictures: SentPicture[], network?: 'fb' | 'ig', from?: string): Promise<CustomerPicture[]>;
  picturesOf(person: string): CustomerPicture[];
  look(pictureId: string, again?: boolean): Promise<CustomerPicture>;
  /** The same data folder as after a new start. */
  reopen(options?: CustomerPicturesOptions): void;
};

/** Customers' pictures on a real database, with real workers, against a practice network over HTTP. */
export async function openPictureHarness(
  limits: FetchLimits = {},
  options: CustomerPicturesOptions = {},
): Promise<PictureHarness> {
  const harness = await openHarness();
  const { tools, uses, network } = harness;
  const dataDir = join(tools.folder, 'data');
  const describeProblem = () => ({ title: '', what: '', todo: '' });
  const host = createTestHost();
  const library = createMediaLibrary(tools, { dataDir, host, resourcesDir, describeProblem });
  const limit = { mayRead: true };
  const openPictures = (also: CustomerPicturesOptions) =>
    customerPicturesService(
      tools,
      {
        dataDir,
        isOnline: uses.isOnline,
        readAccount: uses.readAccount,
        clientFor: uses.clientFor,
        mayRead: () => limit.mayRead,
        practiceGraph: () => network.ready.url,
        fetch: createPictureFetch(limits),
        workers: library.workers,
        makeWorkFolder: library.makeWorkFolder,
        importPath: library.importPath,
        report: uses.report,
      },
      also,
    );
  const post = await harness.publish(harness.facebook, 'The plants are here');
  const opened: PictureHarness = Object.assign(harness, {
    ...{ dataDir, limit },
    pictures: openPictures(options),
    async send(picture: SentPicture, words = '', from = 'Eva K') {
      const comment = { action: 'add', object: post, message: words, from, pictures: [picture] };
      await harness.control.post('/comments', comment);
      tools.advance(1000);
      await harness.sync();
      const [newest] = opened.picturesOf(from).slice(-1);
      if (!newest) throw new Error('the comment brought no picture');
      return newest;
    },
    async tell(pictures: SentPicture[], on: 'fb' | 'ig' = 'fb', from = 'Ida Berg') {
      await harness.control.post('/messages', { network: on, pictures, from });
      tools.advance(1000);
      await harness.sync();
      return opened.picturesOf(from);
    },
    picturesOf(person: string) {
      const { items } = harness.inbox.threads({ limit: 200 });
      const threads = items.filter((thread) => thread.person.name === person).toReversed();
      return threads.flatMap(({ threadId }) =>
        harness.inbox.thread({ threadId }, 'en').comments.flatMap((one) => one.pictures ?? []),
      );
    },
    look: (pictureId: string, again?: boolean) =>
      opened.pictures.look({ pictureId, ...(again === undefined ? {} : { again }) }, 'en'),
    reopen(also: CustomerPicturesOptions = {}) {
      opened.pictures = openPictures(also);
      uses.pictures = opened.pictures;
    },
  });
  uses.pictures = opened.pictures;
  const close = harness.close.bind(harness);
  opened.close = async () => {
    await opened.pictures.close();
    await library.close();
    await close();
  };
  return opened;
}

/** A door of this computer that notes whoever knocks. */
export async function openDoor(): Promise<{ url: string; knocks: string[]; close(): void }> {
  const knocks: string[] = [];
  const server: Server = createServer((request, response) => {
    knocks.push(request.url ?? '');
    response.end('secret');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, knocks, close: () => server.close() };
}
