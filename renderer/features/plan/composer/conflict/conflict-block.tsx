import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../../link/link-provider.tsx';
import { Button } from '../../../../ui/button.tsx';
import type { PostDraft } from '../use-post-draft.ts';
import { differingTexts, type DifferingText } from './differing-texts.ts';
import { TextDiff } from './text-diff.tsx';

/** Two windows wrote on the same post: both texts stand side by side until a person chose. */
export function ConflictBlock({ draft, version }: { draft: PostDraft; version: number }) {
  const { t } = useTranslation('composer');
  const api = useApi();
  const stored = useQuery(
    api.posts.get.queryOptions({ input: { postId: draft.postId ?? '-' }, staleTime: 0 }),
  );
  const theirs = stored.data;
  if (!theirs) return null;
  const texts = differingTexts(draft.content, theirs);
  return (
    <section className="conflict" aria-label={t('conflict.title')}>
      <p className="conflict-head">
        <IconArrowsSplit2 aria-hidden />
        <b>{t('conflict.title')}</b>
        <span className="muted">{t('conflict.what')}</span>
      </p>
      <div className="conflict-texts">
        <div>
          <h3>{t('conflict.mine')}</h3>
          {texts.map(({ voice, mine, theirs: other }) => (
            <div key={voice}>
              <Voice voice={voice} />
              <TextDiff before={other} after={mine} />
            </div>
          ))}
          <Button onClick={() => draft.takeVersion(Math.max(version, theirs.version))}>
            {t('keepMine')}
          </Button>
        </div>
        <div>
          <h3>{t('conflict.theirs')}</h3>
          {texts.map(({ voice, theirs: other }) => (
            <div key={voice}>
              <Voice voice={voice} />
              <p className="text-diff">{other || t('conflict.noText')}</p>
            </div>
          ))}
          <Button onClick={() => draft.takeStored(theirs)}>{t('conflict.takeTheirs')}</Button>
        </div>
      </div>
    </section>
  );
}

/** Whose words follow; the common ones need no name. */
function Voice({ voice }: Pick<DifferingText, 'voice'>) {
  if (voice === 'common') return null;
  return <h4 className="small muted">{voice === 'facebook' ? 'Facebook' : 'Instagram'}</h4>;
}
