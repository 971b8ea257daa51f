import type { Automation } from './open-automation.ts';
import type { CustomerPictures } from './customer-pictures/service.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { LibraryService } from './library/service.ts';
import type { Inbox } from './open-inbox.ts';
import type { StudioNetwork } from './open-network.ts';
import type { RecordsService } from './records/service.ts';
import type { Rhythm } from './open-rhythm.ts';
import type { Teamwork } from './open-teamwork.ts';
import type { Photos } from './open-photos.ts';
import type { Practice } from './practice/practice.ts';
import type { SeriesService } from './series/service.ts';
import type { ShopService } from './shop/service.ts';
import type { StudioOptions } from './studio-options.ts';

/** The studio as it stands once everything is open. */
export type StudioParts = {
  options: StudioOptions;
  foundation: Foundation;
  shop: ShopService;
  network: StudioNetwork;
  features: Features;
  inbox: Inbox;
  automation: Automation;
  customerPictures: CustomerPictures;
  teamwork: Teamwork;
  records: RecordsService;
  rhythm: Rhythm;
  series: SeriesService;
  mediaLibrary: LibraryService;
  photos: Photos;
  practice: Practice;
};
