import type { Account } from '../../../../../shared/contract/accounts.ts';
import type { Asset } from '../../../../../shared/contract/media.ts';

/** What every kind of phone shows: the words and media as this account would. */
export type PhoneProps = {
  account: Account;
  text: string;
  media: readonly { asset: Asset; alt: string; productIds: readonly string[] }[];
  /** The medium in view. */
  index: number;
  onIndex: (index: number) => void;
  link: string | undefined;
  firstComment: string | undefined;
  /** When it appears, in words. */
  when: string;
};
