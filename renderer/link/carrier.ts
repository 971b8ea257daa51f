import type { ClientContext, ClientLink } from '@orpc/client';

export type LinkCall = ClientLink<ClientContext>['call'];

/** One connection to the studio, good until it closes. */
export type Carrier = {
  call: LinkCall;
  isOpen(): boolean;
  /** Settles when the connection has ended, for whatever cause. */
  closed: Promise<void>;
  close(): void;
};

export type OpenCarrier = () => Promise<Carrier>;
