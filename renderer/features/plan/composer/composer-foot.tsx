import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Post } from '../../../../shared/contract/posts.ts';
import type { Disambiguation } from '../../../../shared/rules/zoned-time.ts';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { HandOverField } from './deeds/hand-over-field.tsx';
import { readWhen } from './read-when.ts';
import type { DraftOf } from './draft-of.ts';
import type { PostDeeds } from './use-post-deeds.ts';
import { usePostZone } from './use-post-zone.ts';
import { WhenField } from './when-field.tsx';

type Props = {
  draft: DraftOf<'accountIds' | 'kind' | 'handOver'>;
  assetIds: readonly string[];
  hasFirstComment: boolean;
  post: Post | undefined;
  accounts: readonly Account[];
  readOnly: boolean;
  wall: string | undefined;
  onWall: (wall: string | undefined) => void;
  /** Opens or closes the choice of a rhythm. */
  onRepeat: (opened: boolean) => void;
  deeds: PostDeeds;
};

/** Where, when, and the one main action, whose words say what will happen. Not drawn with the letters of the
 *  texts. */
export const ComposerFoot = memo(function ComposerFoot(props: Props) {
  const { draft, accounts, readOnly, wall, onWall, onRepeat } = props;
  const [disambiguation, setDisambiguation] = useState<Disambiguation>();
  const { accountIds } = draft.content;
  const isBeingHanded = useIsBeingHanded(props.post);
  return (
    <>
      <AccountChips draft={draft} accounts={accounts} readOnly={readOnly} />
      {readOnly && !isBeingHanded ? null : (
        <div className="foot-do">
          <WhenField
            accountIds={accountIds}
            postId={draft.postId}
            onRepeat={accountIds.length > 0 ? () => onRepeat(true) : undefined}
            wall={wall}
            onWall={(next) => {
              setDisambiguation(undefined);
              onWall(next);
            }}
            disambiguation={disambiguation}
            onDisambiguation={setDisambiguation}
          />
          <Who {...props} disambiguation={disambiguation} />
          <MainAction {...props} disambiguation={disambiguation} />
        </div>
      )}
    </>
  );
});

/** While Facebook takes it over, before its time, it is as if it went out: what is open here stays. */
function useIsBeingHanded(post: Post | undefined): boolean {
  const isAhead = (post?.plan?.at ?? '') > useNow();
  const states = new Set(post?.targets.map((target) => target.state));
  return (
    isAhead && states.has('publishing') && !states.has('published') && !states.has('uncertain')
  );
}

/** Who publishes it then; at once it is always this computer. */
function Who({
  draft,
  assetIds,
  hasFirstComment,
  post,
  accounts,
  wall,
  disambiguation,
}: Props & { disambiguation: Disambiguation | undefined }) {
  const { zone } = usePostZone(draft.content.accountIds);
  const when = readWhen(wall, zone, Date.parse(useNow()), disambiguation);
  if (!('at' in when) || when.kind === 'past') return null;
  return <HandOverField {...{ draft, assetIds, hasFirstComment, post, accounts }} at={when.at} />;
}

function MainAction({
  draft,
  post,
  wall,
  deeds,
  disambiguation,
}: Props & { disambiguation: Disambiguation | undefined }) {
  const { t } = useTranslation('composer');
  const { zone, formats } = usePostZone(draft.content.accountIds);
  const when = readWhen(wall, zone, Date.parse(useNow()), disambiguation);
  const planned = post?.targets.some((target) => target.state === 'scheduled') ?? false;
  const isSet = planned && post?.plan?.wall.slice(0, 16) === wall && disambiguation === undefined;
  const ready = draft.content.accountIds.length > 0 && !deeds.busy;
  if (when.kind === 'none')
    return (
      <Button
        kind="primary"
        size="lg"
        busy={deeds.busy}
        disabled={!ready}
        onClick={() => deeds.run({ kind: 'publish' })}
      >
        {t('act.publishNow')}
      </Button>
    );
  const chosen = 'at' in when ? formats.weekdayTime(new Date(when.at).toISOString()) : '';
  const word = isSet ? 'act.isPlanned' : planned ? 'act.move' : 'act.schedule';
  return (
    <Button
      kind="primary"
      size="lg"
      busy={deeds.busy}
      disabled={!ready || isSet || when.kind === 'past' || when.kind === 'skipped'}
      onClick={() => wall && deeds.run({ kind: 'schedule', wall, zone, disambiguation })}
    >
      {when.kind === 'past' || when.kind === 'skipped'
        ? t(`act.${when.kind}`)
        : t(word, { when: chosen })}
    </Button>
  );
}

function AccountChips({
  draft,
  accounts,
  readOnly,
}: Pick<Props, 'draft' | 'accounts' | 'readOnly'>) {
  const { t } = useTranslation('composer');
  const { accountIds } = draft.content;
  const toggle = (accountId: string) =>
    draft.change({
      accountIds: accountIds.includes(accountId)
        ? accountIds.filter((other) => other !== accountId)
        : [...accountIds, accountId],
    });
  return (
    <div className="foot-accounts" role="group" aria-label={t('accounts')}>
      {accounts.map((account) => {
        const on = accountIds.includes(account.id);
        if (readOnly && !on) return null;
        return (
          <Chip
            key={account.id}
            tone={on ? 'accent' : 'neutral'}
            icon={<NetworkIcon network={account.network} />}
            {...(readOnly ? {} : { pressed: on, onClick: () => toggle(account.id) })}
          >
            {account.username ?? account.name}
          </Chip>
        );
      })}
    </div>
  );
}
