import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Asset } from '../../../../shared/contract/media.ts';

/** What every kind of phone shows: the words and media as this account would. */
export type PhoneProps = {
  account: Account;
  text: string;
  media: readonly { asset: Asset; tags: number }[];
  /** The medium in view. */
  index: number;
  link: string | undefined;
};
