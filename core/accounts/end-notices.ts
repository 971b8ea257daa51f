import type { Language, Reason } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { describeEnd } from './describe-account.ts';
import { noticeOf } from './sign-in-ends.ts';
import type { SignInStore, StoredSignIn } from './sign-in-store.ts';
import type { AccountStore } from './store.ts';

export type EndNoticeUses = {
  tools: FeatureTools;
  store: AccountStore;
  signIns: SignInStore;
  /** Told once ten days before a sign-in ends, and once when it has. */
  onEnd?: (notice: { title: string; text: string }) => void;
};

/** Says in good time when a sign-in ends. */
export function endNotices({ tools, store, signIns, onEnd }: EndNoticeUses) {
  const namesOf = (signIn: StoredSignIn): string =>
    store
      .list()
      .filter((one) => one.userRemoteId === signIn.userRemoteId && one.network === 'facebook')
      .map((one) => one.name)
      .join(', ') || firstNameOf(signIn);
  const firstNameOf = ({ userRemoteId }: StoredSignIn): string =>
    store.list().find((one) => one.userRemoteId === userRemoteId)?.name ?? '';

  function noticesIn(language: Language): { signIn: StoredSignIn; notice: Reason }[] {
    const now = tools.clock.now();
    return signIns.list().flatMap((signIn) => {
      const name = namesOf(signIn);
      const seen = { say: tools.say, language, ends: signIn.ends, now };
      const notice = name === '' ? undefined : describeEnd(name, seen);
      return notice ? [{ signIn, notice }] : [];
    });
  }

  return {
    /** What of the sign-ins ends soon or has ended, for who opens the studio. */
    list: (language: Language): Reason[] => noticesIn(language).map(({ notice }) => notice),
    /** Called on every tick: tells each stage once. */
    tick(): void {
      const language = tools.shopLanguage();
      for (const { signIn, notice } of noticesIn(language)) {
        const stage = noticeOf(signIn.ends, tools.clock.now())?.stage;
        if (stage === undefined || stage === signIn.told) continue;
        tools.transact(() => {
          signIns.setTold(signIn.userRemoteId, stage);
          tools.events.changed('accounts');
        });
        onEnd?.({ title: notice.text, text: notice.todo ?? '' });
      }
    },
  };
}
