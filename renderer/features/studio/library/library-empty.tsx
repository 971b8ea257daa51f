import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { Library } from './use-library.ts';

/** Nothing at all, nothing found, or an empty bin. */
export function LibraryEmpty({ library, onMake }: { library: Library; onMake: () => void }) {
  const { t } = useTranslation('library');
  const { query, filters } = library;
  if (filters.binned) return <EmptyState title={t('bin.isEmpty')} text={t('bin.text')} />;
  const isNarrowed = Object.keys(query).some((key) => key !== 'sort');
  if (isNarrowed)
    return (
      <EmptyState
        title={t('empty.none')}
        text={t('empty.noneText')}
        action={
          <Button size="lg" onClick={library.reset}>
            {t('empty.showAll')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <Button kind="primary" size="lg" onClick={onMake}>
          {t('empty.begin')}
        </Button>
      }
    />
  );
}
